#include "core/checkpoint/made_tensor.h"

#include <array>

namespace rekindle::checkpoint {

// A new one is a file that defines such a function, and its name here and in the list.
TensorMaker prunedMaker();
TensorMaker weightNormMaker();
TensorMaker spectralNormMaker();
TensorMaker splitNormMaker();

std::span<const TensorMaker> tensorMakers()
{
    static const std::array kMakers{prunedMaker(), weightNormMaker(), spectralNormMaker(),
                                    splitNormMaker()};
    return kMakers;
}

bool takeEnd(std::string_view& name, std::string_view end)
{
    if (!name.ends_with(end))
        return false;
    name.remove_suffix(end.size());
    return name.empty() || name.back() == '.';
}

} // namespace rekindle::checkpoint

// torch.nn.utils.prune: what a tensor was, "weight_orig", and which of its values are kept,
// "weight_mask".
#include "core/base/text.h"
#include "core/checkpoint/made_tensor.h"

namespace rekindle::checkpoint {
namespace {

constexpr std::string_view kOriginal = "_orig";

void multiply(std::span<const Part> parts, std::span<double> values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = parts[0].values[i] * parts[1].values[i];
}

std::vector<MadeTensor> find(const FileTensors& file)
{
    std::vector<MadeTensor> made;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const std::string& name = file.name(place);
        if (!name.ends_with(kOriginal))
            continue;
        std::string whole = name.substr(0, name.size() - kOriginal.size());
        const auto mask = file.find(whole + "_mask");
        const weights::TensorInfo& info = file.info(place);
        if (mask && file.info(*mask).shape == info.shape && weights::isFloating(info.type) &&
            weights::elementSize(file.info(*mask).type) > 0)
            made.push_back({std::move(whole), {place, *mask}, info.shape, &multiply});
    }
    return made;
}

Warning note(const std::vector<MadeTensor>& made)
{
    return {
        "pruned",
        text::count(made.size(), "pruned tensor") +
            (made.size() == 1 ? " was multiplied by its mask" : " were multiplied by their masks") +
            "; nothing keeps what was pruned at 0 from here on",
        {}};
}

} // namespace

TensorMaker prunedMaker()
{
    return {&find, &note};
}

} // namespace rekindle::checkpoint

#pragma once

#include "core/checkpoint/file_tensors.h"
#include "core/checkpoint/naming.h"

#include <string>
#include <vector>

namespace rekindle::checkpoint {

/// A convolution of any network with the normalisation that follows it.
struct PlainLayer {
    std::string conv; ///< as the file calls it, without what its kernel is called there
    std::string norm; ///< empty without one
    /// "<conv>.weight" as [O, I, ...], "<norm>.weight", ".bias", ".running_mean", ".running_var"
    /// as far as they are there.
    std::vector<NamedTensor> tensors;
};

/// Every convolution of one, two or three dimensions in the order of the file, whatever network it
/// is, with its normalisation by name and place: for looking at. Optimisers' states are left out.
[[nodiscard]] std::vector<PlainLayer> findPlainLayers(const FileTensors& file);

} // namespace rekindle::checkpoint

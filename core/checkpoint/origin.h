#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/weights/tensor_info.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace rekindle::checkpoint {

/// The backbone among the tensors of a file.
struct Backbone {
    weights::Architecture architecture;
    /// torchvision name -> place in the file's list of tensors, in the network's order.
    std::vector<std::pair<std::string, std::size_t>> tensors;
    std::vector<std::string> missing; ///< torchvision names that are filled in
    std::vector<std::string> ignored; ///< as the file calls them
    std::vector<std::string> warnings;
};

/// Finds the network under its prefix (recipes 3.1) and checks every shape. Kind Mismatch.
[[nodiscard]] Result<Backbone> findBackbone(std::span<const weights::TensorInfo> tensors,
                                            const std::string& subject);

/// Fills in method, conventions and what is to be said about them, from the metadata of our own
/// files or from the names of the heads. Kind Damaged for metadata of ours that make no sense.
[[nodiscard]] Result<void> findConventions(std::span<const weights::TensorInfo> tensors,
                                           const std::map<std::string, std::string>& metadata,
                                           Checkpoint& checkpoint);

} // namespace rekindle::checkpoint

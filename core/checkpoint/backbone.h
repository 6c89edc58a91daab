#pragma once

#include "core/base/result.h"
#include "core/checkpoint/naming.h"

#include <string>
#include <vector>

namespace rekindle::checkpoint {

/// The network among the tensors of a file, complete and of the right shapes.
struct Backbone {
    weights::Architecture architecture;
    std::vector<NamedTensor> tensors; ///< in the network's order, without those that are missing
    std::vector<NamedTensor> head;    ///< fc.weight and fc.bias, when both are there and fit
    std::vector<NamedTensor> biases;  ///< of convolutions, "<conv>.bias"; none in most networks
    std::vector<std::string> missing; ///< torchvision names that are filled in
    std::vector<std::string> ignored; ///< left over, as the file calls them
};

/// Every tensor of a network in the order of torchvision's own state: each convolution, then its
/// batch norm.
[[nodiscard]] std::vector<std::string> backboneNames(const weights::Architecture& architecture);
/// Batch norm's count of batches, the only whole number of a network.
[[nodiscard]] bool isCounter(const std::string& name);

/// Finds the architecture in what a naming made of the names and checks every shape and type.
/// `stem` is the place of the first convolution. Kind Mismatch.
[[nodiscard]] Result<Backbone> findBackbone(const FileTensors& file, std::vector<NamedTensor> named,
                                            std::size_t stem);

} // namespace rekindle::checkpoint

#pragma once

#include <torch/torch.h>

#include <functional>
#include <vector>

namespace rekindle::model {

/// A part of a network: one tensor in, one out, which depends on nothing else that has a gradient
/// than on the input and on the parameters that are named with it.
using Part = std::function<torch::Tensor(const torch::Tensor& input)>;

/// Runs a part and keeps its input alone for the backward pass, where the part is run once more for
/// what lies between (Chen et al. 2016, "sublinear memory"). Gradients are those of a part that
/// keeps everything, bit by bit; running statistics are fed by the first run alone, and the second
/// one computes in the precision of the first. Without gradients being recorded it is a plain call.
/// The part outlives the backward pass.
[[nodiscard]] torch::Tensor recomputed(const Part& part, const torch::Tensor& input,
                                       const std::vector<torch::Tensor>& parameters);

} // namespace rekindle::model

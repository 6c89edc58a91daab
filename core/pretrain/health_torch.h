#pragma once

#include <torch/torch.h>

namespace rekindle::pretrain {

// Whether features [rows, D] tell images apart: two figures of collapse, each without gradients.

/// Mean over dimensions of the standard deviation of L2-normalised features, times sqrt(D): 1 when
/// they fill the sphere evenly, 0 when all images look alike.
[[nodiscard]] double featureSpread(const torch::Tensor& features);

/// exp of the entropy of the singular values, divided by their sum (Roy and Vetterli 2007; RankMe
/// of Garrido et al. 2023): from 1, when all features lie on one line, to min(rows, D). Of at most
/// the first 256 rows, so that it costs little beside a step.
[[nodiscard]] double effectiveRank(const torch::Tensor& features);

} // namespace rekindle::pretrain

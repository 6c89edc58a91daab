#pragma once

#include <torch/torch.h>

namespace rekindle::pretrain {

// Whether features [rows, D] tell images apart: figures of collapse, each without gradients.

/// Mean over dimensions of the standard deviation of L2-normalised features, times sqrt(D): 1 when
/// they fill the sphere evenly, 0 when all images look alike.
[[nodiscard]] double featureSpread(const torch::Tensor& features);

/// exp of the entropy of the singular values, divided by their sum (Roy and Vetterli 2007; RankMe
/// of Garrido et al. 2023): from 1, when all features lie on one line, to min(rows, D). Of at most
/// the first 256 rows, so that it costs little beside a step.
[[nodiscard]] double effectiveRank(const torch::Tensor& features);

/// Alignment (Wang and Isola 2020, alpha = 2): the mean squared distance between the L2-normalised
/// features of two views of an image, over all pairs of views. `features` [views * N, D] view by
/// view, at least two views. From 0, when views of an image look alike, to 4. A scalar tensor, so
/// that replicas can add theirs up.
[[nodiscard]] torch::Tensor alignment(const torch::Tensor& features, std::int64_t views);

/// Uniformity (Wang and Isola 2020, t = 2): the logarithm of the mean over pairs of images of
/// exp(-2 d^2), d the distance of their L2-normalised features, one view each, [N, D] with N >= 2.
/// 0 when all images look alike, towards -4 where they are far apart. Of at most the first 1024.
[[nodiscard]] double uniformity(const torch::Tensor& features);

} // namespace rekindle::pretrain

#pragma once

#include <torch/torch.h>

namespace rekindle::pretrain {

/// BYOL's regression (recipes 1.4; byol_experiment.py loss_fn): the prediction of each view against
/// what the target makes of the other one, all [N, D] and not yet normalised. The mean over N of
/// |n(p1) - n(t2)|^2 + |n(p2) - n(t1)|^2, a scalar from 0 to 8. No gradient goes into the targets.
[[nodiscard]] torch::Tensor byolLoss(const torch::Tensor& prediction1,
                                     const torch::Tensor& prediction2, const torch::Tensor& target1,
                                     const torch::Tensor& target2);

} // namespace rekindle::pretrain

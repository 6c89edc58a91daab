#pragma once

#include "core/model/replica_torch.h"

#include <torch/torch.h>

namespace rekindle::pretrain {

/// Rows divided by their Euclidean length, as TensorFlow does: x * rsqrt(max(sum x^2, 1e-12)).
[[nodiscard]] torch::Tensor l2Normalise(const torch::Tensor& rows);

/// NT-Xent over two views (paper Eq. 1; recipes 1.4; objective.py add_contrastive_loss): both [N,
/// D], not yet normalised; row i of one view is the positive of row i of the other, and the
/// negatives are those of all replicas. Returns this replica's part of the sum of the two views'
/// means, a scalar in nats (twice the mean over 2N).
[[nodiscard]] torch::Tensor ntXent(const torch::Tensor& first, const torch::Tensor& second,
                                   double temperature, const model::Replica& replica);

} // namespace rekindle::pretrain

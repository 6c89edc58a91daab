#pragma once

#include <torch/torch.h>

namespace rekindle::pretrain {

/// Whether ntXentTiled can be trusted with this temperature: sums of exp((s - 1) / temperature)
/// with s down to -1 must stay above the smallest number of the type.
[[nodiscard]] bool fitsTiles(double temperature, torch::Dtype type);

/// NT-Xent of one replica over rows [2N, D] of unit length, the first view's before the second's:
/// the sum of the two views' means, a scalar in nats. The similarities [2N, 2N] are symmetric and
/// made a tile at a time, twice: once for the sums, once for the gradient, which is ready when the
/// loss is. Memory grows with N D and not with N^2.
[[nodiscard]] torch::Tensor ntXentTiled(const torch::Tensor& rows, double temperature);

} // namespace rekindle::pretrain

#pragma once

#include <torch/torch.h>

#include <vector>

namespace rekindle::train {

/// The one object through which a training step sees its sister processes. With a world of one, as
/// now, everything is the identity; a distributed build replaces this and nothing else.
class Replica
{
public:
    [[nodiscard]] int worldSize() const { return 1; }
    [[nodiscard]] int rank() const { return 0; }
    /// Rows of all replicas, in rank order: [world * N, D], differentiable.
    [[nodiscard]] torch::Tensor gather(const torch::Tensor& rows) const { return rows; }
    /// Replaces each gradient by its mean over replicas.
    void averageGradients(const std::vector<torch::Tensor>& parameters) const { (void)parameters; }
};

} // namespace rekindle::train

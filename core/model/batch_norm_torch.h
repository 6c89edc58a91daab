#pragma once

#include "core/model/replica_torch.h"

#include <torch/torch.h>

#include <cstdint>

namespace rekindle::model {

/// Which variance running statistics are fed with in training (recipes 1.1): the batch's own
/// (SimCLR, BYOL) or n/(n-1) times it (PyTorch, SwAV). Debiased: the batch's own, and averages are
/// rid of the values they began with (Haiku, BYOL): the t-th batch counts 0.1 / (1 - 0.9^t), which
/// is their hidden average divided by 1 - 0.9^t.
enum class RunningVariance { Biased, Unbiased, Debiased };

/// Batch norm with momentum 0.1 over the channels of [N, C] or [N, C, H, W]. `shift` false leaves
/// beta out (the last norm of SimCLR's head).
class BatchNormImpl : public torch::nn::Module
{
public:
    BatchNormImpl(std::int64_t channels, double eps, RunningVariance variance, bool shift = true);
    torch::Tensor forward(const torch::Tensor& input);

    /// From now on the batch of a training step is that of all replicas. It outlives this.
    void setReplica(const Replica& replica) { m_replica = &replica; }

    torch::Tensor weight, bias, runningMean, runningVar, batches;

private:
    [[nodiscard]] torch::Tensor forwardAlone(const torch::Tensor& input);
    [[nodiscard]] torch::Tensor forwardDebiased(const torch::Tensor& input);
    [[nodiscard]] torch::Tensor debiasedShare() const;
    [[nodiscard]] torch::Tensor forwardTogether(const torch::Tensor& input);

    double m_eps;
    RunningVariance m_variance;
    const Replica* m_replica = &alone();
};
TORCH_MODULE(BatchNorm);

/// Lets every batch norm in a module see all replicas.
void setReplica(torch::nn::Module& module, const Replica& replica);

} // namespace rekindle::model

#pragma once

#include "core/model/replica_torch.h"

#include <torch/torch.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rekindle::model {

/// Which variance running statistics are fed with in training (recipes 1.1): the batch's own
/// (SimCLR, BYOL) or n/(n-1) times it (PyTorch, SwAV). Debiased: the batch's own, and averages are
/// rid of the values they began with (Haiku, BYOL): the t-th batch counts 0.1 / (1 - 0.9^t), which
/// is their hidden average divided by 1 - 0.9^t.
enum class RunningVariance { Biased, Unbiased, Debiased };

/// What the forward passes of a training step do to running statistics.
enum class Statistics {
    Follow,  ///< each pass feeds them, as a batch of its own
    Collect, ///< passes are of pieces of one batch, fed as a whole by CollectedStatistics::feed
    Leave,   ///< a pass that is made a second time feeds nothing
};

/// Says so for this thread, for as long as it lives.
class StatisticsScope
{
public:
    explicit StatisticsScope(Statistics statistics);
    ~StatisticsScope();
    StatisticsScope(const StatisticsScope&) = delete;
    StatisticsScope& operator=(const StatisticsScope&) = delete;

private:
    Statistics m_before;
};

/// Batch norm with momentum 0.1 over the channels of [N, C] or [N, C, H, W]. `shift` false leaves
/// beta out (the last norm of SimCLR's head).
class BatchNormImpl : public torch::nn::Module
{
public:
    BatchNormImpl(std::int64_t channels, double eps, RunningVariance variance, bool shift = true);
    torch::Tensor forward(const torch::Tensor& input);

    /// From now on the batch of a training step is that of all replicas. It outlives this.
    void setReplica(const Replica& replica) { m_replica = &replica; }
    /// Forgets what was collected.
    void dropCollected();
    /// The next pass is of another piece: the first pass of each piece belongs to one batch, the
    /// second one (of another view, another size) to another.
    void nextPiece() { m_pass = 0; }
    /// Feeds the running statistics with what was collected, batch by batch.
    void feedCollected();

    torch::Tensor weight, bias, runningMean, runningVar, batches;

private:
    [[nodiscard]] torch::Tensor forwardAlone(const torch::Tensor& input);
    [[nodiscard]] torch::Tensor forwardDebiased(const torch::Tensor& input);
    [[nodiscard]] torch::Tensor debiasedShare() const;
    [[nodiscard]] torch::Tensor forwardTogether(const torch::Tensor& input);
    [[nodiscard]] torch::Tensor forwardUnfed(const torch::Tensor& input);
    void take(const torch::Tensor& mean, const torch::Tensor& variance, const torch::Tensor& count);
    void collect(const torch::Tensor& mean, const torch::Tensor& variance,
                 const torch::Tensor& count);
    void feed(const torch::Tensor& mean, const torch::Tensor& variance, const torch::Tensor& count);

    /// Of the pieces so far, in double precision: values a channel, their mean and their squared
    /// distances from it added up. Undefined without any.
    struct Collected {
        torch::Tensor count, mean, squares;
    };

    double m_eps;
    RunningVariance m_variance;
    const Replica* m_replica = &alone();
    std::vector<Collected> m_collected; ///< one for each pass of a piece
    std::size_t m_pass = 0;             ///< which of them is the next one's
};
TORCH_MODULE(BatchNorm);

/// Lets every batch norm in a module see all replicas.
void setReplica(torch::nn::Module& module, const Replica& replica);

/// While it lives, forward passes of this thread are of pieces of a batch; what earlier ones left
/// is forgotten. `feed` then gives the batch norms of a module the mean and the variance of the
/// whole batch, once for each pass that a whole batch would have made.
class CollectedStatistics
{
public:
    explicit CollectedStatistics(torch::nn::Module& module);
    /// Before each piece.
    void nextPiece();
    void feed();

private:
    torch::nn::Module& m_module;
    StatisticsScope m_scope{Statistics::Collect};
};

} // namespace rekindle::model

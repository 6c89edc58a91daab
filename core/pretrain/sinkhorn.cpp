#include "core/pretrain/sinkhorn_torch.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace rekindle::pretrain {
namespace {

/// Rows that a processor works on at once: of 3,000 prototypes they stay in the cache from one
/// operation to the next. A fixed number, so that sums do not depend on how many threads there are.
constexpr std::int64_t kBlock = 64;

/// exp(scores / epsilon) [B, K], scaled by a factor a row and a factor a prototype. What the
/// original divides the matrix by is kept in these; the matrix is only read until the end, and the
/// sum over all, by which it is divided at first, falls out. Each pass ends with the sums over rows
/// that the next one begins with.
class Scaling
{
public:
    Scaling(const torch::Tensor& scores, double epsilon)
        : m_block(scores.is_cpu() ? kBlock : std::max<std::int64_t>(scores.size(0), 1)),
          m_weights(torch::empty_like(scores, at::MemoryFormat::Contiguous)),
          m_rows(static_cast<double>(scores.size(0))),
          m_prototypes(static_cast<double>(scores.size(1))),
          m_partial(torch::empty({(scores.size(0) + m_block - 1) / m_block, scores.size(1)},
                                 scores.options()))
    {
        eachBlock([&](const torch::Tensor& block, std::int64_t number, std::int64_t first) {
            block.copy_(scores.narrow(0, first, block.size(0))).div_(epsilon).exp_();
            torch::Tensor sums = m_partial[number];
            at::sum_out(sums, block, 0);
        });
    }

    /// Prototypes, then rows, and the sums over the rows as they now are.
    void iterate()
    {
        scalePrototypes();
        eachBlock([&](const torch::Tensor& block, std::int64_t number, std::int64_t) {
            m_partial[number].copy_(block.t().mv(ofRows(block)));
        });
    }

    /// The same for the last time; rows add up to 1.
    torch::Tensor finish()
    {
        scalePrototypes();
        eachBlock([&](const torch::Tensor& block, std::int64_t, std::int64_t) {
            const torch::Tensor rows = ofRows(block).mul_(m_rows);
            block.mul_(m_ofPrototypes).mul_(rows.unsqueeze(1));
        });
        return m_weights;
    }

private:
    template <class Use>
    void eachBlock(const Use& use)
    {
        at::parallel_for(0, m_partial.size(0), 1, [&](std::int64_t begin, std::int64_t end) {
            const torch::NoGradGuard noGrad;
            for (std::int64_t number = begin; number < end; ++number) {
                const std::int64_t first = number * m_block;
                const std::int64_t count = std::min(m_block, m_weights.size(0) - first);
                use(m_weights.narrow(0, first, count), number, first);
            }
        });
    }
    void scalePrototypes() { m_ofPrototypes = (m_partial.sum(0) * m_prototypes).reciprocal(); }
    [[nodiscard]] torch::Tensor ofRows(const torch::Tensor& block) const
    {
        return block.mv(m_ofPrototypes).mul_(m_rows).reciprocal_();
    }

    std::int64_t m_block;
    torch::Tensor m_weights;
    double m_rows, m_prototypes;
    torch::Tensor m_partial; ///< [blocks, K]: weighted sums over each block's rows
    torch::Tensor m_ofPrototypes;
};

} // namespace

torch::Tensor sinkhorn(const torch::Tensor& scores, const SinkhornSettings& settings)
{
    const torch::NoGradGuard noGrad;
    if (settings.iterations < 1) {
        const torch::Tensor weights = torch::exp(scores / settings.epsilon);
        return weights * (static_cast<double>(weights.size(0)) / weights.sum());
    }
    Scaling scaling(scores, settings.epsilon);
    for (int i = 1; i < settings.iterations; ++i)
        scaling.iterate();
    return scaling.finish();
}

} // namespace rekindle::pretrain

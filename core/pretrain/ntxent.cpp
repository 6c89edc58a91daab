#include "core/pretrain/ntxent_torch.h"

#include "core/pretrain/ntxent_tiles_torch.h"

namespace rekindle::pretrain {

torch::Tensor l2Normalise(const torch::Tensor& rows)
{
    return rows * torch::rsqrt(torch::clamp_min(rows.square().sum(1, true), 1e-12));
}

torch::Tensor ntXent(const torch::Tensor& first, const torch::Tensor& second, double temperature,
                     const model::Replica& replica)
{
    const torch::Tensor a = l2Normalise(first);
    const torch::Tensor b = l2Normalise(second);
    if (replica.world() == 1 && fitsTiles(temperature, a.scalar_type()))
        return ntXentTiled(torch::cat({a, b}, 0), temperature);
    const model::GatheredRows allA = model::gatherRows(a, replica);
    const model::GatheredRows allB = model::gatherRows(b, replica);
    const std::int64_t count = a.size(0);
    const std::int64_t total = allA.all.size(0);
    const auto index = torch::TensorOptions().dtype(torch::kLong).device(a.device());
    const torch::Tensor labels = torch::arange(count, index) + allA.first;

    // A view is no negative of itself: its own similarity is pushed out of the sum.
    const torch::Tensor self = torch::one_hot(labels, total).to(a.scalar_type()) * 1e9;
    const auto half = [&](const torch::Tensor& anchor, const torch::Tensor& others,
                          const torch::Tensor& own) {
        const torch::Tensor positives = anchor.matmul(others.t()) / temperature;
        const torch::Tensor negatives = anchor.matmul(own.t()) / temperature - self;
        return torch::cross_entropy_loss(torch::cat({positives, negatives}, 1), labels);
    };
    const torch::Tensor means = half(a, allB.all, allA.all) + half(b, allA.all, allB.all);
    return count == total ? means
                          : means * (static_cast<double>(count) / static_cast<double>(total));
}

} // namespace rekindle::pretrain

#include "core/pretrain/health_torch.h"

#include <algorithm>
#include <cmath>

namespace rekindle::pretrain {

double featureSpread(const torch::Tensor& features)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor rows = features / features.norm(2, 1, true).clamp_min(1e-12);
    return rows.std(0, false).mean().item<double>() *
           std::sqrt(static_cast<double>(features.size(1)));
}

double effectiveRank(const torch::Tensor& features)
{
    constexpr std::int64_t kRows = 256;
    const torch::NoGradGuard noGrad;
    const torch::Tensor rows =
        features.narrow(0, 0, std::min(features.size(0), kRows)).to(torch::kCPU, torch::kDouble);
    // Squares of singular values are the eigenvalues of the smaller product.
    const torch::Tensor product =
        rows.size(0) <= rows.size(1) ? rows.matmul(rows.t()) : rows.t().matmul(rows);
    const torch::Tensor values = torch::linalg_eigvalsh(product).clamp_min(0).sqrt();
    const torch::Tensor shares = values / values.sum().clamp_min(1e-300);
    return std::exp(-torch::xlogy(shares, shares).sum().item<double>());
}

} // namespace rekindle::pretrain

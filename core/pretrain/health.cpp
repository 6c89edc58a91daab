#include "core/pretrain/health_torch.h"

#include <algorithm>
#include <cmath>

namespace rekindle::pretrain {
namespace {

torch::Tensor unitRows(const torch::Tensor& features)
{
    return features / features.norm(2, 1, true).clamp_min(1e-12);
}

} // namespace

double featureSpread(const torch::Tensor& features)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor rows = unitRows(features);
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

torch::Tensor alignment(const torch::Tensor& features, std::int64_t views)
{
    const torch::NoGradGuard noGrad;
    const auto each = unitRows(features).chunk(views, 0);
    torch::Tensor sum = torch::zeros({}, features.options());
    double pairs = 0;
    for (std::size_t one = 0; one < each.size(); ++one) {
        for (std::size_t other = one + 1; other < each.size(); ++other) {
            sum += (each[one] - each[other]).square().sum(1).mean();
            ++pairs;
        }
    }
    return sum / pairs;
}

double uniformity(const torch::Tensor& features)
{
    constexpr std::int64_t kRows = 1024;
    constexpr double kT = 2;
    const torch::NoGradGuard noGrad;
    const torch::Tensor rows = unitRows(features.narrow(0, 0, std::min(features.size(0), kRows)));
    const torch::Tensor squares = 2.0 - 2.0 * rows.matmul(rows.t());
    const torch::Tensor near = torch::exp(-kT * squares.clamp_min(0));
    const auto count = static_cast<double>(rows.size(0));
    const double pairs = near.sum(torch::kDouble).item<double>() -
                         near.diagonal().sum(torch::kDouble).item<double>();
    return std::log(std::max(pairs, 1e-300) / (count * (count - 1)));
}

} // namespace rekindle::pretrain

#include "core/train/nearest_torch.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace rekindle::train {
namespace {

constexpr double kTemperature = 0.07;
constexpr std::int64_t kRowsAtOnce = 1024;

torch::Tensor unit(const torch::Tensor& rows)
{
    return rows / rows.norm(2, 1, true).clamp_min(1e-12);
}

/// What keeps some of a piece's neighbours out: changes similarities [rows, n] of the rows from
/// `first` on.
using KeepOut = std::function<void(torch::Tensor& similarities, std::int64_t first)>;

torch::Tensor votes(const torch::Tensor& bankFeatures, const std::vector<std::int64_t>& bankLabels,
                    const torch::Tensor& features, int neighbours, std::int64_t classes,
                    const KeepOut& keepOut)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor bank = unit(bankFeatures).t();
    const torch::Tensor labels = torch::tensor(bankLabels, torch::kLong);
    const std::int64_t k = std::min<std::int64_t>(neighbours, bankFeatures.size(0));
    std::vector<torch::Tensor> parts;
    for (std::int64_t begin = 0; begin < features.size(0); begin += kRowsAtOnce) {
        const std::int64_t end = std::min(begin + kRowsAtOnce, features.size(0));
        torch::Tensor similarities = unit(features.slice(0, begin, end)).matmul(bank);
        if (keepOut)
            keepOut(similarities, begin);
        const auto [similarity, index] = similarities.topk(k, 1);
        const torch::Tensor weight = (similarity / kTemperature).exp();
        const torch::Tensor shares = torch::zeros({end - begin, classes});
        shares.scatter_add_(1, labels.index_select(0, index.flatten()).view_as(index), weight);
        parts.push_back(shares / shares.sum(1, true).clamp_min(std::numeric_limits<float>::min()));
    }
    return torch::cat(parts, 0);
}

} // namespace

torch::Tensor nearestVotes(const torch::Tensor& trainFeatures,
                           const std::vector<std::int64_t>& trainLabels,
                           const torch::Tensor& testFeatures, int neighbours, std::int64_t classes)
{
    return votes(trainFeatures, trainLabels, testFeatures, neighbours, classes, {});
}

torch::Tensor nearestVotesOfOthers(const torch::Tensor& features,
                                   const std::vector<std::int64_t>& labels,
                                   const std::vector<std::int64_t>& groups, int neighbours,
                                   std::int64_t classes)
{
    const torch::Tensor group = torch::tensor(groups, torch::kLong);
    return votes(features, labels, features, neighbours, classes,
                 [&](torch::Tensor& similarities, std::int64_t first) {
                     const torch::Tensor mine =
                         group.slice(0, first, first + similarities.size(0)).unsqueeze(1);
                     similarities.masked_fill_(mine == group.unsqueeze(0),
                                               -std::numeric_limits<double>::infinity());
                 });
}

} // namespace rekindle::train

#include "core/evaluate/nearest_torch.h"

#include <algorithm>

namespace rekindle::evaluate {

torch::Tensor nearestVotes(const torch::Tensor& trainFeatures,
                           const std::vector<std::int64_t>& trainLabels,
                           const torch::Tensor& testFeatures, int neighbours, std::int64_t classes)
{
    constexpr double kTemperature = 0.07;
    constexpr std::int64_t kRowsAtOnce = 1024;
    const auto unit = [](const torch::Tensor& rows) {
        return rows / rows.norm(2, 1, true).clamp_min(1e-12);
    };
    const torch::NoGradGuard noGrad;
    const torch::Tensor bank = unit(trainFeatures).t();
    const torch::Tensor labels = torch::tensor(trainLabels, torch::kLong);
    const std::int64_t k = std::min<std::int64_t>(neighbours, trainFeatures.size(0));
    std::vector<torch::Tensor> parts;
    for (std::int64_t begin = 0; begin < testFeatures.size(0); begin += kRowsAtOnce) {
        const std::int64_t end = std::min(begin + kRowsAtOnce, testFeatures.size(0));
        const auto [similarity, index] =
            unit(testFeatures.slice(0, begin, end)).matmul(bank).topk(k, 1);
        const torch::Tensor weight = (similarity / kTemperature).exp();
        const torch::Tensor votes = torch::zeros({end - begin, classes});
        votes.scatter_add_(1, labels.index_select(0, index.flatten()).view_as(index), weight);
        parts.push_back(votes / votes.sum(1, true));
    }
    return torch::cat(parts, 0);
}

} // namespace rekindle::evaluate

#pragma once

#include <torch/torch.h>

#include <vector>

namespace rekindle::evaluate {

/// Weighted nearest neighbours as in Wu et al. 2018 (InstDisc) and the self-supervised papers
/// since: cosine similarity, the k nearest vote with exp(similarity / 0.07). Returns class shares
/// [rows, classes]; both feature sets are [n, D].
[[nodiscard]] torch::Tensor nearestVotes(const torch::Tensor& trainFeatures,
                                         const std::vector<std::int64_t>& trainLabels,
                                         const torch::Tensor& testFeatures, int neighbours,
                                         std::int64_t classes);

} // namespace rekindle::evaluate

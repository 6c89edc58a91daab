#pragma once

#include <torch/torch.h>

#include <vector>

namespace rekindle::train {

/// Weighted nearest neighbours as in Wu et al. 2018 (InstDisc) and the self-supervised papers
/// since: cosine similarity, the k nearest vote with exp(similarity / 0.07). Returns class shares
/// [rows, classes]; both feature sets are [n, D].
[[nodiscard]] torch::Tensor nearestVotes(const torch::Tensor& trainFeatures,
                                         const std::vector<std::int64_t>& trainLabels,
                                         const torch::Tensor& testFeatures, int neighbours,
                                         std::int64_t classes);

/// The same within one set of features [n, D]: every row is voted on by the others, but by none of
/// its own group (the same patient, the same file). Rows for which nobody is left have shares of 0.
[[nodiscard]] torch::Tensor nearestVotesOfOthers(const torch::Tensor& features,
                                                 const std::vector<std::int64_t>& labels,
                                                 const std::vector<std::int64_t>& groups,
                                                 int neighbours, std::int64_t classes);

} // namespace rekindle::train

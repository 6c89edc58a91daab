#pragma once

#include "core/model/replica_torch.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::train {

// What replicas agree on besides sums: each of these is called by all of them.

/// The largest of the numbers that they give.
[[nodiscard]] std::int64_t largestOf(const model::Replica& replica, std::int64_t mine);

/// What each says, in rank order.
[[nodiscard]] std::vector<std::string> gatherTexts(const model::Replica& replica,
                                                   const std::string& mine);

/// Overwrites a tensor with the first one's.
void copyFromFirst(const model::Replica& replica, torch::Tensor& tensor);

} // namespace rekindle::train

#pragma once

#include "core/study/comparison.h"

#include <vector>

namespace rekindle::study {

/// What pairs that differ in nothing but the seed of their pretraining say together: a comparison
/// for each three or more of them, at the points that all have.
[[nodiscard]] std::vector<PairComparison>
compareOverSeeds(const std::vector<PairComparison>& pairs);

} // namespace rekindle::study

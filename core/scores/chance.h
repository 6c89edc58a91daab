#pragma once

#include "core/scores/score_table.h"

namespace rekindle::scores {

/// What whoever always names the most frequent class of these test images would score: the accuracy
/// at which nothing was learned. In [0, 1]; 0 without images.
[[nodiscard]] double majorityShare(const ScoreTable& table);

} // namespace rekindle::scores

#pragma once
// Private to the folder: what accuracy by class and F1 are made of.

#include "core/scores/score_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rekindle::scores {

/// Of each class the weight of its images, of the images held for it, and of both at once.
struct ClassCounts {
    std::vector<double> real, named, both;
};

/// `predicted` as ScoreTable::predicted; `weights` empty: each image counts once.
[[nodiscard]] ClassCounts classCounts(const ScoreTable& table,
                                      const std::vector<std::int64_t>& predicted,
                                      std::span<const double> weights);

} // namespace rekindle::scores

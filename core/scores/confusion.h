#pragma once

#include "core/scores/score_table.h"

#include <cstdint>
#include <vector>

namespace rekindle::scores {

/// Rows: true class, columns: most probable class.
using Confusion = std::vector<std::vector<std::int64_t>>;

[[nodiscard]] Confusion confusionOf(const ScoreTable& table);

} // namespace rekindle::scores

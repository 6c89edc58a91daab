#pragma once
// Private to the folder: what accuracy by class and F1 are made of.

#include "core/scores/measure.h"

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

/// A measure that is the mean over the classes that occur of one number a class.
using OfClass = double (*)(const ClassCounts& counts, std::size_t which);
[[nodiscard]] WeightedMeasure meanOverClasses(const ScoreTable& table, OfClass ofClass);

} // namespace rekindle::scores

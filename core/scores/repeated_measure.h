#pragma once

#include "core/scores/measure.h"

#include <span>
#include <vector>

namespace rekindle::scores {

/// A measure's mean over repeats, for any weights of the images that all of them are over.
class RepeatedMeasure
{
public:
    /// The tables outlive it.
    RepeatedMeasure(const Measure& measure, const std::vector<ScoreTable>& repeats);
    /// Not a number where a repeat does not decide it.
    [[nodiscard]] double mean(std::span<const double> weights) const;

private:
    std::vector<WeightedMeasure> m_repeats;
};

} // namespace rekindle::scores

#include "core/scores/repeated_measure.h"

#include <limits>

namespace rekindle::scores {

RepeatedMeasure::RepeatedMeasure(const Measure& measure, const std::vector<ScoreTable>& repeats)
{
    m_repeats.reserve(repeats.size());
    for (const ScoreTable& table : repeats)
        m_repeats.push_back(measure.prepare(table));
}

double RepeatedMeasure::mean(std::span<const double> weights) const
{
    double sum = 0;
    for (const WeightedMeasure& repeat : m_repeats)
        sum += repeat(weights).value_or(std::numeric_limits<double>::quiet_NaN());
    return sum / static_cast<double>(m_repeats.size());
}

} // namespace rekindle::scores

#include "core/scores/builtin_measures.h"
#include "core/scores/confusion.h"

#include <numeric>

namespace rekindle::scores {
namespace {

std::optional<double> balancedAccuracy(const ScoreTable& table)
{
    const Confusion counts = confusionOf(table);
    double sum = 0;
    int seen = 0;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        const auto all = std::accumulate(counts[row].begin(), counts[row].end(), std::int64_t{0});
        if (all == 0)
            continue;
        sum += static_cast<double>(counts[row][row]) / static_cast<double>(all);
        ++seen;
    }
    return seen == 0 ? std::nullopt : std::optional(sum / seen);
}

} // namespace

Measure balancedAccuracyMeasure()
{
    return {"balanced_accuracy", "Balanced accuracy",
            "Mean over the classes of the share of their images that is found", true,
            balancedAccuracy};
}

} // namespace rekindle::scores

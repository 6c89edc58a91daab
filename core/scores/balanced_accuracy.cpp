#include "core/scores/builtin_measures.h"
#include "core/scores/class_counts.h"

namespace rekindle::scores {
namespace {

WeightedMeasure balancedAccuracy(const ScoreTable& table)
{
    return [&table, predicted = table.predicted()](
               std::span<const double> weights) -> std::optional<double> {
        const ClassCounts counts = classCounts(table, predicted, weights);
        double sum = 0;
        int seen = 0;
        for (std::size_t which = 0; which < counts.real.size(); ++which) {
            if (counts.real[which] <= 0)
                continue;
            sum += counts.both[which] / counts.real[which];
            ++seen;
        }
        return seen == 0 ? std::nullopt : std::optional(sum / seen);
    };
}

} // namespace

Measure balancedAccuracyMeasure()
{
    return {"balanced_accuracy", "Balanced accuracy",
            "Mean over the classes of the share of their images that is found", true,
            balancedAccuracy};
}

} // namespace rekindle::scores

#include "core/scores/builtin_measures.h"
#include "core/scores/class_counts.h"

namespace rekindle::scores {
namespace {

WeightedMeasure macroF1(const ScoreTable& table)
{
    return [&table, predicted = table.predicted()](
               std::span<const double> weights) -> std::optional<double> {
        const ClassCounts counts = classCounts(table, predicted, weights);
        double sum = 0;
        int seen = 0;
        for (std::size_t which = 0; which < counts.real.size(); ++which) {
            if (counts.real[which] <= 0)
                continue;
            sum += 2 * counts.both[which] / (counts.real[which] + counts.named[which]);
            ++seen;
        }
        return seen == 0 ? std::nullopt : std::optional(sum / seen);
    };
}

} // namespace

Measure macroF1Measure()
{
    return {"macro_f1", "F1",
            "Harmonic mean of how many images of a class are found and how many held for it are of "
            "it, averaged over the classes",
            true, macroF1};
}

} // namespace rekindle::scores

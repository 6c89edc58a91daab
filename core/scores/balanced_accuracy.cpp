#include "core/scores/builtin_measures.h"
#include "core/scores/class_counts.h"

namespace rekindle::scores {
namespace {

WeightedMeasure balancedAccuracy(const ScoreTable& table)
{
    return meanOverClasses(table, [](const ClassCounts& counts, std::size_t which) {
        return counts.both[which] / counts.real[which];
    });
}

} // namespace

Measure balancedAccuracyMeasure()
{
    return {"balanced_accuracy", "Balanced accuracy",
            "Mean over the classes of the share of their images that is found", true,
            balancedAccuracy};
}

} // namespace rekindle::scores

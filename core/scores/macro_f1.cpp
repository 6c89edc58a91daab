#include "core/scores/builtin_measures.h"
#include "core/scores/class_counts.h"

namespace rekindle::scores {
namespace {

WeightedMeasure macroF1(const ScoreTable& table)
{
    return meanOverClasses(table, [](const ClassCounts& counts, std::size_t which) {
        return 2 * counts.both[which] / (counts.real[which] + counts.named[which]);
    });
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

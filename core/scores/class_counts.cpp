#include "core/scores/class_counts.h"

#include "core/scores/image_weights.h"

namespace rekindle::scores {

ClassCounts classCounts(const ScoreTable& table, const std::vector<std::int64_t>& predicted,
                        std::span<const double> weights)
{
    const std::vector<double> none(table.classes.size(), 0.0);
    ClassCounts counts{none, none, none};
    for (std::size_t image = 0; image < predicted.size(); ++image) {
        const double weight = weightOf(weights, image);
        const auto label = static_cast<std::size_t>(table.labels[image]);
        const auto best = static_cast<std::size_t>(predicted[image]);
        counts.real[label] += weight;
        counts.named[best] += weight;
        counts.both[label] += label == best ? weight : 0;
    }
    return counts;
}

WeightedMeasure meanOverClasses(const ScoreTable& table, OfClass ofClass)
{
    return [&table, ofClass, predicted = table.predicted()](
               std::span<const double> weights) -> std::optional<double> {
        const ClassCounts counts = classCounts(table, predicted, weights);
        double sum = 0;
        int seen = 0;
        for (std::size_t which = 0; which < counts.real.size(); ++which) {
            if (counts.real[which] <= 0)
                continue;
            sum += ofClass(counts, which);
            ++seen;
        }
        return seen == 0 ? std::nullopt : std::optional(sum / seen);
    };
}

} // namespace rekindle::scores

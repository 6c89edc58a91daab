#include "core/scores/builtin_measures.h"
#include "core/scores/image_weights.h"

namespace rekindle::scores {
namespace {

WeightedMeasure accuracy(const ScoreTable& table)
{
    return [&table, predicted = table.predicted()](
               std::span<const double> weights) -> std::optional<double> {
        double right = 0, all = 0;
        for (std::size_t image = 0; image < predicted.size(); ++image) {
            const double weight = weightOf(weights, image);
            right += predicted[image] == table.labels[image] ? weight : 0;
            all += weight;
        }
        return all > 0 ? std::optional(right / all) : std::nullopt;
    };
}

} // namespace

Measure accuracyMeasure()
{
    return {"accuracy", "Accuracy", "Share of the test images whose most probable class is theirs",
            true, accuracy};
}

} // namespace rekindle::scores

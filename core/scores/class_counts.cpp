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

} // namespace rekindle::scores

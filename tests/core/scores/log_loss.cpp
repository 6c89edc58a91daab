#include "core/scores/measure.h"

#include <algorithm>
#include <cmath>

/// A measure that the product does not have, unlike those it has: it looks at the probability of
/// the true class alone, has no upper bound, and lower is better.
rekindle::scores::Measure logLossMeasure()
{
    using rekindle::scores::ScoreTable;
    using rekindle::scores::WeightedMeasure;
    const auto prepare = [](const ScoreTable& table) -> WeightedMeasure {
        return [&table](std::span<const double> weights) -> std::optional<double> {
            constexpr double kLeast = 1e-7; // what was held impossible costs much, not everything
            double sum = 0, all = 0;
            for (std::size_t image = 0; image < table.images.size(); ++image) {
                const auto truth = static_cast<std::size_t>(table.labels[image]);
                const double weight = weights.empty() ? 1.0 : weights[image];
                sum -= weight * std::log(std::max<double>(table.row(image)[truth], kLeast));
                all += weight;
            }
            return sum / all;
        };
    };
    return {"log_loss", "Log loss", "Mean surprise at the true classes, in nats", false, prepare};
}

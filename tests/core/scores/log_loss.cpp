#include "core/scores/measure.h"

#include <algorithm>
#include <cmath>

/// A measure that the product does not have, unlike those it has: it looks at the probability of
/// the true class alone, has no upper bound, and lower is better.
rekindle::scores::Measure logLossMeasure()
{
    const auto value = [](const rekindle::scores::ScoreTable& table) -> std::optional<double> {
        constexpr double kLeast = 1e-7; // what was held impossible costs much, not everything
        double sum = 0;
        for (std::size_t image = 0; image < table.images.size(); ++image) {
            const auto truth = static_cast<std::size_t>(table.labels[image]);
            sum -= std::log(std::max<double>(table.row(image)[truth], kLeast));
        }
        return sum / static_cast<double>(table.images.size());
    };
    return {"log_loss", "Log loss", "Mean surprise at the true classes, in nats", false, value};
}

#include "core/scores/builtin_measures.h"

namespace rekindle::scores {
namespace {

std::optional<double> accuracy(const ScoreTable& table)
{
    if (table.images.empty())
        return std::nullopt;
    const std::vector<std::int64_t> predicted = table.predicted();
    std::int64_t right = 0;
    for (std::size_t image = 0; image < predicted.size(); ++image)
        right += predicted[image] == table.labels[image] ? 1 : 0;
    return static_cast<double>(right) / static_cast<double>(predicted.size());
}

} // namespace

Measure accuracyMeasure()
{
    return {"accuracy", "Accuracy", "Share of the test images whose most probable class is theirs",
            true, accuracy};
}

} // namespace rekindle::scores

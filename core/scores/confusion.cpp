#include "core/scores/confusion.h"

namespace rekindle::scores {

Confusion confusionOf(const ScoreTable& table)
{
    const std::size_t classes = table.classes.size();
    Confusion counts(classes, std::vector<std::int64_t>(classes, 0));
    const std::vector<std::int64_t> predicted = table.predicted();
    for (std::size_t image = 0; image < predicted.size(); ++image) {
        const auto truth = static_cast<std::size_t>(table.labels[image]);
        ++counts[truth][static_cast<std::size_t>(predicted[image])];
    }
    return counts;
}

} // namespace rekindle::scores

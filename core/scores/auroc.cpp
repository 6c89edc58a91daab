#include "core/scores/builtin_measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rekindle::scores {
namespace {

/// Area for one class by the rank sum of Mann and Whitney; nothing if all or no images are of it.
std::optional<double> classArea(const ScoreTable& table, std::size_t which)
{
    const std::size_t classes = table.classes.size();
    std::vector<std::size_t> order(table.images.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto score = [&](std::size_t image) {
        return table.probabilities[image * classes + which];
    };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return score(a) < score(b); });
    double positives = 0, rankSum = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && score(order[end]) == score(order[begin]))
            ++end;
        const double rank = 0.5 * static_cast<double>(begin + 1 + end);
        for (std::size_t i = begin; i < end; ++i) {
            if (table.labels[order[i]] == static_cast<std::int64_t>(which)) {
                positives += 1;
                rankSum += rank;
            }
        }
        begin = end;
    }
    const double negatives = static_cast<double>(table.images.size()) - positives;
    if (positives == 0 || negatives == 0)
        return std::nullopt;
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
}

std::optional<double> auroc(const ScoreTable& table)
{
    // What is not a number has no rank; a sort over such values would not even end.
    if (std::any_of(table.probabilities.begin(), table.probabilities.end(),
                    [](float value) { return std::isnan(value); }))
        return std::nullopt;
    double sum = 0;
    int seen = 0;
    for (std::size_t which = 0; which < table.classes.size(); ++which) {
        if (const auto area = classArea(table, which)) {
            sum += *area;
            ++seen;
        }
    }
    return seen == 0 ? std::nullopt : std::optional(sum / seen);
}

} // namespace

Measure aurocMeasure()
{
    return {"auroc", "AUROC",
            "Chance that an image of a class is held for it more than one of another class, "
            "averaged over the classes",
            true, auroc};
}

} // namespace rekindle::scores

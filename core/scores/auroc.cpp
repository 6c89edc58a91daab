#include "core/scores/builtin_measures.h"
#include "core/scores/image_weights.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace rekindle::scores {
namespace {

/// The images in the ascending order of their probability of one class.
using Order = std::vector<std::uint32_t>;

Order orderBy(const ScoreTable& table, std::size_t which)
{
    Order order(table.images.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t classes = table.classes.size();
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return table.probabilities[a * classes + which] < table.probabilities[b * classes + which];
    });
    return order;
}

/// Area for one class: the weight of pairs of an image of it and one of another class that are
/// ordered rightly, ties counting half (Mann and Whitney); nothing if all or no images are of it.
std::optional<double> classArea(const ScoreTable& table, std::size_t which, const Order& order,
                                std::span<const double> weights)
{
    const std::size_t classes = table.classes.size();
    const auto score = [&](std::size_t place) {
        return table.probabilities[order[place] * classes + which];
    };
    double below = 0, positives = 0, area = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double own = 0, others = 0;
        while (end < order.size() && score(end) == score(begin)) {
            const double weight = weightOf(weights, order[end]);
            (table.labels[order[end]] == static_cast<std::int64_t>(which) ? own : others) += weight;
            ++end;
        }
        area += own * (below + others / 2);
        below += others;
        positives += own;
        begin = end;
    }
    if (positives <= 0 || below <= 0)
        return std::nullopt;
    return area / (positives * below);
}

WeightedMeasure auroc(const ScoreTable& table)
{
    // What is not a number has no rank; a sort over such values would not even end.
    if (std::any_of(table.probabilities.begin(), table.probabilities.end(),
                    [](float value) { return std::isnan(value); }))
        return [](std::span<const double>) { return std::optional<double>(); };
    std::vector<Order> orders;
    for (std::size_t which = 0; which < table.classes.size(); ++which)
        orders.push_back(orderBy(table, which));
    return [&table,
            orders = std::move(orders)](std::span<const double> weights) -> std::optional<double> {
        double sum = 0;
        int seen = 0;
        for (std::size_t which = 0; which < orders.size(); ++which) {
            if (const auto area = classArea(table, which, orders[which], weights)) {
                sum += *area;
                ++seen;
            }
        }
        return seen == 0 ? std::nullopt : std::optional(sum / seen);
    };
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

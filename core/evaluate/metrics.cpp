#include "core/evaluate/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace rekindle::evaluate {
namespace {

/// Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom (any table).
constexpr std::array kStudent = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060,
                                 2.2622,  2.2281, 2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199,
                                 2.1098,  2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639,
                                 2.0595,  2.0555, 2.0518, 2.0484, 2.0452, 2.0423};

double studentQuantile(std::size_t degrees)
{
    if (degrees <= kStudent.size())
        return kStudent[degrees - 1];
    // Cornish-Fisher's first term over the normal quantile: within 1e-3 above 30 degrees.
    constexpr double kNormal = 1.959964;
    return kNormal + (kNormal * kNormal * kNormal + kNormal) / (4.0 * static_cast<double>(degrees));
}

/// Area for one class by the rank sum of Mann and Whitney.
double classArea(const std::vector<std::int64_t>& truth, const std::vector<float>& scores,
                 std::size_t classes, std::size_t which)
{
    std::vector<std::size_t> order(truth.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto score = [&](std::size_t row) { return scores[row * classes + which]; };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return score(a) < score(b); });
    double positives = 0, rankSum = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && score(order[end]) == score(order[begin]))
            ++end;
        const double rank = 0.5 * static_cast<double>(begin + 1 + end);
        for (std::size_t i = begin; i < end; ++i) {
            if (truth[order[i]] == static_cast<std::int64_t>(which)) {
                positives += 1;
                rankSum += rank;
            }
        }
        begin = end;
    }
    const double negatives = static_cast<double>(truth.size()) - positives;
    if (positives == 0 || negatives == 0)
        return std::numeric_limits<double>::quiet_NaN();
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
}

} // namespace

Confusion confusion(const std::vector<std::int64_t>& truth,
                    const std::vector<std::int64_t>& predicted, std::size_t classes)
{
    Confusion table(classes, std::vector<std::int64_t>(classes, 0));
    for (std::size_t i = 0; i < truth.size(); ++i)
        ++table[static_cast<std::size_t>(truth[i])][static_cast<std::size_t>(predicted[i])];
    return table;
}

double accuracy(const Confusion& table)
{
    std::int64_t right = 0, all = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        right += table[row][row];
        all += std::accumulate(table[row].begin(), table[row].end(), std::int64_t{0});
    }
    return all == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(all);
}

double balancedAccuracy(const Confusion& table)
{
    double sum = 0;
    int seen = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto all = std::accumulate(table[row].begin(), table[row].end(), std::int64_t{0});
        if (all == 0)
            continue;
        sum += static_cast<double>(table[row][row]) / static_cast<double>(all);
        ++seen;
    }
    return seen == 0 ? 0.0 : sum / seen;
}

double auroc(const std::vector<std::int64_t>& truth, const std::vector<float>& scores,
             std::size_t classes)
{
    double sum = 0;
    int seen = 0;
    for (std::size_t which = 0; which < classes; ++which) {
        const double area = classArea(truth, scores, classes, which);
        if (std::isnan(area))
            continue;
        sum += area;
        ++seen;
    }
    return seen == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / seen;
}

Spread spreadOf(const std::vector<double>& values)
{
    Spread spread;
    if (values.empty())
        return spread;
    const auto count = static_cast<double>(values.size());
    spread.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    spread.low = spread.high = spread.mean;
    if (values.size() < 2)
        return spread;
    double square = 0;
    for (const double value : values)
        square += (value - spread.mean) * (value - spread.mean);
    spread.sd = std::sqrt(square / (count - 1));
    const double half = studentQuantile(values.size() - 1) * spread.sd / std::sqrt(count);
    spread.low = spread.mean - half;
    spread.high = spread.mean + half;
    return spread;
}

} // namespace rekindle::evaluate

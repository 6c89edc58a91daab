#include "core/inspect/histogram.h"

#include "core/inspect/weight_report.h"

#include <algorithm>
#include <cmath>

namespace rekindle::inspect {
namespace {

constexpr double kLeastBins = 8;
constexpr double kMostBins = 120;

/// Width by Freedman and Diaconis: 2 IQR / n^(1/3); 0 when the quartiles coincide.
double binWidth(const std::vector<double>& values)
{
    const Quantiles q = quantiles(values);
    return 2.0 * (q.q75 - q.q25) / std::cbrt(static_cast<double>(values.size()));
}

} // namespace

std::vector<double> sharedEdges(std::span<const std::vector<double>> rows, bool logarithmic)
{
    std::vector<double> all;
    double smallestWidth = 0;
    for (const auto& row : rows) {
        std::vector<double> values;
        for (const double value : row) {
            if (std::isfinite(value) && (!logarithmic || value > 0))
                values.push_back(logarithmic ? std::log10(value) : value);
        }
        if (values.empty())
            continue;
        const double width = binWidth(values);
        if (width > 0 && (smallestWidth == 0 || width < smallestWidth))
            smallestWidth = width;
        all.insert(all.end(), values.begin(), values.end());
    }
    if (all.empty())
        return {0.0, 1.0};
    const auto [low, high] = std::minmax_element(all.begin(), all.end());
    const double begin = *low, range = *high - *low;
    const auto edge = [&](double value) { return logarithmic ? std::pow(10.0, value) : value; };
    if (range <= 0) {
        const double half = logarithmic ? 0.5 : std::max(std::abs(begin) * 0.01, 1e-6);
        return {edge(begin - half), edge(begin + half)};
    }
    const double wanted = smallestWidth > 0 ? std::ceil(range / smallestWidth) : kLeastBins;
    const auto bins = static_cast<std::size_t>(std::clamp(wanted, kLeastBins, kMostBins));
    std::vector<double> edges;
    for (std::size_t i = 0; i <= bins; ++i)
        edges.push_back(edge(begin + range * static_cast<double>(i) / static_cast<double>(bins)));
    return edges;
}

Histogram makeHistogram(std::span<const double> values, const std::vector<double>& edges)
{
    Histogram histogram;
    histogram.edges = edges;
    if (edges.size() < 2)
        return histogram;
    histogram.counts.assign(edges.size() - 1, 0.0);
    // The ends are held open by a hair: a value that made an edge must not fall off it by rounding.
    const double slack = 1e-9 * (edges.back() - edges.front());
    for (const double value : values) {
        if (!(value >= edges.front() - slack) || value > edges.back() + slack)
            continue;
        const auto above = std::upper_bound(edges.begin(), edges.end(), value);
        const auto index = std::clamp<std::ptrdiff_t>(
            above - edges.begin() - 1, 0, static_cast<std::ptrdiff_t>(histogram.counts.size()) - 1);
        ++histogram.counts[static_cast<std::size_t>(index)];
    }
    return histogram;
}

} // namespace rekindle::inspect

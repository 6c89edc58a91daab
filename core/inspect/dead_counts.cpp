#include "core/inspect/dead_counts.h"

#include <algorithm>
#include <cmath>

namespace rekindle::inspect {

DeadCounts::DeadCounts(const WeightReport& report)
{
    m_sorted.reserve(report.layers.size());
    for (const LayerReport& layer : report.layers) {
        std::vector<double> norms = layer.filterNorms;
        std::erase_if(norms, [](double norm) { return std::isnan(norm); });
        std::sort(norms.begin(), norms.end());
        m_sorted.push_back(std::move(norms));
    }
}

std::vector<std::uint64_t> DeadCounts::below(double below) const
{
    std::vector<std::uint64_t> counts;
    counts.reserve(m_sorted.size());
    for (const std::vector<double>& norms : m_sorted)
        counts.push_back(static_cast<std::uint64_t>(
            std::lower_bound(norms.begin(), norms.end(), below) - norms.begin()));
    return counts;
}

WeightReport withDeadBelow(WeightReport report, double below)
{
    report.settings.deadBelow = below;
    report.totals.dead = 0;
    for (LayerReport& layer : report.layers) {
        layer.dead.clear();
        for (std::size_t filter = 0; filter < layer.filterNorms.size(); ++filter) {
            if (layer.filterNorms[filter] < below)
                layer.dead.push_back(static_cast<std::int64_t>(filter));
        }
        report.totals.dead += layer.dead.size();
    }
    return report;
}

} // namespace rekindle::inspect

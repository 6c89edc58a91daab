#pragma once

#include "core/inspect/weight_report.h"

#include <cstdint>
#include <vector>

namespace rekindle::inspect {

/// How many filters of each layer are below a line, for a line that moves: norms are sorted once,
/// then a line costs one search a layer.
class DeadCounts
{
public:
    DeadCounts() = default;
    explicit DeadCounts(const WeightReport& report);

    /// By layer, in the report's order, filters with norm < `below`.
    [[nodiscard]] std::vector<std::uint64_t> below(double below) const;

private:
    std::vector<std::vector<double>> m_sorted;
};

/// The report as it is with another line: which filters are dead, and how many.
[[nodiscard]] WeightReport withDeadBelow(WeightReport report, double below);

} // namespace rekindle::inspect

#pragma once

#include <span>
#include <vector>

namespace rekindle::inspect {

/// Bins [edges[i], edges[i+1]), the last one closed; counts.size() == edges.size() - 1.
struct Histogram {
    std::vector<double> edges;
    std::vector<double> counts;
};

/// Shared edges over several rows of values, by the rule of Freedman and Diaconis (between 8 and
/// 120 bins), the finest that a row asks for. Logarithmic edges leave values of 0 and below out.
/// Equal values get one bin.
[[nodiscard]] std::vector<double> sharedEdges(std::span<const std::vector<double>> rows,
                                              bool logarithmic = false);

[[nodiscard]] Histogram makeHistogram(std::span<const double> values,
                                      const std::vector<double>& edges);

} // namespace rekindle::inspect

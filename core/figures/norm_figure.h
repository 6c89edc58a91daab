#pragma once

#include "core/figures/figure.h"
#include "core/inspect/weight_report.h"

#include <string>
#include <vector>

namespace rekindle::figures {

/// One set of weights in the histogram.
struct NormInput {
    std::string name;
    Role role = Role::Neutral;
    const inspect::WeightReport* report = nullptr;
};

/// Histogram of filter norms as share of filters (%), several weights overlaid on shared bins,
/// lines at the dead threshold and at 1 (the paper's Figure 1). `layer` empty: all filters of the
/// network.
[[nodiscard]] Figure normFigure(const std::vector<NormInput>& inputs, const std::string& layer,
                                bool logarithmic = false);

} // namespace rekindle::figures

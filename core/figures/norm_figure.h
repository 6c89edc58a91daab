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

/// What the height of a step stands for. Density: the share by width, so that steps of unlike
/// widths compare (of a logarithmic axis, by factor of ten).
enum class Height { Share, Density, Counts };

struct HistogramStyle {
    bool logarithmicX = false;
    bool logarithmicY = false;
    Height height = Height::Share;
};

/// Histogram of filter norms, several weights overlaid on shared bins, lines at the dead threshold
/// (of id "dead") and at 1. `part` empty: all filters of the network; else a layer, or the stage or
/// block whose layers' names begin with it.
[[nodiscard]] Figure normFigure(const std::vector<NormInput>& inputs, const std::string& part,
                                const HistogramStyle& style = {});

} // namespace rekindle::figures

#pragma once

#include "core/figures/indicator_figure.h"
#include "widgets/bridge/run_watch.h"

#include <optional>

namespace rekindle::panels {

/// From one pass to another.
struct CurvePart {
    double low = 0, high = 0;
};

/// How curves of runs are looked at.
struct LiveView {
    figures::Indicator indicator = figures::Indicator::Loss;
    int window = 9;           ///< points of the running median; 1: as they are
    bool logarithmic = false; ///< where the indicator allows it
    std::optional<CurvePart> part = {};
};

/// The curves of pretraining runs as one figure. Long curves are drawn as the means of equal
/// stretches, with a band from the least to the greatest value of each, so that drawing stays quick
/// and no peak is lost; the part that is looked at closely is cut the finest.
[[nodiscard]] figures::Figure liveFigure(const std::vector<const bridge::RunView*>& runs,
                                         const LiveView& view = {});

} // namespace rekindle::panels

#pragma once

#include "core/figures/run_figures.h"
#include "widgets/bridge/run_watch.h"

#include <optional>

namespace rekindle::panels {

/// From one pass to another.
struct CurvePart {
    double low = 0, high = 0;
};

/// The loss curves of pretraining runs as one figure. Long curves are drawn as the means of equal
/// stretches, with a band from the least to the greatest loss of each, so that drawing stays quick
/// and no peak is lost; the part that is looked at closely is cut the finest.
[[nodiscard]] figures::Figure liveLossFigure(const std::vector<const bridge::RunView*>& runs,
                                             const std::optional<CurvePart>& part = {});

} // namespace rekindle::panels

#pragma once

#include "core/figures/run_figures.h"
#include "widgets/bridge/run_watch.h"

namespace rekindle::panels {

/// The loss curves of pretraining runs as one figure; long curves as means over equal stretches, so
/// that drawing stays quick.
[[nodiscard]] figures::Figure liveLossFigure(const std::vector<const bridge::RunView*>& runs);

} // namespace rekindle::panels

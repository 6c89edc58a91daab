#pragma once

#include <rekindle/bridge/run_watch.h>
#include <rekindle/figures/run_figures.h>

namespace rekindle::panels {

/// The loss curves of pretraining runs as one figure; long curves as means over equal stretches, so
/// that drawing stays quick.
[[nodiscard]] figures::Figure liveLossFigure(const std::vector<const bridge::RunView*>& runs);

} // namespace rekindle::panels

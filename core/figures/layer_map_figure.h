#pragma once

#include "core/figures/norm_figure.h"

#include <vector>

namespace rekindle::figures {

/// All layers at once: a row a layer in forward order, a column a range of norms, and as colour the
/// share of the layer's filters there. Several weights stand side by side, with the same ranges and
/// the same colours.
[[nodiscard]] Figure layerMapFigure(const std::vector<NormInput>& inputs, bool logarithmic = false);

} // namespace rekindle::figures

#pragma once

#include "core/figures/figure.h"

namespace rekindle::figures {

/// How weights that share their bins stand beside each other.
enum class Arrangement { Overlay, SideBySide, Difference };

/// Each series in a panel of its own with the axes of all; of panels, a row of panels each. A
/// figure of fewer than two series comes back as it is.
[[nodiscard]] Figure sideBySide(const Figure& figure);

/// Each further series less the first, bin by bin; of panels, of each. Panels of strips become one
/// of the second less the first where their rows and bins are the same. A figure with nothing to
/// compare comes back as it is.
[[nodiscard]] Figure differenceOf(const Figure& figure);

/// Figures of one kind as the panels of one, maps with the same colours; one alone stays as it is.
[[nodiscard]] Figure together(std::vector<Figure> figures, const std::string& title);

[[nodiscard]] Figure arranged(const Figure& figure, Arrangement arrangement);

} // namespace rekindle::figures

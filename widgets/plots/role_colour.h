#pragma once

#include "core/figures/figure.h"

#include <QColor>

namespace rekindle::plots {

/// The colour of a role's words on the window's surface: of its curve, dark or light enough to be
/// read.
[[nodiscard]] QColor roleColour(figures::Role role);

} // namespace rekindle::plots

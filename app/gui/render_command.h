#pragma once

#include "app/gui/arguments.h"

namespace rekindle::gui {

/// Draws the figure of a JSON file into a PDF, SVG or PNG, replacing it. No CSV: the command line
/// writes its own.
[[nodiscard]] Result<void> renderFigure(const Arguments& arguments);

} // namespace rekindle::gui

#pragma once

// Private to the folder: axes of a figure, their looks and their ends.

#include "widgets/plots/plot_style.h"

namespace rekindle::plots {

void styleAxis(QCPAxis& axis, const figures::Axis& what, const PlotTheme& theme,
               const PlotScale& scale);

/// Sets both axes to what a chart asks for, with what stands below it.
void fitAxes(const figures::Figure& figure, QCPAxis& x, QCPAxis& y);
/// The same for a chart below another one, whose x axis follows.
void fitLowerAxis(const figures::Figure& lower, QCPAxis& y);

/// "Accuracy (%)"
[[nodiscard]] QString axisTitle(const figures::Axis& axis);

} // namespace rekindle::plots

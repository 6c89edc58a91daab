#pragma once

// Private to the folder: the one routine that draws a figure, for screen and paper alike.

#include "widgets/plots/plot_style.h"

#include <vector>

namespace rekindle::plots {

/// Empties `plot` and draws `figure` into it. `width` is the room for the notes under the chart, in
/// device units; 0 leaves the notes out. Returns one graph per series, in order.
std::vector<QCPGraph*> drawFigure(QCustomPlot& plot, const figures::Figure& figure,
                                  const PlotTheme& theme, const PlotScale& scale, double width = 0);

/// Sets both axes to what the figure asks for.
void fitAxes(QCustomPlot& plot, const figures::Figure& figure);

/// "Accuracy (%)"
[[nodiscard]] QString axisTitle(const figures::Axis& axis);

} // namespace rekindle::plots

#pragma once

// Private to the folder: the one routine that draws a figure, for screen and paper alike.

#include "widgets/plots/panel_drawing.h"

#include <vector>

namespace rekindle::plots {

/// Empties `plot` and draws `figure` into it, which must outlive the panels. `width` is the room
/// for the notes under the chart, in device units; 0 leaves the notes out.
std::vector<Panel> drawFigure(QCustomPlot& plot, const figures::Figure& figure,
                              const PlotTheme& theme, const PlotScale& scale, double width = 0);

/// Lays the plot out in this room before anything is painted: how many names of rows fit beside an
/// axis depends on its height.
void settleLayout(QCustomPlot& plot, const QRect& room);

} // namespace rekindle::plots

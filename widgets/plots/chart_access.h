#pragma once

// Private to the folder: what a screen reader hears of a chart.

namespace rekindle::plots {

/// Gives every FigureView the role of a chart. May be called again.
void installChartAccess();

} // namespace rekindle::plots

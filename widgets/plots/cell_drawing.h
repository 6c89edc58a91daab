#pragma once

// Private to the folder: strips of coloured cells and boards of small pictures.

#include "widgets/plots/panel_drawing.h"

#include <optional>

namespace rekindle::plots {

/// Adds the strips or tiles of a panel; nothing for curves.
void drawCells(Panel& panel, const PlotTheme& theme, const PlotScale& scale);
/// Shows all rows, or all pictures.
void fitCells(const Panel& panel);

[[nodiscard]] QCPColorGradient gradientOf(figures::Palette palette, const PlotTheme& theme);
/// Of dead and of replaced filters.
[[nodiscard]] QColor markColour(figures::CellMark mark);

/// A cell by its row and its place in the row; of tiles, row 0.
struct CellPlace {
    std::size_t row = 0, cell = 0;
};
/// What lies under a pixel.
[[nodiscard]] std::optional<CellPlace> cellAt(const Panel& panel, const QPointF& pixel);
/// Where a cell is on the screen.
[[nodiscard]] QRectF cellRect(const Panel& panel, const CellPlace& place);

} // namespace rekindle::plots

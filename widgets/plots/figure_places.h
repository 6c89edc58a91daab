#pragma once

// Private to the folder: the points of a figure, whatever it holds, as rows to walk along.

#include "core/figures/figure.h"

#include <QString>

#include <vector>

namespace rekindle::plots {

/// A series, a strip, or all tiles of a panel.
struct RowPlace {
    std::size_t panel = 0; ///< 0 of a figure without panels, 1 what stands below it
    std::size_t row = 0;
};

/// The panel, or where it has none the figure itself, or what stands below it.
[[nodiscard]] const figures::Figure& contentOf(const figures::Figure& figure, std::size_t panel);
[[nodiscard]] std::vector<RowPlace> rowsOf(const figures::Figure& figure);
[[nodiscard]] std::size_t lengthOf(const figures::Figure& figure, RowPlace row);
[[nodiscard]] QString nameOf(const figures::Figure& figure, RowPlace row);
/// "conv1 — filter 37: norm 0.043, dead"
[[nodiscard]] QString textAt(const figures::Figure& figure, RowPlace row, std::size_t point);

} // namespace rekindle::plots

#pragma once

#include "core/base/result.h"
#include "core/figures/figure.h"

#include <filesystem>

namespace rekindle::plots {

/// A figure's size on paper. Text in points; the height follows from the width where it is 0.
struct ExportSettings {
    double widthMm = 89; ///< a journal's single column
    double heightMm = 0; ///< 0: what the figure needs at this width
    double textPoints = 7;
    int dpi = 300;        ///< PNG only
    bool withCsv = true;  ///< the plotted numbers as <name>.csv beside it
    bool replace = false; ///< an existing file is refused without it
};

/// Writes `figure` as PDF, SVG or PNG, by the name's ending, whole or not at all, always light,
/// text as text in Liberation Sans. The same figure gives the same SVG and CSV. Needs a
/// QApplication (any platform). Kinds Usage (another ending, a size out of range, exists), Space,
/// Io.
[[nodiscard]] Result<void> exportFigure(const figures::Figure& figure,
                                        const std::filesystem::path& file,
                                        const ExportSettings& settings = {});

/// What a figure is best seen at: a single column for one chart, both columns for panels and maps.
[[nodiscard]] double usualWidthMm(const figures::Figure& figure);

/// Where the numbers of an export go: the same name with .csv.
[[nodiscard]] std::filesystem::path csvBeside(const std::filesystem::path& file);

} // namespace rekindle::plots

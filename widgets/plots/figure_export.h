#pragma once

#include "core/base/result.h"
#include "core/figures/figure.h"

#include <QImage>
#include <QLocale>

#include <filesystem>
#include <vector>

namespace rekindle::plots {

/// A figure's size on paper. Text in points; the height follows from the width where it is 0.
struct ExportSettings {
    double widthMm = 89; ///< a journal's single column
    double heightMm = 0; ///< 0: what the figure needs at this width
    double textPoints = 7;
    int dpi = 300;        ///< PNG only
    bool withCsv = true;  ///< the plotted numbers as <name>.csv beside it
    bool replace = false; ///< an existing file is refused without it
    /// Of the numbers at the axes: the window's, where the words of the figure are its, too.
    QLocale locale = QLocale::c();
};

/// Writes `figure` as PDF, SVG or PNG, by the name's ending, whole or not at all, always light,
/// text as text in Liberation Sans. The same figure gives the same SVG and CSV. Needs a
/// QApplication (any platform). A CSV that holds the same numbers already is in nobody's way. Kinds
/// Usage (another ending, a size out of range, exists), Space, Io.
[[nodiscard]] Result<void> exportFigure(const figures::Figure& figure,
                                        const std::filesystem::path& file,
                                        const ExportSettings& settings = {});

/// The figure as it comes out on paper, at its true size on a screen of `dpi`, or smaller where
/// `room` is less.
[[nodiscard]] QImage previewFigure(const figures::Figure& figure, const ExportSettings& settings,
                                   double dpi, QSize room);

/// How high the figure comes out.
[[nodiscard]] double heightMm(const figures::Figure& figure, const ExportSettings& settings);

/// What a figure is best seen at: a single column for one chart, both columns for panels and maps.
[[nodiscard]] double usualWidthMm(const figures::Figure& figure);

/// Those of the files that `exportFigure` would write which exist and hold something else.
[[nodiscard]] std::vector<std::filesystem::path> inTheWay(const figures::Figure& figure,
                                                          const std::filesystem::path& file,
                                                          const ExportSettings& settings);

/// Where the numbers of an export go: the same name with .csv.
[[nodiscard]] std::filesystem::path csvBeside(const std::filesystem::path& file);

} // namespace rekindle::plots

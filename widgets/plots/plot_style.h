#pragma once

// Private to the folder: every colour, width and mark of a chart.

#include "core/figures/figure.h"

#include <QColor>
#include <QFont>
#include <QPen>
#include <qcustomplot.h>

namespace rekindle::plots {

/// What a chart is drawn with: on paper always light, on the screen as the window is.
struct PlotTheme {
    QColor background, text, muted, axis, grid;
};
[[nodiscard]] PlotTheme paperTheme();
[[nodiscard]] PlotTheme screenTheme();

/// Lengths in points times `unit` are device units: 1 pt = 10 units on our vector pages,
/// dpi / 72 pixels on pixmaps and screens. Fonts are set in pixels, so that layout and device agree
/// whatever resolution the screen has.
struct PlotScale {
    double unit = 1;
    double textPoints = 7;
    bool paper = false;

    [[nodiscard]] double pt(double points) const { return points * unit; }
    [[nodiscard]] QFont font(double factor = 1.0) const;
};

/// Colour, marker and dash of a role (Okabe-Ito; product.md 5): fixed meaning in the whole program,
/// and told apart in grey too.
struct RoleStyle {
    QColor colour;
    QCPScatterStyle::ScatterShape marker = QCPScatterStyle::ssDisc;
    bool hollow = false;
    Qt::PenStyle dash = Qt::SolidLine;
};
[[nodiscard]] RoleStyle roleStyle(figures::Role role, const PlotTheme& theme);
/// For words in the colour of a curve: at least 4.5 to 1 on the background.
[[nodiscard]] QColor roleTextColour(figures::Role role, const PlotTheme& theme);

} // namespace rekindle::plots

#pragma once

// Private to the folder: one pair of axes with what is drawn on them.

#include "widgets/plots/axis_drawing.h"
#include "widgets/plots/dodged_graph.h"
#include "widgets/plots/plot_style.h"

#include <vector>

namespace rekindle::plots {

/// A line across a panel, with its label.
struct DrawnMarker {
    QString id;
    QCPItemStraightLine* line = nullptr; ///< or none, where it lies beyond the axis
    QCPItemText* label = nullptr;        ///< or none
    bool vertical = true;

    void moveTo(double value) const;
};

/// One content of a figure as it is drawn: the figure itself, what stands below it, or one of its
/// panels.
struct Panel {
    const figures::Figure* figure = nullptr; ///< belongs to whoever had it drawn
    QCPAxis* x = nullptr;
    QCPAxis* y = nullptr;
    std::vector<DodgedGraph*> graphs; ///< one a series, in order
    std::vector<DrawnMarker> markers;
    bool lower = false; ///< stands below the first one and shares its x axis
};

/// Draws series, strips or tiles into a new, empty axis rect of `plot`.
[[nodiscard]] Panel drawPanel(QCustomPlot& plot, QCPAxisRect& rect, const figures::Figure& figure,
                              const PlotTheme& theme, const PlotScale& scale);

/// Sets both axes to what the panel asks for.
void fitAxes(const Panel& panel);

/// A line of more points is a line alone: bars and marks on each would hide it.
[[nodiscard]] bool isLong(const figures::Series& series);

/// Long names lose their middle, where file names differ least.
[[nodiscard]] QString shortName(const QString& name);

} // namespace rekindle::plots

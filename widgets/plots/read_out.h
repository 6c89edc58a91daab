#pragma once

// Private to the folder: what a chart says of a place on it.

#include "core/figures/figure.h"
#include "widgets/plots/panel_drawing.h"

#include <QPointF>
#include <QString>

#include <optional>

namespace rekindle::plots {

/// "P1X — Pretraining pass 10: 41.5 % (40 to 43)"
[[nodiscard]] QString pointText(const figures::Figure& figure, const figures::Series& series,
                                std::size_t point);

/// What stands at an x: its value on every curve of many points, a line each.
struct Column {
    double x = 0;
    QString text;
};
/// Nothing where the figure has no such curve.
[[nodiscard]] std::optional<Column> columnAt(const figures::Figure& figure, double x);

/// Words in a frame on a chart, beside a place and within the chart.
class PointerBox : public QCPItemText
{
public:
    PointerBox(QCustomPlot* plot, const PlotTheme& theme, const PlotScale& scale);
    void showAt(const QPointF& place, const QString& text);

private:
    double m_gap = 0;
};

} // namespace rekindle::plots

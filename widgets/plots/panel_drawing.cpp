#include "widgets/plots/panel_drawing.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/plots/cell_drawing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rekindle::plots {
namespace {

using bridge::qt;
using figures::Figure;
using figures::Series;
using figures::Shape;

/// Smallest and largest value, of what a logarithmic axis can show where asked.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value, bool logarithmic)
    {
        if (!std::isfinite(value) || (logarithmic && value <= 0))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] bool empty() const { return low > high; }
};

constexpr std::size_t kMostMarkers = 60; ///< more points are drawn as a line alone

QCPGraph* addSeries(QCustomPlot& plot, const Panel& panel, const Series& series,
                    const PlotTheme& theme, const PlotScale& scale)
{
    const RoleStyle style = roleStyle(series.role, theme);
    QCPGraph* graph = plot.addGraph(panel.x, panel.y);
    graph->setName(shortName(qt(series.name)));
    graph->setAdaptiveSampling(!scale.paper);
    QPen pen(style.colour, std::max(scale.pt(1.0), 1.25));
    // Steps of a comparison are solid; those that are laid over each other need their dashes.
    pen.setStyle(series.shape == Shape::Steps && series.role < figures::Role::Laid1 ? Qt::SolidLine
                                                                                    : style.dash);
    pen.setJoinStyle(Qt::RoundJoin);
    const bool markers = series.shape == Shape::Points ||
                         (series.shape == Shape::Line && series.x.size() <= kMostMarkers);
    if (markers) {
        QPen outline(style.colour, std::max(scale.pt(0.9), 1.25));
        graph->setScatterStyle(QCPScatterStyle(
            style.marker, outline, style.hollow ? QBrush(theme.background) : QBrush(style.colour),
            scale.pt(4.6)));
    }
    graph->setPen(pen);
    switch (series.shape) {
    case Shape::Line:
        graph->setLineStyle(QCPGraph::lsLine);
        break;
    case Shape::Steps:
        graph->setLineStyle(QCPGraph::lsStepCenter);
        break;
    case Shape::Points:
        graph->setLineStyle(QCPGraph::lsNone);
        break;
    }
    if (series.filled) {
        QColor fill = style.colour;
        fill.setAlphaF(0.2F);
        graph->setBrush(fill);
    }
    const QVector<double> x(series.x.begin(), series.x.end());
    const QVector<double> y(series.y.begin(), series.y.end());
    graph->setData(x, y, true);
    return graph;
}

[[nodiscard]] bool hasEnds(const Series& series)
{
    return series.low.size() == series.y.size() && series.high.size() == series.y.size() &&
           !series.y.empty();
}

/// A line of many points: bars on each would hide it.
[[nodiscard]] bool isLong(const Series& series)
{
    return series.shape == Shape::Line && series.x.size() > kMostMarkers;
}

/// Fills from the low to the high ends, under the curves.
void addBand(QCustomPlot& plot, const Panel& panel, const Series& series, const PlotTheme& theme)
{
    QColor fill = roleStyle(series.role, theme).colour;
    fill.setAlphaF(0.22F);
    const QVector<double> x(series.x.begin(), series.x.end());
    QCPGraph* low = plot.addGraph(panel.x, panel.y);
    QCPGraph* high = plot.addGraph(panel.x, panel.y);
    low->setData(x, QVector<double>(series.low.begin(), series.low.end()), true);
    high->setData(x, QVector<double>(series.high.begin(), series.high.end()), true);
    low->setPen(Qt::NoPen);
    // A hair's breadth, so that the peak of one step is not thinner than a pixel.
    high->setPen(QPen(fill, 1));
    high->setBrush(fill);
    high->setChannelFillGraph(low);
}

void addErrorBars(const Panel& panel, QCPGraph* graph, const Series& series, const PlotTheme& theme,
                  const PlotScale& scale)
{
    auto* bars = new QCPErrorBars(panel.x, panel.y);
    bars->removeFromLegend();
    bars->setDataPlottable(graph);
    bars->setPen(QPen(roleStyle(series.role, theme).colour, std::max(scale.pt(0.7), 1.25)));
    bars->setWhiskerWidth(scale.pt(4));
    bars->setSymbolGap(scale.pt(0));
    QVector<double> minus, plus;
    for (std::size_t i = 0; i < series.y.size(); ++i) {
        minus.push_back(series.y[i] - series.low[i]);
        plus.push_back(series.high[i] - series.y[i]);
    }
    bars->setData(minus, plus);
}

/// A label beside its line. Those of upright lines have a row each, so that neighbouring lines do
/// not write over each other.
QCPItemText* addLabel(QCustomPlot& plot, const Panel& panel, const figures::Marker& marker, int row,
                      const PlotTheme& theme, const PlotScale& scale)
{
    auto* label = new QCPItemText(&plot);
    label->setText(qt(marker.label));
    label->setFont(scale.font(0.9));
    label->setColor(theme.muted);
    label->setClipToAxisRect(false);
    label->setPadding(QMargins(static_cast<int>(scale.pt(2)), 0, 0, 0));
    label->position->setAxes(panel.x, panel.y);
    label->position->setAxisRect(panel.x->axisRect());
    if (marker.vertical) {
        label->position->setTypeX(QCPItemPosition::ptPlotCoords);
        label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->position->setCoords(marker.value, 0.01 + 0.065 * row);
    } else {
        label->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
        label->position->setTypeY(QCPItemPosition::ptPlotCoords);
        label->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
        label->position->setCoords(1, marker.value);
    }
    return label;
}

void addMarkers(QCustomPlot& plot, Panel& panel, const PlotTheme& theme, const PlotScale& scale)
{
    int row = 0;
    for (const figures::Marker& marker : panel.figure->markers) {
        DrawnMarker drawn;
        drawn.id = qt(marker.id);
        drawn.line = new QCPItemStraightLine(&plot);
        drawn.line->setClipAxisRect(panel.x->axisRect());
        for (QCPItemPosition* place : {drawn.line->point1, drawn.line->point2})
            place->setAxes(panel.x, panel.y);
        QPen pen(theme.muted, std::max(scale.pt(0.6), 1.25), Qt::DashLine);
        // Over strips a line has to be seen on light and on dark.
        if (!panel.figure->strips.empty())
            pen.setColor(markColour(figures::CellMark::Dead));
        drawn.line->setPen(pen);
        if (!marker.label.empty())
            drawn.label = addLabel(plot, panel, marker, marker.vertical ? row++ : 0, theme, scale);
        drawn.vertical = marker.vertical;
        drawn.moveTo(marker.value);
        panel.markers.push_back(drawn);
    }
}

} // namespace

void DrawnMarker::moveTo(double value) const
{
    line->point1->setCoords(vertical ? value : 1, vertical ? 1 : value);
    line->point2->setCoords(vertical ? value : 2, vertical ? 2 : value);
    if (label != nullptr && vertical)
        label->position->setCoords(value, label->position->coords().y());
}

void styleAxis(QCPAxis& axis, const figures::Axis& what, const PlotTheme& theme,
               const PlotScale& scale)
{
    axis.setLabel(axisTitle(what));
    axis.setLabelFont(scale.font());
    axis.setLabelColor(theme.text);
    axis.setTickLabelFont(scale.font(0.95));
    axis.setTickLabelColor(theme.muted);
    const QPen pen(theme.axis, scale.pt(0.6));
    axis.setBasePen(pen);
    axis.setTickPen(pen);
    axis.setSubTickPen(QPen(theme.axis, scale.pt(0.4)));
    axis.setTickLengthIn(0);
    axis.setTickLengthOut(static_cast<int>(scale.pt(2.5)));
    axis.setSubTickLengthIn(0);
    axis.setSubTickLengthOut(0);
    axis.setLabelPadding(static_cast<int>(scale.pt(3)));
    axis.setTickLabelPadding(static_cast<int>(scale.pt(2)));
    if (what.logarithmic) {
        axis.setScaleType(QCPAxis::stLogarithmic);
        axis.setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        axis.setNumberFormat(QStringLiteral("gb"));
    } else {
        axis.setScaleType(QCPAxis::stLinear);
        const auto ticker = QSharedPointer<QCPAxisTicker>::create();
        ticker->setTickCount(5);
        axis.setTicker(ticker);
        axis.setNumberFormat(QStringLiteral("g"));
    }
    // Grid lines only where the screen helps reading; journals ask for none.
    axis.grid()->setVisible(!scale.paper && axis.orientation() == Qt::Vertical);
    axis.grid()->setPen(QPen(theme.grid, 1.25));
    axis.grid()->setZeroLinePen(QPen(theme.grid, 1.25));
}

QString shortName(const QString& name)
{
    constexpr qsizetype kLongest = 34;
    if (name.size() <= kLongest)
        return name;
    return name.left(kLongest / 2) + u'…' + name.right(kLongest / 2 - 1);
}

QString axisTitle(const figures::Axis& axis)
{
    return axis.unit.empty() ? qt(axis.label)
                             : QStringLiteral("%1 (%2)").arg(qt(axis.label), qt(axis.unit));
}

void fitAxes(const Panel& panel)
{
    const Figure& figure = *panel.figure;
    if (!figure.strips.empty() || !figure.tiles.empty()) {
        fitCells(panel);
        return;
    }
    Extent x, y;
    bool steps = false;
    for (const Series& series : figure.series) {
        steps = steps || series.shape == Shape::Steps;
        for (const double value : series.x)
            x.add(value, figure.x.logarithmic);
        for (const auto* row : {&series.y, &series.low, &series.high}) {
            for (const double value : *row)
                y.add(value, figure.y.logarithmic);
        }
    }
    for (const figures::Marker& marker : figure.markers)
        (marker.vertical ? x : y)
            .add(marker.value, (marker.vertical ? figure.x : figure.y).logarithmic);
    const auto apply = [](QCPAxis* axis, const Extent& extent, const figures::Axis& wish,
                          double below, double above) {
        double low = extent.empty() ? (wish.logarithmic ? 0.1 : 0) : extent.low;
        double high = extent.empty() ? 1 : extent.high;
        if (wish.logarithmic) {
            const double factor = std::pow(std::max(high / low, 1.1), above);
            low /= factor;
            high *= factor;
        } else {
            const double span = high > low ? high - low : std::max(std::abs(high), 1.0) * 0.1;
            low -= span * below;
            high += span * above;
        }
        if (wish.min < wish.max) {
            low = wish.min;
            high = wish.max;
        }
        axis->setRange(low, high);
    };
    apply(panel.x, x, figure.x, steps ? 0 : 0.03, steps ? 0.01 : 0.03);
    if (steps && !figure.y.logarithmic)
        y.add(0, false);
    apply(panel.y, y, figure.y, steps ? 0 : 0.08, steps ? 0.22 : 0.08);
}

Panel drawPanel(QCustomPlot& plot, QCPAxisRect& rect, const Figure& figure, const PlotTheme& theme,
                const PlotScale& scale)
{
    Panel panel;
    panel.figure = &figure;
    panel.x = rect.axis(QCPAxis::atBottom);
    panel.y = rect.axis(QCPAxis::atLeft);
    for (QCPAxis* axis : rect.axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }
    const int margin = static_cast<int>(scale.pt(5));
    rect.setMinimumMargins(QMargins(margin, static_cast<int>(scale.pt(3)), margin, margin));
    styleAxis(*panel.x, figure.x, theme, scale);
    styleAxis(*panel.y, figure.y, theme, scale);
    for (const Series& series : figure.series) {
        if (hasEnds(series) && isLong(series))
            addBand(plot, panel, series, theme);
    }
    for (const Series& series : figure.series) {
        panel.graphs.push_back(addSeries(plot, panel, series, theme, scale));
        if (hasEnds(series) && !isLong(series))
            addErrorBars(panel, panel.graphs.back(), series, theme, scale);
    }
    drawCells(panel, theme, scale);
    addMarkers(plot, panel, theme, scale);
    fitAxes(panel);
    return panel;
}

} // namespace rekindle::plots

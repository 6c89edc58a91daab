#include "widgets/plots/panel_drawing.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/plots/cell_drawing.h"

#include <algorithm>

namespace rekindle::plots {
namespace {

using bridge::qt;
using figures::Figure;
using figures::Series;
using figures::Shape;
using figures::Sign;

constexpr std::size_t kMostMarkers = 60; ///< more points are drawn as a line alone
constexpr std::size_t kMostRounded =
    300;                     ///< on screen; more points lie too close to see their joins
constexpr double kDodge = 5; ///< points between the marks of curves at the same x

[[nodiscard]] bool isBand(const Series& series)
{
    return series.ends == figures::Ends::Band || series.shape == Shape::Level || isLong(series);
}

QCPScatterStyle markOf(const Series& series, const RoleStyle& style, const PlotTheme& theme,
                       const PlotScale& scale)
{
    const QPen outline(style.colour, std::max(scale.pt(0.9), 1.25));
    if (series.sign == Sign::Kept)
        return {QCPScatterStyle::ssSquare, outline, QBrush(theme.background), scale.pt(5)};
    if (series.sign == Sign::WentOn)
        return {QCPScatterStyle::ssTriangleInverted, outline, QBrush(style.colour), scale.pt(6)};
    return {style.marker, outline, style.hollow ? QBrush(theme.background) : QBrush(style.colour),
            scale.pt(4.6)};
}

bool isLaid(figures::Role role)
{
    return role >= figures::Role::Laid1 && role <= figures::Role::Laid6;
}

DodgedGraph* addSeries(const Panel& panel, const Series& series, const PlotTheme& theme,
                       const PlotScale& scale)
{
    const RoleStyle style = roleStyle(series.role, theme);
    auto* graph = new DodgedGraph(panel.x, panel.y);
    graph->setName(shortName(qt(series.name)));
    graph->setAdaptiveSampling(!scale.paper);
    const bool steps = series.shape == Shape::Steps;
    QPen pen(style.colour, std::max(scale.pt(steps ? 1.0 : 1.3), 1.25));
    // A median over its raw values is told by its weight; dashes would break it up. Steps that are
    // laid over each other need theirs.
    pen.setStyle((steps && !isLaid(series.role)) || series.ends == figures::Ends::Band
                     ? Qt::SolidLine
                     : style.dash);
    // Where points lie a pixel apart nobody sees how they are joined, and rounding each is most of
    // what drawing costs.
    pen.setJoinStyle(scale.paper || series.x.size() <= kMostRounded ? Qt::RoundJoin
                                                                    : Qt::BevelJoin);
    const bool dots = series.shape == Shape::Points ||
                      (series.shape == Shape::Line &&
                       (series.ends == figures::Ends::Band ? series.x.size() <= 2
                                                           : series.x.size() <= kMostMarkers));
    if (dots)
        graph->setScatterStyle(markOf(series, style, theme, scale));
    graph->setPen(pen);
    graph->setLineStyle(steps                           ? QCPGraph::lsStepCenter
                        : series.shape == Shape::Points ? QCPGraph::lsNone
                                                        : QCPGraph::lsLine);
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

/// Fills from the low to the high ends, under the curves.
void addBand(const Panel& panel, const Series& series, const PlotTheme& theme)
{
    QColor fill = roleStyle(series.role, theme).colour;
    fill.setAlphaF(0.2F);
    QColor edge = fill;
    edge.setAlphaF(0.45F);
    const QVector<double> x(series.x.begin(), series.x.end());
    auto* low = new QCPGraph(panel.x, panel.y);
    auto* high = new QCPGraph(panel.x, panel.y);
    low->setData(x, QVector<double>(series.low.begin(), series.low.end()), true);
    high->setData(x, QVector<double>(series.high.begin(), series.high.end()), true);
    low->setPen(Qt::NoPen);
    // A hair's breadth, so that the peak of one step is not thinner than a pixel.
    high->setPen(series.shape == Shape::Level ? QPen(Qt::NoPen) : QPen(edge, 1));
    high->setBrush(fill);
    high->setChannelFillGraph(low);
}

void addErrorBars(const Panel& panel, DodgedGraph* graph, const Series& series,
                  const PlotTheme& theme, const PlotScale& scale)
{
    auto* bars = new DodgedBars(panel.x, panel.y, graph->dodge());
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

/// Curves of few points, of which several may have the same x.
[[nodiscard]] bool isDodged(const Series& series)
{
    return series.shape == Shape::Line && series.sign == Sign::OfRole && !isBand(series);
}

void addAllSeries(Panel& panel, const PlotTheme& theme, const PlotScale& scale)
{
    const std::vector<Series>& series = panel.figure->series;
    for (const Series& one : series) {
        if (hasEnds(one) && isBand(one))
            addBand(panel, one, theme);
    }
    const auto dodged = std::count_if(series.begin(), series.end(), isDodged);
    double beside = -0.5 * static_cast<double>(dodged - 1);
    for (const Series& one : series) {
        DodgedGraph* graph = addSeries(panel, one, theme, scale);
        if (isDodged(one))
            graph->setDodge(scale.pt(kDodge) * beside++);
        if (hasEnds(one) && !isBand(one))
            addErrorBars(panel, graph, one, theme, scale);
        panel.graphs.push_back(graph);
    }
}

/// A label beside its line. Those of upright lines have a row each, so that neighbouring lines do
/// not write over each other.
QCPItemText* addLabel(QCustomPlot& plot, const Panel& panel, const figures::Marker& marker, int row,
                      const PlotTheme& theme, const PlotScale& scale)
{
    auto* label = new QCPItemText(&plot);
    QString words = qt(marker.label);
    if (!scale.paper)
        words = bridge::withShownNumbers(words);
    label->setText(marker.beyond ? u'↓' + QChar(0xA0) + words : words);
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
        label->position->setTypeY(marker.beyond ? QCPItemPosition::ptAxisRectRatio
                                                : QCPItemPosition::ptPlotCoords);
        label->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
        label->position->setCoords(1, marker.beyond ? 0.99 : marker.value);
    }
    return label;
}

QCPItemStraightLine* addLine(QCustomPlot& plot, const Panel& panel, const PlotTheme& theme,
                             const PlotScale& scale)
{
    auto* line = new QCPItemStraightLine(&plot);
    line->setClipAxisRect(panel.x->axisRect());
    for (QCPItemPosition* place : {line->point1, line->point2})
        place->setAxes(panel.x, panel.y);
    QPen pen(theme.muted, std::max(scale.pt(0.6), 1.0), Qt::DashLine);
    // Over strips a line has to be seen on light and on dark.
    if (!panel.figure->strips.empty())
        pen.setColor(markColour(figures::CellMark::Dead));
    line->setPen(pen);
    return line;
}

void addMarkers(QCustomPlot& plot, Panel& panel, const PlotTheme& theme, const PlotScale& scale)
{
    int row = 0;
    for (const figures::Marker& marker : panel.figure->markers) {
        DrawnMarker drawn;
        drawn.id = qt(marker.id);
        if (!marker.beyond)
            drawn.line = addLine(plot, panel, theme, scale);
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
    if (line != nullptr) {
        line->point1->setCoords(vertical ? value : 1, vertical ? 1 : value);
        line->point2->setCoords(vertical ? value : 2, vertical ? 2 : value);
    }
    if (label != nullptr && vertical)
        label->position->setCoords(value, label->position->coords().y());
}

bool isLong(const Series& series)
{
    return series.shape == Shape::Line && series.x.size() > kMostMarkers;
}

QString shortName(const QString& name)
{
    constexpr qsizetype kLongest = 34;
    if (name.size() <= kLongest)
        return name;
    return name.left(kLongest / 2) + u'…' + name.right(kLongest / 2 - 1);
}

void fitAxes(const Panel& panel)
{
    if (!panel.figure->strips.empty() || !panel.figure->tiles.empty())
        fitCells(panel);
    else if (panel.lower)
        fitLowerAxis(*panel.figure, *panel.y);
    else
        fitAxes(*panel.figure, *panel.x, *panel.y);
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
    addAllSeries(panel, theme, scale);
    drawCells(panel, theme, scale);
    addMarkers(plot, panel, theme, scale);
    fitAxes(panel);
    return panel;
}

} // namespace rekindle::plots

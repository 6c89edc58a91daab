#include "widgets/plots/figure_drawing.h"

#include "widgets/bridge/qt_text.h"

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

constexpr std::size_t kMostMarkers = 60; ///< more points are drawn as a line alone

/// Long names lose their middle, where file names differ least.
QString shortName(const QString& name)
{
    constexpr qsizetype kLongest = 34;
    if (name.size() <= kLongest)
        return name;
    return name.left(kLongest / 2) + u'…' + name.right(kLongest / 2 - 1);
}

QCPGraph* addSeries(QCustomPlot& plot, const Series& series, const PlotTheme& theme,
                    const PlotScale& scale)
{
    const RoleStyle style = roleStyle(series.role, theme);
    QCPGraph* graph = plot.addGraph();
    graph->setName(shortName(qt(series.name)));
    graph->setAdaptiveSampling(!scale.paper);
    QPen pen(style.colour, std::max(scale.pt(1.0), 1.25));
    pen.setStyle(series.shape == Shape::Steps ? Qt::SolidLine : style.dash);
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
void addBand(QCustomPlot& plot, const Series& series, const PlotTheme& theme)
{
    QColor fill = roleStyle(series.role, theme).colour;
    fill.setAlphaF(0.22F);
    const QVector<double> x(series.x.begin(), series.x.end());
    QCPGraph* low = plot.addGraph();
    QCPGraph* high = plot.addGraph();
    low->setData(x, QVector<double>(series.low.begin(), series.low.end()), true);
    high->setData(x, QVector<double>(series.high.begin(), series.high.end()), true);
    low->setPen(Qt::NoPen);
    // A hair's breadth, so that the peak of one step is not thinner than a pixel.
    high->setPen(QPen(fill, 1));
    high->setBrush(fill);
    high->setChannelFillGraph(low);
}

void addErrorBars(QCustomPlot& plot, QCPGraph* graph, const Series& series, const PlotTheme& theme,
                  const PlotScale& scale)
{
    auto* bars = new QCPErrorBars(plot.xAxis, plot.yAxis);
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

void addMarkers(QCustomPlot& plot, const Figure& figure, const PlotTheme& theme,
                const PlotScale& scale)
{
    int row = 0;
    for (const figures::Marker& marker : figure.markers) {
        auto* line = new QCPItemStraightLine(&plot);
        QPen pen(theme.muted, std::max(scale.pt(0.6), 1.25), Qt::DashLine);
        line->setPen(pen);
        const double value = marker.value;
        const bool up = marker.vertical;
        line->point1->setCoords(up ? value : 1, up ? 1 : value);
        line->point2->setCoords(up ? value : 2, up ? 2 : value);
        if (marker.label.empty())
            continue;
        auto* label = new QCPItemText(&plot);
        label->setText(qt(marker.label));
        label->setFont(scale.font(0.9));
        label->setColor(theme.muted);
        label->setClipToAxisRect(false);
        label->setPadding(QMargins(static_cast<int>(scale.pt(2)), 0, 0, 0));
        if (up) {
            // One row a label, so that neighbouring lines do not write over each other.
            label->position->setTypeX(QCPItemPosition::ptPlotCoords);
            label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
            label->position->setAxes(plot.xAxis, plot.yAxis);
            label->position->setAxisRect(plot.axisRect());
            label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
            label->position->setCoords(value, 0.01 + 0.065 * row++);
        } else {
            label->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
            label->position->setTypeY(QCPItemPosition::ptPlotCoords);
            label->position->setAxes(plot.xAxis, plot.yAxis);
            label->position->setAxisRect(plot.axisRect());
            label->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
            label->position->setCoords(1, value);
        }
    }
}

/// Series names in a row above the chart, where no curve can run through them.
void addLegend(QCustomPlot& plot, const PlotTheme& theme, const PlotScale& scale,
               const std::vector<QCPGraph*>& graphs)
{
    auto* legend = new QCPLegend;
    // Names stand together at the left: the second, empty column takes the rest of the width.
    auto* row = new QCPLayoutGrid;
    plot.plotLayout()->addElement(0, 0, row);
    row->addElement(0, 0, legend);
    row->addElement(0, 1, new QCPLayoutElement(&plot));
    row->setColumnStretchFactor(0, 0.001);
    row->setMaximumSize(QWIDGETSIZE_MAX, static_cast<int>(scale.pt(16)));
    plot.setAutoAddPlottableToLegend(false);
    legend->setVisible(!graphs.empty());
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setWrap(4);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setFont(scale.font());
    legend->setTextColor(theme.text);
    legend->setIconSize(static_cast<int>(scale.pt(15)), static_cast<int>(scale.pt(7)));
    legend->setIconTextPadding(static_cast<int>(scale.pt(3)));
    const int pad = static_cast<int>(scale.pt(2));
    legend->setMargins(QMargins(pad, pad, pad, 2 * pad));
    legend->setColumnSpacing(static_cast<int>(scale.pt(8)));
    for (QCPGraph* graph : graphs)
        legend->addItem(new QCPPlottableLegendItem(legend, graph));
    plot.legend = legend;
}

QString wrapped(const QString& text, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    QString line;
    for (const QString& word : text.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (metrics.horizontalAdvance(longer) > width && !line.isEmpty()) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    lines << line;
    return lines.join(u'\n');
}

void addNotes(QCustomPlot& plot, const Figure& figure, const PlotTheme& theme,
              const PlotScale& scale, double width)
{
    if (width <= 0 || figure.notes.empty())
        return;
    QStringList lines;
    const QFont font = scale.font(0.9);
    for (const std::string& note : figure.notes)
        lines << wrapped(qt(note), font, width - scale.pt(8));
    auto* text = new QCPTextElement(&plot, lines.join(u'\n'), font);
    text->setTextColor(theme.muted);
    text->setTextFlags(Qt::AlignLeft);
    const int pad = static_cast<int>(scale.pt(4));
    text->setMargins(QMargins(pad, pad, pad, pad));
    plot.plotLayout()->addElement(2, 0, text);
}

} // namespace

QString axisTitle(const figures::Axis& axis)
{
    return axis.unit.empty() ? qt(axis.label)
                             : QStringLiteral("%1 (%2)").arg(qt(axis.label), qt(axis.unit));
}

void fitAxes(QCustomPlot& plot, const Figure& figure)
{
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
    apply(plot.xAxis, x, figure.x, steps ? 0 : 0.03, steps ? 0.01 : 0.03);
    if (steps)
        y.add(0, false);
    apply(plot.yAxis, y, figure.y, steps ? 0 : 0.08, steps ? 0.22 : 0.08);
}

std::vector<QCPGraph*> drawFigure(QCustomPlot& plot, const Figure& figure, const PlotTheme& theme,
                                  const PlotScale& scale, double width)
{
    plot.setAutoAddPlottableToLegend(false);
    plot.clearPlottables();
    plot.clearItems();
    auto* layout = plot.plotLayout();
    QCPAxisRect* rect = plot.axisRect();
    layout->take(rect);
    layout->clear();
    layout->setRowSpacing(0);
    layout->addElement(1, 0, rect);
    plot.legend = nullptr;
    plot.setBackground(theme.background);
    const int margin = static_cast<int>(scale.pt(5));
    rect->setMinimumMargins(QMargins(margin, static_cast<int>(scale.pt(3)), margin, margin));

    styleAxis(*plot.xAxis, figure.x, theme, scale);
    styleAxis(*plot.yAxis, figure.y, theme, scale);
    std::vector<QCPGraph*> graphs;
    for (const Series& series : figure.series) {
        if (hasEnds(series) && isLong(series))
            addBand(plot, series, theme);
    }
    for (const Series& series : figure.series) {
        graphs.push_back(addSeries(plot, series, theme, scale));
        if (hasEnds(series) && !isLong(series))
            addErrorBars(plot, graphs.back(), series, theme, scale);
    }
    addMarkers(plot, figure, theme, scale);
    addLegend(plot, theme, scale, graphs);
    addNotes(plot, figure, theme, scale, width);
    fitAxes(plot, figure);
    return graphs;
}

} // namespace rekindle::plots

#include "widgets/plots/axis_drawing.h"

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

/// Numbers below 0 with a real minus sign.
class MinusTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        return QCPAxisTicker::getTickLabel(tick, locale, format, precision)
            .replace(u'-', QChar(0x2212));
    }
};

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

void add(const std::vector<Series>& series, bool logarithmic, Extent& y)
{
    for (const Series& one : series) {
        for (const auto* row : {&one.y, &one.low, &one.high}) {
            for (const double value : *row)
                y.add(value, logarithmic);
        }
    }
}

/// `below`, `above`: what stays free at the ends, shares of the height.
void setRange(QCPAxis& axis, const Extent& extent, const figures::Axis& wish, double below,
              double above)
{
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
    axis.setRange(low, high);
}

} // namespace

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
        const auto ticker = QSharedPointer<MinusTicker>::create();
        ticker->setTickCount(5);
        axis.setTicker(ticker);
        axis.setNumberFormat(QStringLiteral("g"));
    }
    // Grid lines only where the screen helps reading; journals ask for none.
    axis.grid()->setVisible(!scale.paper && axis.orientation() == Qt::Vertical);
    axis.grid()->setPen(QPen(theme.grid, 1));
    axis.grid()->setZeroLinePen(QPen(theme.grid, 1));
}

QString axisTitle(const figures::Axis& axis)
{
    return axis.unit.empty() ? qt(axis.label)
                             : QStringLiteral("%1 (%2)").arg(qt(axis.label), qt(axis.unit));
}

void fitAxes(const Figure& figure, QCPAxis& xAxis, QCPAxis& yAxis)
{
    Extent x, y;
    bool steps = false;
    for (const Series* series : figures::allSeries(figure)) {
        steps = steps || series->shape == Shape::Steps;
        for (const double value : series->x)
            x.add(value, figure.x.logarithmic);
    }
    add(figure.series, figure.y.logarithmic, y);
    for (const figures::Marker& marker : figure.markers) {
        if (!marker.beyond)
            (marker.vertical ? x : y)
                .add(marker.value, (marker.vertical ? figure.x : figure.y).logarithmic);
    }
    setRange(xAxis, x, figure.x, steps ? 0 : 0.03, steps ? 0.01 : 0.03);
    if (steps && !figure.y.logarithmic)
        y.add(0, false);
    setRange(yAxis, y, figure.y, steps ? 0 : 0.08, steps ? 0.22 : 0.08);
}

void fitLowerAxis(const Figure& lower, QCPAxis& y)
{
    Extent extent;
    add(lower.series, lower.y.logarithmic, extent);
    for (const figures::Marker& marker : lower.markers)
        extent.add(marker.value, lower.y.logarithmic);
    setRange(y, extent, lower.y, 0.12, 0.12);
}

} // namespace rekindle::plots

#include "widgets/plots/read_out.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/plots/figure_view.h"

#include <algorithm>
#include <cmath>

namespace rekindle::plots {
namespace {

using bridge::qt;
using bridge::shortNumber;

QString withUnit(double value, const figures::Axis& axis)
{
    return axis.unit.empty() ? shortNumber(value) : shortNumber(value) + u' ' + qt(axis.unit);
}

} // namespace

QString pointText(const figures::Figure& figure, const figures::Series& series, std::size_t point)
{
    QString text =
        FigureView::tr("%1 — %2 %3: %4")
            .arg(qt(series.name), qt(figure.x.label), withUnit(series.x[point], figure.x),
                 withUnit(series.y[point], figure.y));
    if (point < series.low.size() && point < series.high.size() &&
        series.low[point] < series.high[point])
        text += FigureView::tr(" (%1 to %2)")
                    .arg(shortNumber(series.low[point]), shortNumber(series.high[point]));
    return text;
}

std::optional<Column> columnAt(const figures::Figure& figure, double x)
{
    Column column;
    QStringList lines;
    double nearest = 0;
    for (const figures::Series& series : figure.series) {
        if (series.ends != figures::Ends::Band && !isLong(series))
            continue;
        std::size_t best = series.x.size();
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            if (best == series.x.size() || std::abs(series.x[i] - x) < std::abs(series.x[best] - x))
                best = i;
        }
        if (best == series.x.size())
            continue;
        if (lines.isEmpty() || std::abs(series.x[best] - x) < std::abs(nearest - x))
            nearest = series.x[best];
        lines << FigureView::tr("%1: %2").arg(qt(series.name), withUnit(series.y[best], figure.y));
    }
    if (lines.isEmpty())
        return std::nullopt;
    lines.prepend(FigureView::tr("%1 %2").arg(qt(figure.x.label), withUnit(nearest, figure.x)));
    return Column{nearest, lines.join(u'\n')};
}

PointerBox::PointerBox(QCustomPlot* plot, const PlotTheme& theme, const PlotScale& scale)
    : QCPItemText(plot), m_gap(scale.pt(8))
{
    setLayer(QStringLiteral("overlay"));
    setClipToAxisRect(false);
    setFont(scale.font(0.95));
    setColor(theme.text);
    setBrush(theme.background);
    setPen(QPen(theme.axis, 1));
    const int pad = static_cast<int>(scale.pt(4));
    setPadding(QMargins(pad, pad / 2, pad, pad / 2));
    setTextAlignment(Qt::AlignLeft);
    position->setType(QCPItemPosition::ptAbsolute);
    setVisible(false);
}

void PointerBox::showAt(const QPointF& place, const QString& text)
{
    setText(text);
    const QSizeF size =
        QFontMetricsF(font()).boundingRect(QRectF(0, 0, 4000, 4000), Qt::AlignLeft, text).size();
    const QSize room = parentPlot()->size();
    const bool before = place.x() + m_gap + size.width() + 2 * padding().left() > room.width();
    const bool over = place.y() > room.height() / 2.0;
    setPositionAlignment((before ? Qt::AlignRight : Qt::AlignLeft) |
                         (over ? Qt::AlignBottom : Qt::AlignTop));
    position->setCoords(place.x() + (before ? -m_gap : m_gap), place.y() + (over ? -m_gap : m_gap));
    setVisible(true);
}

} // namespace rekindle::plots

#include "widgets/plots/end_names.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rekindle::plots {
namespace {

/// The last point that lies within what is shown of the x axis, in device units.
std::optional<QPointF> endOf(const QCPGraph& graph)
{
    const QCPRange shown = graph.keyAxis()->range();
    std::optional<QPointF> end;
    for (const QCPGraphData& point : *graph.data()) {
        if (std::isfinite(point.value) && point.key <= shown.upper)
            end = QPointF(graph.keyAxis()->coordToPixel(point.key),
                          graph.valueAxis()->coordToPixel(point.value));
    }
    return end;
}

} // namespace

EndNames::EndNames(QCustomPlot* plot, const QFont& font, double gap)
    : QCPAbstractItem(plot), m_font(font), m_gap(gap)
{
    setClipToAxisRect(false);
    setSelectable(false);
}

double EndNames::width() const
{
    const QFontMetricsF metrics(m_font);
    double widest = 0;
    for (const Name& name : m_names)
        widest = std::max(widest, metrics.horizontalAdvance(name.text));
    double beside = 0;
    for (const Name& name : m_names)
        beside = std::max(beside, name.beside);
    return m_names.empty() ? 0 : widest + beside + 2 * m_gap;
}

double EndNames::selectTest(const QPointF& place, bool onlySelectable, QVariant* details) const
{
    Q_UNUSED(place)
    Q_UNUSED(onlySelectable)
    Q_UNUSED(details)
    return -1;
}

void EndNames::draw(QCPPainter* painter)
{
    struct Placed {
        const Name* name;
        QPointF end;
        double y;
    };
    std::vector<Placed> placed;
    QRectF area;
    for (const Name& name : m_names) {
        if (const auto end = endOf(*name.graph)) {
            placed.push_back({&name, *end + QPointF(std::max(name.beside, 0.0), 0), end->y()});
            area = name.graph->keyAxis()->axisRect()->rect();
        }
    }
    const double line = QFontMetricsF(m_font).height();
    const auto higher = [](const Placed& a, const Placed& b) { return a.y < b.y; };
    std::stable_sort(placed.begin(), placed.end(), higher);
    // Down from the top, then up from the bottom: what is pushed out below comes back in.
    double least = area.top() + line / 2;
    for (Placed& one : placed) {
        one.y = std::max(one.y, least);
        least = one.y + line;
    }
    double most = area.bottom() - line / 2;
    for (auto one = placed.rbegin(); one != placed.rend(); ++one) {
        one->y = std::min(one->y, most);
        most = one->y - line;
    }
    painter->setFont(m_font);
    for (const Placed& one : placed) {
        painter->setPen(one.name->colour);
        const QRectF box(one.end.x() + m_gap, one.y - line / 2, width(), line);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, one.name->text);
    }
}

} // namespace rekindle::plots

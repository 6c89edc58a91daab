#include "widgets/plots/dodged_graph.h"

#include <cmath>

namespace rekindle::plots {

namespace {

/// The chart with room at both sides for a mark that stands `dodge` beside its place.
QRect withRoom(const QRect& chart, double dodge)
{
    const int room = static_cast<int>(std::ceil(2 * std::abs(dodge)));
    return chart.adjusted(-room, 0, room, 0);
}

} // namespace

QRect DodgedGraph::clipRect() const
{
    return withRoom(QCPGraph::clipRect(), m_dodge);
}

QRect DodgedBars::clipRect() const
{
    return withRoom(QCPErrorBars::clipRect(), m_dodge);
}

void DodgedGraph::draw(QCPPainter* painter)
{
    painter->save();
    painter->translate(m_dodge, 0);
    QCPGraph::draw(painter);
    painter->restore();
}

DodgedBars::DodgedBars(QCPAxis* keys, QCPAxis* values, double units)
    : QCPErrorBars(keys, values), m_dodge(units)
{
}

void DodgedBars::draw(QCPPainter* painter)
{
    painter->save();
    painter->translate(m_dodge, 0);
    QCPErrorBars::draw(painter);
    painter->restore();
}

} // namespace rekindle::plots

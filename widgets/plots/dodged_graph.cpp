#include "widgets/plots/dodged_graph.h"

namespace rekindle::plots {

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

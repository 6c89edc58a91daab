#include "widgets/plots/row_frames.h"

#include "widgets/bridge/qt_text.h"

namespace rekindle::plots {

void RowFrames::draw(QCustomPlot& plot, const std::vector<Panel>& panels, const QString& row)
{
    for (QCPItemRect* frame : m_frames)
        plot.removeItem(frame);
    m_frames.clear();
    for (const Panel& panel : panels) {
        for (std::size_t at = 0; at < panel.figure->strips.size(); ++at) {
            const figures::Strip& strip = panel.figure->strips[at];
            if (row.isEmpty() || bridge::qt(strip.name) != row)
                continue;
            auto* frame = new QCPItemRect(&plot);
            frame->setClipAxisRect(panel.x->axisRect());
            for (QCPItemPosition* corner : {frame->topLeft, frame->bottomRight})
                corner->setAxes(panel.x, panel.y);
            const auto top = static_cast<double>(at);
            frame->topLeft->setCoords(strip.edges.front(), top);
            frame->bottomRight->setCoords(strip.edges.back(), top + 1);
            frame->setPen(QPen(screenTheme().text, 1.5));
            frame->setBrush(Qt::NoBrush);
            m_frames.push_back(frame);
        }
    }
}

} // namespace rekindle::plots

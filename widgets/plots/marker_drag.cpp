#include "widgets/plots/marker_drag.h"

#include <algorithm>
#include <cmath>

namespace rekindle::plots {
namespace {

constexpr double kGrip = 6; ///< pixels beside a line that still take hold of it
constexpr double kSnap = 4; ///< pixels from the paper's value that a dragged line jumps to
constexpr double kPaper = 0.1;

struct Grip {
    const Panel* panel = nullptr;
    const DrawnMarker* marker = nullptr;
};

Grip gripAt(const std::vector<Panel>& panels, const QPointF& place)
{
    for (const Panel& panel : panels) {
        if (!panel.x->axisRect()->rect().contains(place.toPoint()))
            continue;
        for (const DrawnMarker& marker : panel.markers) {
            if (marker.id.isEmpty() || !marker.vertical || marker.line == nullptr)
                continue;
            const double x = panel.x->coordToPixel(marker.line->point1->coords().x());
            if (std::abs(x - place.x()) <= kGrip)
                return {&panel, &marker};
        }
    }
    return {};
}

} // namespace

bool MarkerDrag::canTake(const std::vector<Panel>& panels, const QPointF& place)
{
    return gripAt(panels, place).marker != nullptr;
}

bool MarkerDrag::take(const std::vector<Panel>& panels, const QPointF& place)
{
    const Grip grip = gripAt(panels, place);
    if (grip.marker == nullptr)
        return false;
    m_id = grip.marker->id;
    m_axis = grip.panel->x;
    return true;
}

double MarkerDrag::valueAt(const QPointF& place) const
{
    if (std::abs(m_axis->coordToPixel(kPaper) - place.x()) <= kSnap)
        return kPaper;
    return std::max(m_axis->pixelToCoord(place.x()), 0.0);
}

} // namespace rekindle::plots

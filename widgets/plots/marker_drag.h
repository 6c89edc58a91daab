#pragma once

// Private to the folder: a line of the chart that is moved with the pointer.

#include "widgets/plots/panel_drawing.h"

#include <QPointF>
#include <QString>

#include <vector>

namespace rekindle::plots {

/// Upright lines with an id can be taken hold of, moved and let go. Values below 0 are none, and
/// the paper's threshold is easy to come back to.
class MarkerDrag
{
public:
    /// Whether there is such a line at this place.
    [[nodiscard]] static bool canTake(const std::vector<Panel>& panels, const QPointF& place);
    /// Takes hold of it; false where there is none.
    bool take(const std::vector<Panel>& panels, const QPointF& place);
    void drop() { m_id.clear(); }
    /// Empty: nothing is held.
    [[nodiscard]] const QString& held() const { return m_id; }
    /// Where the held line stands with the pointer at this place.
    [[nodiscard]] double valueAt(const QPointF& place) const;

private:
    QString m_id;
    const QCPAxis* m_axis = nullptr;
};

} // namespace rekindle::plots

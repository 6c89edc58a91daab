#pragma once

// Private to the folder: a frame around a row of maps.

#include "widgets/plots/panel_drawing.h"

#include <QString>

#include <vector>

namespace rekindle::plots {

/// Frames around the strips of one name, in every map that has it.
class RowFrames
{
public:
    /// In place of those before; an empty name: none.
    void draw(QCustomPlot& plot, const std::vector<Panel>& panels, const QString& row);
    /// The plot has thrown its items away.
    void forget() { m_frames.clear(); }

private:
    std::vector<QCPItemRect*> m_frames; ///< the plot's
};

} // namespace rekindle::plots

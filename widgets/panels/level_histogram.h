#pragma once

// Private to the folder: how often each value occurs, and from where to where it is shown.

#include "core/image/reading.h"

#include <QWidget>

#include <cstdint>
#include <vector>

namespace rekindle::panels {

/// A histogram of values with two edges, black and white, that can be dragged, or moved by the
/// arrow keys (with Shift the white one; with Control in large steps).
class LevelHistogram : public QWidget
{
    Q_OBJECT

public:
    /// Bars that are drawn.
    static constexpr std::size_t kSteps = 128;

    explicit LevelHistogram(QWidget* parent = nullptr);
    /// What the axis spans, and a count for each of its steps.
    void setCounts(const image::ValueRange& span, std::vector<std::uint64_t> counts);
    void setEdges(const image::ValueRange& edges);
    [[nodiscard]] const image::ValueRange& edges() const { return m_edges; }
    [[nodiscard]] const image::ValueRange& span() const { return m_span; }
    [[nodiscard]] const std::vector<std::uint64_t>& counts() const { return m_counts; }
    /// Where a value stands, pixels from the left.
    [[nodiscard]] double place(double value) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edgesMoved(const rekindle::image::ValueRange& edges); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Edge { None, Black, White };
    [[nodiscard]] double valueAt(double x) const;
    void move(Edge edge, double value);
    void describe();

    image::ValueRange m_span{0, 1};
    image::ValueRange m_edges{0, 1};
    std::vector<std::uint64_t> m_counts;
    Edge m_dragged = Edge::None;
};

} // namespace rekindle::panels

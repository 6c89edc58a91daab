#include "widgets/panels/level_histogram.h"

#include "widgets/look/look.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rekindle::panels {
namespace {

constexpr int kMargin = 6;
constexpr int kBase = 14; ///< below the bars: the ramp from black to white
constexpr double kSmallStep = 1.0 / 256;
constexpr double kLargeStep = 1.0 / 16;
constexpr QSize kUsual(380, 130);
constexpr QSize kLeast(380, 90);

} // namespace

LevelHistogram::LevelHistogram(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Values of the picture"));
    setToolTip(tr("Drag the edges: what lies left of the first is black, right of the second "
                  "white. Arrow keys move the black one, with Shift the white one, with Ctrl in "
                  "large steps."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

QSize LevelHistogram::sizeHint() const
{
    return kUsual;
}

QSize LevelHistogram::minimumSizeHint() const
{
    return kLeast;
}

void LevelHistogram::setCounts(const image::ValueRange& span, std::vector<std::uint64_t> counts)
{
    m_span = span.holds() ? span : image::ValueRange{span.black, span.black + 1};
    m_counts = std::move(counts);
    update();
}

void LevelHistogram::setEdges(const image::ValueRange& edges)
{
    m_edges = edges;
    describe();
    update();
}

void LevelHistogram::describe()
{
    const QLocale locale;
    setAccessibleDescription(
        tr("Black at %1, white at %2")
            .arg(locale.toString(m_edges.black, 'g', 6), locale.toString(m_edges.white, 'g', 6)));
}

double LevelHistogram::place(double value) const
{
    const double share = (value - m_span.black) / (m_span.white - m_span.black);
    return kMargin + std::clamp(share, 0.0, 1.0) * (width() - 2.0 * kMargin);
}

double LevelHistogram::valueAt(double x) const
{
    const double share = (x - kMargin) / std::max(1.0, width() - 2.0 * kMargin);
    return m_span.black + std::clamp(share, 0.0, 1.0) * (m_span.white - m_span.black);
}

/// The edges never meet.
void LevelHistogram::move(Edge edge, double value)
{
    const double least = (m_span.white - m_span.black) * kSmallStep;
    image::ValueRange edges = m_edges;
    if (edge == Edge::Black)
        edges.black = std::min(value, edges.white - least);
    else
        edges.white = std::max(value, edges.black + least);
    setEdges(edges);
    Q_EMIT edgesMoved(edges);
}

void LevelHistogram::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    const double toBlack = std::abs(x - place(m_edges.black));
    const double toWhite = std::abs(x - place(m_edges.white));
    m_dragged = toBlack <= toWhite ? Edge::Black : Edge::White;
    move(m_dragged, valueAt(x));
}

void LevelHistogram::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged != Edge::None)
        move(m_dragged, valueAt(event->position().x()));
}

void LevelHistogram::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_dragged = Edge::None;
}

void LevelHistogram::keyPressEvent(QKeyEvent* event)
{
    const int way = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (way == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double step = event->modifiers().testFlag(Qt::ControlModifier) ? kLargeStep : kSmallStep;
    const Edge edge = event->modifiers().testFlag(Qt::ShiftModifier) ? Edge::White : Edge::Black;
    const double from = edge == Edge::White ? m_edges.white : m_edges.black;
    move(edge,
         std::clamp(from + way * step * (m_span.white - m_span.black), m_span.black, m_span.white));
}

void LevelHistogram::paintEvent(QPaintEvent* /*event*/)
{
    const look::Colours& colours = look::colours();
    QPainter painter(this);
    const QRectF room(kMargin, kMargin, width() - 2.0 * kMargin, height() - 2.0 * kMargin - kBase);
    painter.fillRect(QRectF(place(m_edges.black), room.top(),
                            place(m_edges.white) - place(m_edges.black), room.height()),
                     colours.selected);
    const auto most = m_counts.empty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    const double bar =
        room.width() / static_cast<double>(std::max<std::size_t>(m_counts.size(), 1));
    for (std::size_t i = 0; i < m_counts.size() && most > 0; ++i) {
        if (m_counts[i] == 0)
            continue;
        // Backgrounds are one value a million times: square roots leave the rest to be seen.
        const double height =
            std::max(1.0, room.height() * std::sqrt(static_cast<double>(m_counts[i]) /
                                                    static_cast<double>(most)));
        painter.fillRect(QRectF(room.left() + static_cast<double>(i) * bar, room.bottom() - height,
                                std::max(1.0, bar - 0.5), height),
                         colours.muted);
    }
    QLinearGradient ramp(place(m_edges.black), 0, place(m_edges.white), 0);
    ramp.setColorAt(0, Qt::black);
    ramp.setColorAt(1, Qt::white);
    painter.fillRect(QRectF(room.left(), room.bottom() + 4, room.width(), kBase - 4.0), ramp);
    painter.setPen(QPen(colours.border));
    painter.drawRect(QRectF(room.left(), room.bottom() + 4, room.width(), kBase - 4.0));
    painter.setPen(QPen(colours.accent, 2));
    for (const double edge : {m_edges.black, m_edges.white})
        painter.drawLine(QPointF(place(edge), room.top()), QPointF(place(edge), height() - 2.0));
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 1, Qt::DotLine));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace rekindle::panels

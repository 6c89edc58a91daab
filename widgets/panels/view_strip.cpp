#include "widgets/panels/view_strip.h"

#include "widgets/look/look.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rekindle::panels {
namespace {

constexpr int kGap = look::space::kTight;
constexpr int kLeastSide = 64;
constexpr int kUsualSide = 128;
constexpr int kMostEnlarged = 3;
constexpr int kUsualColumns = 4;
constexpr double kOldOpacity = 0.45;

int largestOf(const std::vector<QImage>& views)
{
    int side = 0;
    for (const QImage& view : views)
        side = std::max(side, view.width());
    return side;
}

void drawView(QPainter& painter, const QRectF& place, const QImage& view)
{
    const QRect dots = place.toRect();
    painter.drawImage(dots, view);
    painter.drawRect(dots.adjusted(0, 0, -1, -1));
}

} // namespace

/// How the views of one image stand, in units of the largest one's side.
struct ViewStrip::Shape {
    int large = 1;    ///< below each other
    int small = 0;    ///< below those
    int perRow = 1;   ///< of the small ones
    int mostSide = 0; ///< pixels that a large one may have

    [[nodiscard]] int rows() const { return small == 0 ? 0 : (small + perRow - 1) / perRow; }
    [[nodiscard]] double smallSide(double side) const
    {
        return (side - kGap * (perRow - 1.0)) / perRow;
    }
    [[nodiscard]] double height(double side) const
    {
        return large * (side + kGap) + rows() * (smallSide(side) + kGap) - kGap;
    }
    /// The largest side for which all of a column is within these bounds.
    [[nodiscard]] double sideWithin(double width, double room) const
    {
        const double shares = large + static_cast<double>(rows()) / perRow;
        const double gaps = height(0);
        return std::clamp(std::min(width, (room - gaps) / shares), 1.0,
                          static_cast<double>(std::max(mostSide, 1)));
    }
};

ViewStrip::ViewStrip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ViewStrip::setColumns(std::vector<Column> columns)
{
    m_columns = std::move(columns);
    m_old = false;
    updateGeometry();
    update();
}

void ViewStrip::setOld(bool old)
{
    if (old == m_old)
        return;
    m_old = old;
    update();
}

ViewStrip::Shape ViewStrip::shape() const
{
    Shape shape;
    if (m_columns.empty())
        return shape;
    const auto& views = m_columns.front().views;
    const int largest = largestOf(views);
    shape.large = static_cast<int>(std::count_if(
        views.begin(), views.end(), [&](const QImage& view) { return view.width() == largest; }));
    shape.small = static_cast<int>(views.size()) - shape.large;
    constexpr int kLeastPerRow = 3;
    // Small ones take about as much room as a large one at the most.
    if (shape.small > 0)
        shape.perRow = std::max(kLeastPerRow, static_cast<int>(std::ceil(std::sqrt(shape.small))));
    shape.mostSide = kMostEnlarged * largest;
    return shape;
}

QSize ViewStrip::sizeHint() const
{
    const auto columns = static_cast<int>(std::max<std::size_t>(m_columns.size(), kUsualColumns));
    return {columns * (kUsualSide + kGap) - kGap,
            static_cast<int>(std::ceil(shape().height(kUsualSide)))};
}

QSize ViewStrip::minimumSizeHint() const
{
    const auto columns = static_cast<int>(std::max<std::size_t>(m_columns.size(), kUsualColumns));
    return {columns * (kLeastSide + kGap) - kGap,
            static_cast<int>(std::ceil(shape().height(kLeastSide)))};
}

int ViewStrip::columnAt(int x) const
{
    if (m_columns.empty())
        return -1;
    const int column = x * static_cast<int>(m_columns.size()) / std::max(width(), 1);
    return std::clamp(column, 0, static_cast<int>(m_columns.size()) - 1);
}

bool ViewStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    if (const int column = columnAt(help->pos().x()); column >= 0)
        QToolTip::showText(help->globalPos(), m_columns[static_cast<std::size_t>(column)].name,
                           this);
    return true;
}

void ViewStrip::paintEvent(QPaintEvent* /*event*/)
{
    if (m_columns.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(look::colours().border); // where a view is as the card is
    painter.setOpacity(m_old ? kOldOpacity : 1.0);
    const Shape places = shape();
    const int largest = largestOf(m_columns.front().views);
    const double room = (width() + kGap) / static_cast<double>(m_columns.size());
    const double side = places.sideWithin(room - kGap, height());
    const double little = places.smallSide(side);
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const double left = static_cast<double>(column) * room;
        double y = 0;
        int small = 0;
        for (const QImage& view : m_columns[column].views) {
            if (view.width() == largest) {
                drawView(painter, QRectF(left, y, side, side), view);
                y += side + kGap;
            }
        }
        for (const QImage& view : m_columns[column].views) {
            if (view.width() == largest)
                continue;
            const int row = small / places.perRow;
            const int place = small % places.perRow;
            painter.drawImage(
                QRectF(left + place * (little + kGap), y + row * (little + kGap), little, little),
                view);
            ++small;
        }
    }
}

} // namespace rekindle::panels

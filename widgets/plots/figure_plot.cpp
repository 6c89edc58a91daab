#include "widgets/plots/figure_plot.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/plots/cell_drawing.h"
#include "widgets/plots/read_out.h"

namespace rekindle::plots {
namespace {

constexpr double kReach = 24; ///< pixels from the pointer to a point that is read out
constexpr double kRing = 7;   ///< points: across the ring around what is pointed at

/// Where a point of a row is on the screen, beside its own place where several share an x.
QPointF pixelOf(const Panel& panel, std::size_t row, std::size_t point)
{
    if (!panel.figure->strips.empty() || !panel.figure->tiles.empty())
        return cellRect(panel, {row, point}).center();
    const figures::Series& series = panel.figure->series[row];
    return {panel.x->coordToPixel(series.x[point]) + panel.graphs[row]->dodge(),
            panel.y->coordToPixel(series.y[point])};
}

PlotScale screenScale(const QWidget& screen)
{
    constexpr double kPointsPerInch = 72, kUsualPoints = 9;
    PlotScale scale;
    scale.unit = screen.logicalDpiX() / kPointsPerInch;
    const double points = look::font(look::Type::Small).pointSizeF();
    scale.textPoints = points > 0 ? points : kUsualPoints;
    return scale;
}

} // namespace

FigurePlot::FigurePlot(QWidget* parent) : m_plot(new QCustomPlot(parent))
{
    m_plot->setFocusPolicy(Qt::NoFocus);
    // QCustomPlot draws itself once before it is shown, and cannot on a surface of no size.
    m_plot->setMinimumSize(80, 60);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setMouseTracking(true);
}

void FigurePlot::setFigure(figures::Figure figure, Ranges ranges)
{
    std::vector<std::pair<QCPRange, QCPRange>> before;
    for (const Panel& panel : m_panels)
        before.emplace_back(panel.x->range(), panel.y->range());
    m_drawing = true;
    // The panels point into the figure of before until they are drawn anew.
    std::swap(m_figure, figure);
    m_rows = rowsOf(m_figure);
    draw();
    for (std::size_t i = 0; ranges == Ranges::Kept && i < before.size(); ++i) {
        m_panels[i].x->setRange(before[i].first);
        m_panels[i].y->setRange(before[i].second);
    }
    m_drawing = false;
    replot();
}

void FigurePlot::draw()
{
    const PlotScale scale = screenScale(*m_plot);
    m_tracer = nullptr;
    m_box = nullptr;
    m_frames.forget();
    m_panels = drawFigure(*m_plot, m_figure, screenTheme(), scale);
    QObject::connect(m_panels.front().x, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), m_plot,
                     [this] {
                         if (!m_drawing && m_moved)
                             m_moved();
                     });
    settleLayout(*m_plot, m_plot->rect());
    makePointer(scale);
    m_frames.draw(*m_plot, m_panels, m_markedRow);
}

void FigurePlot::makePointer(const PlotScale& scale)
{
    m_tracer = new QCPItemTracer(m_plot);
    m_tracer->setStyle(QCPItemTracer::tsCircle);
    m_tracer->setSize(scale.pt(kRing));
    m_tracer->setPen(QPen(screenTheme().text, 1.5));
    m_tracer->setVisible(false);
    m_tracer->position->setType(QCPItemPosition::ptAbsolute);
    m_tracer->setClipToAxisRect(false);
    m_box = new PointerBox(m_plot, screenTheme(), scale);
}

void FigurePlot::replot()
{
    if (m_plot->isVisible())
        m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void FigurePlot::fit()
{
    for (const Panel& panel : m_panels)
        fitAxes(panel);
    replot();
}

QPointF FigurePlot::shownRange() const
{
    const QCPRange range = m_panels.empty() ? QCPRange() : m_panels.front().x->range();
    return {range.lower, range.upper};
}

std::optional<FigurePlot::Spot> FigurePlot::nearest(const QPointF& place) const
{
    double best = kReach * kReach;
    std::optional<Spot> found;
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        const RowPlace row = m_rows[index];
        const Panel& panel = m_panels[row.panel];
        if (!panel.x->axisRect()->rect().contains(place.toPoint()))
            continue;
        if (panel.figure->series.empty()) {
            const auto cell = cellAt(panel, place);
            if (cell && cell->row == row.row)
                found = {index, cell->cell};
            continue;
        }
        if (isLong(panel.figure->series[row.row]))
            continue;
        for (std::size_t point = 0; point < lengthOf(m_figure, row); ++point) {
            const QPointF away = pixelOf(panel, row.row, point) - place;
            const double distance = QPointF::dotProduct(away, away);
            if (distance < best) {
                best = distance;
                found = {index, point};
            }
        }
    }
    return found;
}

QString FigurePlot::pointAt(Spot spot)
{
    const RowPlace place = m_rows[spot.first];
    QString text = textAt(m_figure, place, spot.second);
    const QPointF pixel = pixelOf(m_panels[place.panel], place.row, spot.second);
    m_tracer->position->setCoords(pixel);
    m_tracer->setVisible(true);
    m_box->showAt(pixel, text);
    replot();
    return text;
}

QString FigurePlot::pointAtColumn(const QPointF& place)
{
    if (m_tracer == nullptr)
        return {};
    const Panel& first = m_panels.front();
    const bool inside = first.x->axisRect()->rect().contains(place.toPoint());
    const auto column =
        inside ? columnAt(*first.figure, first.x->pixelToCoord(place.x())) : std::nullopt;
    m_tracer->setVisible(false);
    m_box->setVisible(false);
    if (column)
        m_box->showAt({first.x->coordToPixel(column->x), place.y()}, column->text);
    replot();
    return column ? column->text : QString();
}

void FigurePlot::moveMarker(const QString& id, double value)
{
    for (const Panel& panel : m_panels) {
        for (const DrawnMarker& marker : panel.markers) {
            if (marker.id == id)
                marker.moveTo(value);
        }
    }
    replot();
}

void FigurePlot::markRow(const QString& name)
{
    m_markedRow = name;
    m_frames.draw(*m_plot, m_panels, name);
    replot();
}

std::optional<QString> FigurePlot::rowNameAt(const QPointF& place) const
{
    for (const Panel& panel : m_panels) {
        const auto cell = panel.figure->strips.empty() ? std::nullopt : cellAt(panel, place);
        if (cell)
            return bridge::qt(panel.figure->strips[cell->row].name);
    }
    return std::nullopt;
}

} // namespace rekindle::plots

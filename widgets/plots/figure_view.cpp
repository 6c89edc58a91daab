#include "widgets/plots/figure_view.h"

#include "widgets/bridge/figure_words.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/plots/cell_drawing.h"
#include "widgets/plots/chart_access.h"
#include "widgets/plots/figure_drawing.h"
#include "widgets/plots/figure_places.h"
#include "widgets/plots/figure_table.h"
#include "widgets/plots/marker_drag.h"
#include "widgets/plots/read_out.h"
#include "widgets/plots/row_frames.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>

namespace rekindle::plots {
namespace {

constexpr int kRing = 2;
constexpr double kReach = 24; ///< pixels from the pointer to a point that is read out

constexpr double kClick = 6; ///< pixels that a click may wander

/// Where a point of a row is on the screen, beside its own place where several share an x.
QPointF pixelOf(const Panel& panel, std::size_t row, std::size_t point)
{
    if (!panel.figure->strips.empty() || !panel.figure->tiles.empty())
        return cellRect(panel, {row, point}).center();
    const figures::Series& series = panel.figure->series[row];
    return {panel.x->coordToPixel(series.x[point]) + panel.graphs[row]->dodge(),
            panel.y->coordToPixel(series.y[point])};
}

} // namespace

struct FigureView::Parts {
    figures::Figure figure;
    std::vector<Panel> panels;
    std::vector<RowPlace> rows;
    RowFrames frames; ///< around the marked row
    QString markedRow;
    MarkerDrag drag;
    QPointF pressed;
    QCustomPlot* plot = nullptr;
    QCPItemTracer* tracer = nullptr;
    PointerBox* box = nullptr;
    QTableView* table = nullptr;
    FigureTable* model = nullptr;
    QLabel* placeholder = nullptr;
    QString readOut;
    QStackedLayout* stack = nullptr;
    std::size_t row = 0, point = 0;
    bool walking = false;
    bool zoomed = false;
    bool asTable = false;
    bool drawing = false; ///< the axes move because of a new figure
};

FigureView::FigureView(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    installChartAccess();
    setFocusPolicy(Qt::StrongFocus);
    m_parts->plot = new QCustomPlot(this);
    m_parts->plot->setFocusPolicy(Qt::NoFocus);
    // QCustomPlot draws itself once before it is shown, and cannot on a surface of no size.
    m_parts->plot->setMinimumSize(80, 60);
    m_parts->plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_parts->plot->setNoAntialiasingOnDrag(false);
    m_parts->plot->setMouseTracking(true);
    m_parts->plot->installEventFilter(this);
    m_parts->plot->setAccessibleName(tr("Chart"));
    connect(m_parts->plot, &QCustomPlot::mouseDoubleClick, this, &FigureView::fit);
    connect(m_parts->plot, &QCustomPlot::mouseWheel, this, [this] { m_parts->zoomed = true; });
    connect(m_parts->plot, &QCustomPlot::mousePress, this, [this] { setFocus(); });

    m_parts->model = new FigureTable(this);
    m_parts->table = new QTableView;
    m_parts->table->setModel(m_parts->model);
    m_parts->table->setAccessibleName(tr("Numbers of the chart"));
    m_parts->table->verticalHeader()->hide();
    m_parts->table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_parts->table->setAlternatingRowColors(true);
    m_parts->placeholder = new QLabel;
    m_parts->placeholder->setAlignment(Qt::AlignCenter);
    m_parts->placeholder->setWordWrap(true);
    look::setRole(m_parts->placeholder, "muted");

    m_parts->stack = new QStackedLayout;
    m_parts->stack->addWidget(m_parts->placeholder);
    m_parts->stack->addWidget(m_parts->plot);
    m_parts->stack->addWidget(m_parts->table);
    auto* layout = new QVBoxLayout(this);
    // Room for the ring that shows who has the keyboard.
    layout->setContentsMargins(kRing + 1, kRing + 1, kRing + 1, kRing + 1);
    layout->addLayout(m_parts->stack, 1);
    setReadOut({});
}

FigureView::~FigureView() = default;

void FigureView::setFigure(figures::Figure english)
{
    figures::Figure figure = bridge::inWords(std::move(english));
    const bool sameKind = figure.id == m_parts->figure.id &&
                          figure.title == m_parts->figure.title &&
                          figure.panels.size() == m_parts->figure.panels.size();
    std::vector<std::pair<QCPRange, QCPRange>> ranges;
    for (const Panel& panel : m_parts->panels)
        ranges.emplace_back(panel.x->range(), panel.y->range());
    m_parts->drawing = true;
    std::swap(m_parts->figure, figure);
    m_parts->rows = rowsOf(m_parts->figure);
    setAccessibleName(bridge::qt(m_parts->figure.title));
    setAccessibleDescription(bridge::qt(m_parts->figure.summary));
    updateGeometry();
    draw();
    m_parts->zoomed = m_parts->zoomed && sameKind;
    for (std::size_t i = 0; m_parts->zoomed && i < ranges.size(); ++i) {
        m_parts->panels[i].x->setRange(ranges[i].first);
        m_parts->panels[i].y->setRange(ranges[i].second);
    }
    m_parts->drawing = false;
    replot();
    m_parts->model->setFigure(m_parts->figure);
    m_parts->walking = false;
    setReadOut({});
    setShowsTable(m_parts->asTable);
}

const figures::Figure& FigureView::figure() const
{
    return m_parts->figure;
}

void FigureView::setPlaceholder(const QString& text)
{
    m_parts->placeholder->setText(text);
}

void FigureView::draw()
{
    PlotScale scale;
    scale.unit = logicalDpiX() / 72.0;
    const double points = look::font(look::Type::Small).pointSizeF();
    scale.textPoints = points > 0 ? points : 9;
    m_parts->tracer = nullptr;
    m_parts->box = nullptr;
    m_parts->frames.forget();
    m_parts->drag.drop();
    m_parts->panels = drawFigure(*m_parts->plot, m_parts->figure, screenTheme(), scale);
    connect(m_parts->panels.front().x, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this] {
                if (!m_parts->drawing)
                    Q_EMIT viewChanged();
            });
    settleLayout(*m_parts->plot, m_parts->plot->rect());
    m_parts->tracer = new QCPItemTracer(m_parts->plot);
    m_parts->tracer->setStyle(QCPItemTracer::tsCircle);
    m_parts->tracer->setSize(scale.pt(7));
    m_parts->tracer->setPen(QPen(screenTheme().text, 1.5));
    m_parts->tracer->setVisible(false);
    m_parts->tracer->position->setType(QCPItemPosition::ptAbsolute);
    m_parts->tracer->setClipToAxisRect(false);
    m_parts->box = new PointerBox(m_parts->plot, screenTheme(), scale);
    m_parts->frames.draw(*m_parts->plot, m_parts->panels, m_parts->markedRow);
}

/// Nothing is drawn before there is room for it; showing the chart draws it.
void FigureView::replot()
{
    if (m_parts->plot->isVisible())
        m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
}

bool FigureView::showsTable() const
{
    return m_parts->asTable;
}

void FigureView::setShowsTable(bool table)
{
    const bool before = m_parts->asTable;
    m_parts->asTable = table;
    const bool empty = figures::isEmpty(m_parts->figure);
    m_parts->stack->setCurrentWidget(empty   ? static_cast<QWidget*>(m_parts->placeholder)
                                     : table ? static_cast<QWidget*>(m_parts->table)
                                             : m_parts->plot);
    if (before != table)
        Q_EMIT tableShown(table);
}

QString FigureView::readOut() const
{
    return m_parts->readOut;
}

void FigureView::setReadOut(const QString& text)
{
    m_parts->readOut = text;
    Q_EMIT readOutChanged(text);
}

void FigureView::fit()
{
    m_parts->zoomed = false;
    for (const Panel& panel : m_parts->panels)
        fitAxes(panel);
    replot();
}

QPointF FigureView::shownRange() const
{
    const QCPRange range =
        m_parts->panels.empty() ? QCPRange() : m_parts->panels.front().x->range();
    return {range.lower, range.upper};
}

bool FigureView::zoomed() const
{
    return m_parts->zoomed;
}

void FigureView::hover(const QPointF& place)
{
    if (m_parts->tracer == nullptr)
        return;
    const bool grip = MarkerDrag::canTake(m_parts->panels, place);
    m_parts->plot->setCursor(grip ? Qt::SplitHCursor : Qt::ArrowCursor);
    double best = kReach * kReach;
    std::optional<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t index = 0; index < m_parts->rows.size(); ++index) {
        const RowPlace row = m_parts->rows[index];
        const Panel& panel = m_parts->panels[row.panel];
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
        for (std::size_t point = 0; point < lengthOf(m_parts->figure, row); ++point) {
            const QPointF away = pixelOf(panel, row.row, point) - place;
            const double distance = QPointF::dotProduct(away, away);
            if (distance < best) {
                best = distance;
                found = {index, point};
            }
        }
    }
    if (found) {
        showPoint(found->first, found->second);
        return;
    }
    const Panel& first = m_parts->panels.front();
    const bool inside = first.x->axisRect()->rect().contains(place.toPoint());
    const auto column =
        inside ? columnAt(*first.figure, first.x->pixelToCoord(place.x())) : std::nullopt;
    m_parts->tracer->setVisible(false);
    m_parts->box->setVisible(false);
    if (column)
        m_parts->box->showAt({first.x->coordToPixel(column->x), place.y()}, column->text);
    replot();
    setReadOut(column ? column->text : QString());
}

void FigureView::showPoint(std::size_t row, std::size_t point)
{
    const RowPlace place = m_parts->rows[row];
    const Panel& panel = m_parts->panels[place.panel];
    const QString text = textAt(m_parts->figure, place, point);
    const QPointF pixel = pixelOf(panel, place.row, point);
    m_parts->tracer->position->setCoords(pixel);
    m_parts->tracer->setVisible(true);
    m_parts->box->showAt(pixel, text);
    replot();
    setReadOut(text);
}

void FigureView::walk(int points, int rows)
{
    const auto count = static_cast<int>(m_parts->rows.size());
    if (count == 0)
        return;
    auto at = static_cast<int>(m_parts->row);
    at = m_parts->walking ? std::clamp(at + rows, 0, count - 1) : 0;
    m_parts->row = static_cast<std::size_t>(at);
    const auto length = static_cast<int>(lengthOf(m_parts->figure, m_parts->rows[m_parts->row]));
    if (length == 0)
        return;
    const int place = m_parts->walking ? static_cast<int>(m_parts->point) + points : 0;
    m_parts->point = static_cast<std::size_t>(std::clamp(place, 0, length - 1));
    m_parts->walking = true;
    showPoint(m_parts->row, m_parts->point);
}

void FigureView::moveMarker(const QString& id, double value)
{
    for (const Panel& panel : m_parts->panels) {
        for (const DrawnMarker& marker : panel.markers) {
            if (marker.id == id)
                marker.moveTo(value);
        }
    }
    replot();
}

void FigureView::markRow(const QString& name)
{
    m_parts->markedRow = name;
    m_parts->frames.draw(*m_parts->plot, m_parts->panels, name);
    replot();
}

/// Takes hold of a line, moves it, lets it go; true where the event was about that.
bool FigureView::dragMarker(QMouseEvent& event)
{
    MarkerDrag& drag = m_parts->drag;
    if (event.type() == QEvent::MouseButtonPress && event.button() == Qt::LeftButton) {
        if (!drag.take(m_parts->panels, event.position()))
            return false;
        setFocus();
        return true;
    }
    if (drag.held().isEmpty())
        return false;
    const QString id = drag.held();
    const double value = drag.valueAt(event.position());
    const bool dropped = event.type() == QEvent::MouseButtonRelease;
    if (dropped)
        drag.drop();
    moveMarker(id, value);
    Q_EMIT markerMoved(id, value, dropped);
    return true;
}

void FigureView::chooseRowAt(const QPointF& place)
{
    for (const Panel& panel : m_parts->panels) {
        const auto cell = panel.figure->strips.empty() ? std::nullopt : cellAt(panel, place);
        if (cell)
            Q_EMIT rowChosen(bridge::qt(panel.figure->strips[cell->row].name));
    }
}

bool FigureView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_parts->plot && event->type() == QEvent::Show)
        m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
    if (watched == m_parts->plot && event->type() == QEvent::Leave)
        hover({-1, -1});
    const auto type = event->type();
    const bool mouse = type == QEvent::MouseMove || type == QEvent::MouseButtonPress ||
                       type == QEvent::MouseButtonRelease;
    if (watched != m_parts->plot || !mouse)
        return QWidget::eventFilter(watched, event);
    auto* pointer = static_cast<QMouseEvent*>(event);
    if (dragMarker(*pointer))
        return true;
    if (type == QEvent::MouseButtonPress)
        m_parts->pressed = pointer->position();
    if (type == QEvent::MouseButtonRelease &&
        (pointer->position() - m_parts->pressed).manhattanLength() < kClick)
        chooseRowAt(pointer->position());
    if (type == QEvent::MouseMove && pointer->buttons() == Qt::NoButton)
        hover(pointer->position());
    else if (type == QEvent::MouseMove)
        m_parts->zoomed = true;
    return QWidget::eventFilter(watched, event);
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1, 0);
    case Qt::Key_Right:
        return walk(1, 0);
    case Qt::Key_Up:
        return walk(0, -1);
    case Qt::Key_Down:
        return walk(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_parts->walking && !contentOf(m_parts->figure, 0).strips.empty())
            Q_EMIT rowChosen(nameOf(m_parts->figure, m_parts->rows[m_parts->row]));
        return;
    case Qt::Key_Escape:
    case Qt::Key_Home:
        return fit();
    default:
        QWidget::keyPressEvent(event);
    }
}

void FigureView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void FigureView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void FigureView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look::colours().accent, kRing));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void FigureView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_parts) {
        draw();
        replot();
    }
}

QSize FigureView::sizeHint() const
{
    return {560, 340};
}

QSize FigureView::minimumSizeHint() const
{
    // What stands below needs room of its own.
    return {280, m_parts->figure.below ? 290 : 200};
}

} // namespace rekindle::plots

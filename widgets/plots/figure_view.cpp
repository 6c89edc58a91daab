#include "widgets/plots/figure_view.h"

#include "widgets/bridge/figure_words.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/plots/chart_access.h"
#include "widgets/plots/figure_plot.h"
#include "widgets/plots/figure_table.h"
#include "widgets/plots/marker_drag.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::plots {
namespace {

constexpr int kRing = 2;
constexpr double kClick = 6; ///< pixels that a click may wander

} // namespace

struct FigureView::Parts {
    explicit Parts(QWidget* view) : plot(view) {}

    FigurePlot plot;
    MarkerDrag drag;
    QPointF pressed;
    QTableView* table = nullptr;
    FigureTable* model = nullptr;
    QLabel* placeholder = nullptr;
    QString readOut;
    QStackedLayout* stack = nullptr;
    FigurePlot::Spot walked; ///< where the cursor keys are
    bool walking = false;
    bool zoomed = false;
    bool asTable = false;
};

FigureView::FigureView(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>(this))
{
    installChartAccess();
    setFocusPolicy(Qt::StrongFocus);
    QCustomPlot* plot = m_parts->plot.widget();
    plot->installEventFilter(this);
    plot->setAccessibleName(tr("Chart"));
    connect(plot, &QCustomPlot::mouseDoubleClick, this, &FigureView::fit);
    connect(plot, &QCustomPlot::mouseWheel, this, [this] { m_parts->zoomed = true; });
    connect(plot, &QCustomPlot::mousePress, this, [this] { setFocus(); });
    m_parts->plot.whenMoved([this] { Q_EMIT viewChanged(); });

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
    m_parts->stack->addWidget(plot);
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
    const figures::Figure& before = m_parts->plot.figure();
    const bool sameKind = figure.id == before.id && figure.title == before.title &&
                          figure.panels.size() == before.panels.size();
    m_parts->zoomed = m_parts->zoomed && sameKind;
    setAccessibleName(bridge::qt(figure.title));
    setAccessibleDescription(bridge::qt(figure.summary));
    m_parts->drag.drop();
    m_parts->plot.setFigure(std::move(figure), m_parts->zoomed ? FigurePlot::Ranges::Kept
                                                               : FigurePlot::Ranges::Fitting);
    updateGeometry();
    m_parts->model->setFigure(m_parts->plot.figure());
    m_parts->walking = false;
    setReadOut({});
    setShowsTable(m_parts->asTable);
}

const figures::Figure& FigureView::figure() const
{
    return m_parts->plot.figure();
}

void FigureView::setPlaceholder(const QString& text)
{
    m_parts->placeholder->setText(text);
}

bool FigureView::showsTable() const
{
    return m_parts->asTable;
}

void FigureView::setShowsTable(bool table)
{
    const bool before = m_parts->asTable;
    m_parts->asTable = table;
    const bool empty = figures::isEmpty(figure());
    m_parts->stack->setCurrentWidget(empty   ? static_cast<QWidget*>(m_parts->placeholder)
                                     : table ? static_cast<QWidget*>(m_parts->table)
                                             : m_parts->plot.widget());
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
    m_parts->plot.fit();
}

QPointF FigureView::shownRange() const
{
    return m_parts->plot.shownRange();
}

bool FigureView::zoomed() const
{
    return m_parts->zoomed;
}

void FigureView::hover(const QPointF& place)
{
    const bool grip = MarkerDrag::canTake(m_parts->plot.panels(), place);
    m_parts->plot.widget()->setCursor(grip ? Qt::SplitHCursor : Qt::ArrowCursor);
    const auto spot = m_parts->plot.nearest(place);
    setReadOut(spot ? m_parts->plot.pointAt(*spot) : m_parts->plot.pointAtColumn(place));
}

void FigureView::walk(int points, int rows)
{
    const auto& all = m_parts->plot.rows();
    if (all.empty())
        return;
    auto& [row, point] = m_parts->walked;
    const int from = m_parts->walking ? static_cast<int>(row) + rows : 0;
    row = static_cast<std::size_t>(std::clamp(from, 0, static_cast<int>(all.size()) - 1));
    const auto length = static_cast<int>(lengthOf(figure(), all[row]));
    if (length == 0)
        return;
    const int place = m_parts->walking ? static_cast<int>(point) + points : 0;
    point = static_cast<std::size_t>(std::clamp(place, 0, length - 1));
    m_parts->walking = true;
    setReadOut(m_parts->plot.pointAt(m_parts->walked));
}

void FigureView::moveMarker(const QString& id, double value)
{
    m_parts->plot.moveMarker(id, value);
}

void FigureView::markRow(const QString& name)
{
    m_parts->plot.markRow(name);
}

/// Takes hold of a line, moves it, lets it go; true where the event was about that.
bool FigureView::dragMarker(QMouseEvent& event)
{
    MarkerDrag& drag = m_parts->drag;
    if (event.type() == QEvent::MouseButtonPress && event.button() == Qt::LeftButton) {
        if (!drag.take(m_parts->plot.panels(), event.position()))
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

bool FigureView::eventFilter(QObject* watched, QEvent* event)
{
    QCustomPlot* plot = m_parts->plot.widget();
    if (watched == plot && event->type() == QEvent::Show)
        plot->replot(QCustomPlot::rpQueuedReplot);
    if (watched == plot && event->type() == QEvent::Leave)
        hover({-1, -1});
    const auto type = event->type();
    const bool mouse = type == QEvent::MouseMove || type == QEvent::MouseButtonPress ||
                       type == QEvent::MouseButtonRelease;
    if (watched != plot || !mouse)
        return QWidget::eventFilter(watched, event);
    auto* pointer = static_cast<QMouseEvent*>(event);
    if (dragMarker(*pointer))
        return true;
    if (type == QEvent::MouseButtonPress)
        m_parts->pressed = pointer->position();
    if (type == QEvent::MouseButtonRelease &&
        (pointer->position() - m_parts->pressed).manhattanLength() < kClick) {
        if (const auto row = m_parts->plot.rowNameAt(pointer->position()))
            Q_EMIT rowChosen(*row);
    }
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
        if (m_parts->walking && !contentOf(figure(), 0).strips.empty())
            Q_EMIT rowChosen(nameOf(figure(), m_parts->plot.rows()[m_parts->walked.first]));
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
        m_parts->drag.drop();
        m_parts->plot.draw();
        m_parts->plot.replot();
    }
}

QSize FigureView::sizeHint() const
{
    return {560, 340};
}

QSize FigureView::minimumSizeHint() const
{
    // What stands below needs room of its own.
    return {280, figure().below ? 290 : 200};
}

} // namespace rekindle::plots

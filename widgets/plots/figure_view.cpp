#include "widgets/plots/figure_view.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/plots/chart_access.h"
#include "widgets/plots/figure_drawing.h"
#include "widgets/plots/figure_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace rekindle::plots {
namespace {

constexpr double kReach = 24; ///< pixels from the pointer to a point that is read out

QString pointText(const figures::Figure& figure, std::size_t series, std::size_t point)
{
    const figures::Series& row = figure.series[series];
    const QLocale locale;
    const auto number = [&](double value) { return locale.toString(value, 'g', 4); };
    const auto withUnit = [&](double value, const figures::Axis& axis) {
        return axis.unit.empty() ? number(value) : number(value) + u' ' + bridge::qt(axis.unit);
    };
    QString text = FigureView::tr("%1 — %2 %3: %4")
                       .arg(bridge::qt(row.name), bridge::qt(figure.x.label),
                            withUnit(row.x[point], figure.x), withUnit(row.y[point], figure.y));
    if (point < row.low.size() && point < row.high.size())
        text += FigureView::tr(" (%1 to %2)").arg(number(row.low[point]), number(row.high[point]));
    return text;
}

} // namespace

struct FigureView::Parts {
    figures::Figure figure;
    std::vector<QCPGraph*> graphs;
    QCustomPlot* plot = nullptr;
    QCPItemTracer* tracer = nullptr;
    QTableView* table = nullptr;
    FigureTable* model = nullptr;
    QLabel* placeholder = nullptr;
    QLabel* readOut = nullptr;
    QStackedLayout* stack = nullptr;
    std::size_t series = 0, point = 0;
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
    connect(m_parts->plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (!m_parts->drawing)
            Q_EMIT viewChanged();
    });
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
    m_parts->readOut = new QLabel;
    m_parts->readOut->setFont(look::font(look::Type::Small));
    m_parts->readOut->setTextFormat(Qt::PlainText);
    look::setRole(m_parts->readOut, "muted");

    m_parts->stack = new QStackedLayout;
    m_parts->stack->addWidget(m_parts->placeholder);
    m_parts->stack->addWidget(m_parts->plot);
    m_parts->stack->addWidget(m_parts->table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kTight);
    layout->addLayout(m_parts->stack, 1);
    layout->addWidget(m_parts->readOut);
    setReadOut({});
}

FigureView::~FigureView() = default;

void FigureView::setFigure(const figures::Figure& figure)
{
    const bool sameKind = figure.id == m_parts->figure.id && figure.title == m_parts->figure.title;
    const QCPRange x = m_parts->plot->xAxis->range(), y = m_parts->plot->yAxis->range();
    m_parts->drawing = true;
    m_parts->figure = figure;
    setAccessibleName(bridge::qt(figure.title));
    setAccessibleDescription(bridge::qt(figure.summary));
    draw();
    m_parts->zoomed = m_parts->zoomed && sameKind;
    if (m_parts->zoomed) {
        m_parts->plot->xAxis->setRange(x);
        m_parts->plot->yAxis->setRange(y);
    }
    m_parts->drawing = false;
    replot();
    m_parts->model->setFigure(figure);
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
    m_parts->graphs = drawFigure(*m_parts->plot, m_parts->figure, screenTheme(), scale);
    m_parts->tracer = new QCPItemTracer(m_parts->plot);
    m_parts->tracer->setStyle(QCPItemTracer::tsCircle);
    m_parts->tracer->setSize(scale.pt(7));
    m_parts->tracer->setPen(QPen(screenTheme().text, 1.5));
    m_parts->tracer->setVisible(false);
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
    const bool empty = m_parts->figure.series.empty();
    m_parts->stack->setCurrentWidget(empty   ? static_cast<QWidget*>(m_parts->placeholder)
                                     : table ? static_cast<QWidget*>(m_parts->table)
                                             : m_parts->plot);
    if (before != table)
        Q_EMIT tableShown(table);
}

QString FigureView::readOut() const
{
    return m_parts->readOut->text();
}

void FigureView::setReadOut(const QString& text)
{
    m_parts->readOut->setText(text.isEmpty() ? QStringLiteral(" ") : text);
    Q_EMIT readOutChanged(text);
}

void FigureView::fit()
{
    m_parts->zoomed = false;
    fitAxes(*m_parts->plot, m_parts->figure);
    replot();
}

QPointF FigureView::shownRange() const
{
    const QCPRange range = m_parts->plot->xAxis->range();
    return {range.lower, range.upper};
}

bool FigureView::zoomed() const
{
    return m_parts->zoomed;
}

void FigureView::hover(const QPointF& place)
{
    double best = kReach * kReach;
    std::size_t bestSeries = 0, bestPoint = 0;
    bool found = false;
    for (std::size_t s = 0; s < m_parts->figure.series.size(); ++s) {
        const figures::Series& series = m_parts->figure.series[s];
        for (std::size_t p = 0; p < series.y.size(); ++p) {
            const double dx = m_parts->plot->xAxis->coordToPixel(series.x[p]) - place.x();
            const double dy = m_parts->plot->yAxis->coordToPixel(series.y[p]) - place.y();
            if (const double distance = dx * dx + dy * dy; distance < best) {
                best = distance;
                bestSeries = s;
                bestPoint = p;
                found = true;
            }
        }
    }
    if (found) {
        showPoint(bestSeries, bestPoint);
        return;
    }
    if (m_parts->tracer != nullptr && m_parts->tracer->visible()) {
        m_parts->tracer->setVisible(false);
        replot();
    }
    setReadOut({});
}

void FigureView::showPoint(std::size_t series, std::size_t point)
{
    const figures::Series& row = m_parts->figure.series[series];
    m_parts->tracer->position->setCoords(row.x[point], row.y[point]);
    m_parts->tracer->setVisible(true);
    replot();
    setReadOut(pointText(m_parts->figure, series, point));
}

void FigureView::walk(int points, int series)
{
    const auto count = static_cast<int>(m_parts->figure.series.size());
    if (count == 0)
        return;
    auto at = static_cast<int>(m_parts->series);
    at = m_parts->walking ? std::clamp(at + series, 0, count - 1) : 0;
    m_parts->series = static_cast<std::size_t>(at);
    const auto length = static_cast<int>(m_parts->figure.series[m_parts->series].y.size());
    if (length == 0)
        return;
    const int place = m_parts->walking ? static_cast<int>(m_parts->point) + points : 0;
    m_parts->point = static_cast<std::size_t>(std::clamp(place, 0, length - 1));
    m_parts->walking = true;
    showPoint(m_parts->series, m_parts->point);
}

bool FigureView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_parts->plot && event->type() == QEvent::Show)
        m_parts->plot->replot(QCustomPlot::rpQueuedReplot);
    if (watched == m_parts->plot && event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        if (move->buttons() == Qt::NoButton)
            hover(move->position());
        else
            m_parts->zoomed = true;
    }
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
    case Qt::Key_Escape:
    case Qt::Key_Home:
        return fit();
    default:
        QWidget::keyPressEvent(event);
    }
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
    return {280, 200};
}

} // namespace rekindle::plots

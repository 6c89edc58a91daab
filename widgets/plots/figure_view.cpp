#include <rekindle/plots/figure_view.h>

#include "chart_access.h"
#include "figure_drawing.h"
#include "figure_table.h"

#include <rekindle/bridge/qt_text.h>
#include <rekindle/look/look.h>

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
};

FigureView::FigureView(QWidget* parent) : QWidget(parent), m(std::make_unique<Parts>())
{
    installChartAccess();
    setFocusPolicy(Qt::StrongFocus);
    m->plot = new QCustomPlot(this);
    m->plot->setFocusPolicy(Qt::NoFocus);
    // QCustomPlot draws itself once before it is shown, and cannot on a surface of no size.
    m->plot->setMinimumSize(80, 60);
    m->plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m->plot->setNoAntialiasingOnDrag(false);
    m->plot->setMouseTracking(true);
    m->plot->installEventFilter(this);
    m->plot->setAccessibleName(tr("Chart"));
    connect(m->plot, &QCustomPlot::mouseDoubleClick, this, &FigureView::fit);
    connect(m->plot, &QCustomPlot::mouseWheel, this, [this] { m->zoomed = true; });
    connect(m->plot, &QCustomPlot::mousePress, this, [this] { setFocus(); });

    m->model = new FigureTable(this);
    m->table = new QTableView;
    m->table->setModel(m->model);
    m->table->setAccessibleName(tr("Numbers of the chart"));
    m->table->verticalHeader()->hide();
    m->table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m->table->setAlternatingRowColors(true);
    m->placeholder = new QLabel;
    m->placeholder->setAlignment(Qt::AlignCenter);
    m->placeholder->setWordWrap(true);
    look::setRole(m->placeholder, "muted");
    m->readOut = new QLabel;
    m->readOut->setFont(look::font(look::Type::Small));
    m->readOut->setTextFormat(Qt::PlainText);
    look::setRole(m->readOut, "muted");

    m->stack = new QStackedLayout;
    m->stack->addWidget(m->placeholder);
    m->stack->addWidget(m->plot);
    m->stack->addWidget(m->table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kTight);
    layout->addLayout(m->stack, 1);
    layout->addWidget(m->readOut);
    setReadOut({});
}

FigureView::~FigureView() = default;

void FigureView::setFigure(const figures::Figure& figure)
{
    const bool sameKind = figure.id == m->figure.id && figure.title == m->figure.title;
    const QCPRange x = m->plot->xAxis->range(), y = m->plot->yAxis->range();
    m->figure = figure;
    setAccessibleName(bridge::qt(figure.title));
    setAccessibleDescription(bridge::qt(figure.summary));
    draw();
    m->zoomed = m->zoomed && sameKind;
    if (m->zoomed) {
        m->plot->xAxis->setRange(x);
        m->plot->yAxis->setRange(y);
    }
    replot();
    m->model->setFigure(figure);
    m->walking = false;
    setReadOut({});
    setShowsTable(m->asTable);
}

const figures::Figure& FigureView::figure() const
{
    return m->figure;
}

void FigureView::setPlaceholder(const QString& text)
{
    m->placeholder->setText(text);
}

void FigureView::draw()
{
    PlotScale scale;
    scale.unit = logicalDpiX() / 72.0;
    const double points = look::font(look::Type::Small).pointSizeF();
    scale.textPoints = points > 0 ? points : 9;
    m->tracer = nullptr;
    m->graphs = drawFigure(*m->plot, m->figure, screenTheme(), scale);
    m->tracer = new QCPItemTracer(m->plot);
    m->tracer->setStyle(QCPItemTracer::tsCircle);
    m->tracer->setSize(scale.pt(7));
    m->tracer->setPen(QPen(screenTheme().text, 1.5));
    m->tracer->setVisible(false);
}

/// Nothing is drawn before there is room for it; showing the chart draws it.
void FigureView::replot()
{
    if (m->plot->isVisible())
        m->plot->replot(QCustomPlot::rpQueuedReplot);
}

bool FigureView::showsTable() const
{
    return m->asTable;
}

void FigureView::setShowsTable(bool table)
{
    const bool before = m->asTable;
    m->asTable = table;
    const bool empty = m->figure.series.empty();
    m->stack->setCurrentWidget(empty   ? static_cast<QWidget*>(m->placeholder)
                               : table ? static_cast<QWidget*>(m->table)
                                       : m->plot);
    if (before != table)
        Q_EMIT tableShown(table);
}

QString FigureView::readOut() const
{
    return m->readOut->text();
}

void FigureView::setReadOut(const QString& text)
{
    m->readOut->setText(text.isEmpty() ? QStringLiteral(" ") : text);
    Q_EMIT readOutChanged(text);
}

void FigureView::fit()
{
    m->zoomed = false;
    fitAxes(*m->plot, m->figure);
    replot();
}

bool FigureView::zoomed() const
{
    return m->zoomed;
}

void FigureView::hover(const QPointF& place)
{
    double best = kReach * kReach;
    std::size_t bestSeries = 0, bestPoint = 0;
    bool found = false;
    for (std::size_t s = 0; s < m->figure.series.size(); ++s) {
        const figures::Series& series = m->figure.series[s];
        for (std::size_t p = 0; p < series.y.size(); ++p) {
            const double dx = m->plot->xAxis->coordToPixel(series.x[p]) - place.x();
            const double dy = m->plot->yAxis->coordToPixel(series.y[p]) - place.y();
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
    if (m->tracer != nullptr && m->tracer->visible()) {
        m->tracer->setVisible(false);
        replot();
    }
    setReadOut({});
}

void FigureView::showPoint(std::size_t series, std::size_t point)
{
    const figures::Series& row = m->figure.series[series];
    m->tracer->position->setCoords(row.x[point], row.y[point]);
    m->tracer->setVisible(true);
    replot();
    setReadOut(pointText(m->figure, series, point));
}

void FigureView::walk(int points, int series)
{
    const auto count = static_cast<int>(m->figure.series.size());
    if (count == 0)
        return;
    auto at = static_cast<int>(m->series);
    at = m->walking ? std::clamp(at + series, 0, count - 1) : 0;
    m->series = static_cast<std::size_t>(at);
    const auto length = static_cast<int>(m->figure.series[m->series].y.size());
    if (length == 0)
        return;
    const int place = m->walking ? static_cast<int>(m->point) + points : 0;
    m->point = static_cast<std::size_t>(std::clamp(place, 0, length - 1));
    m->walking = true;
    showPoint(m->series, m->point);
}

bool FigureView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m->plot && event->type() == QEvent::Show)
        m->plot->replot(QCustomPlot::rpQueuedReplot);
    if (watched == m->plot && event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        if (move->buttons() == Qt::NoButton)
            hover(move->position());
        else
            m->zoomed = true;
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
    if (event->type() == QEvent::PaletteChange && m) {
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

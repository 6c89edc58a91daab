#include "widgets/panels/inspect_chart.h"

#include "core/inspect/dead_counts.h"
#include "widgets/look/look.h"
#include "widgets/models/layer_table.h"
#include "widgets/panels/inspect_style.h"
#include "widgets/panels/pieces.h"
#include "widgets/plots/figure_view.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {

InspectChart::InspectChart(bridge::StudySession& session, QWidget* parent)
    : QWidget(parent), m_job(session)
{
    buildTabs();
    m_style = new InspectStyle;
    m_view = new plots::FigureView;
    m_view->setObjectName(QStringLiteral("inspect-figure"));
    m_rows = new models::LayerTable(this);
    m_table = makeTable(m_rows, tr("Layers of the network"));
    m_table->setObjectName(QStringLiteral("inspect-table"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addWidget(m_style);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &InspectChart::viewChosen);
    connect(m_style, &InspectStyle::changed, this, &InspectChart::draw);
    connect(m_view, &plots::FigureView::rowChosen, this, &InspectChart::layerChosen);
    connect(m_view, &plots::FigureView::markerMoved, this,
            [this](const QString& id, double value, bool dropped) {
                if (id == u"dead")
                    Q_EMIT deadBelowMoved(value, dropped);
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InspectChart::tableRowChosen);
    viewChosen();
}

void InspectChart::buildTabs()
{
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("inspect-tabs"));
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    const auto add = [this](const QString& text, const char* id, const QString& tip) {
        const int tab = m_tabs->addTab(text);
        m_tabs->setTabData(tab, QString::fromLatin1(id));
        m_tabs->setTabToolTip(tab, tip);
    };
    add(tr("Norms"), "norms", tr("How long the filters are."));
    add(tr("Batch norm"), "distributions",
        tr("Norms and what batch norm keeps of each filter: the paper's Figure 1."));
    add(tr("All layers"), "layers", tr("A row a layer: where its norms lie."));
    add(tr("Dead filters"), "dead", tr("A strip a layer, its filters from short to long."));
    add(tr("First filters"), "filters", tr("The first layer's filters as pictures."));
    add(tr("Table"), "table", tr("All layers as numbers, sortable."));
}

QString InspectChart::viewId() const
{
    return m_tabs->tabData(m_tabs->currentIndex()).toString();
}

bool InspectChart::showView(const QString& id)
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->tabData(tab).toString() == id) {
            m_tabs->setCurrentIndex(tab);
            return true;
        }
    }
    return false;
}

void InspectChart::viewChosen()
{
    const QString id = viewId();
    const bool histogram = id == u"norms" || id == u"distributions";
    m_style->setUses(histogram, histogram || id == u"layers", histogram || id == u"layers");
    m_stack->setCurrentIndex(id == u"table" ? 1 : 0);
    draw();
}

void InspectChart::setWeights(const std::vector<Shown>& weights)
{
    if (weights == m_weights)
        return;
    const bool others = weights.empty() || m_weights.empty() ||
                        weights.size() != m_weights.size() ||
                        weights.front().facts != m_weights.front().facts ||
                        weights.back().facts != m_weights.back().facts;
    m_weights = weights;
    measure();
    draw();
    if (others)
        m_view->fit();
}

void InspectChart::setPart(const QString& part)
{
    m_part = part;
    m_selecting = true;
    if (m_tableFilled && m_rows->rowOf(part) >= 0)
        m_table->setCurrentIndex(m_rows->index(m_rows->rowOf(part), 0));
    m_selecting = false;
    m_view->markRow(part);
    const QString id = viewId();
    if (id == u"norms" || id == u"distributions")
        draw();
}

void InspectChart::setDeadBelow(double below, bool drawn)
{
    if (!drawn) {
        m_view->moveMarker(QStringLiteral("dead"), below);
        return;
    }
    if (below == m_below)
        return;
    m_below = below;
    measure();
    draw();
}

const inspect::WeightReport* InspectChart::report() const
{
    return m_reports.empty() ? nullptr : m_reports.front().get();
}

/// The reports under the present line.
void InspectChart::measure()
{
    m_tableFilled = false;
    m_reports.clear();
    for (const Shown& one : m_weights) {
        const inspect::WeightReport& asRead = one.facts->report;
        // The file's own, for as long as the line is where it was.
        m_reports.push_back(
            asRead.settings.deadBelow == m_below
                ? std::shared_ptr<const inspect::WeightReport>(one.facts, &asRead)
                : std::make_shared<inspect::WeightReport>(inspect::withDeadBelow(asRead, m_below)));
    }
}

InspectDrawing InspectChart::drawing() const
{
    InspectDrawing drawing;
    drawing.view = viewId();
    drawing.part = m_part;
    drawing.deadBelow = m_below;
    for (std::size_t i = 0; i < m_weights.size(); ++i)
        drawing.weights.push_back({m_weights[i].name, m_weights[i].facts, m_reports[i]});
    drawing.style = m_style->histogram();
    drawing.arrangement = m_style->arrangement();
    return drawing;
}

void InspectChart::draw()
{
    const QString id = viewId();
    if (m_weights.empty()) {
        m_view->setPlaceholder(tr("Reading the weights…"));
        m_view->setFigure({});
        m_rows->setReport({});
        m_tableFilled = false;
    } else if (id == u"table") {
        fillTable();
    } else if (id == u"norms") {
        m_view->setFigure(figureOf(drawing()));
    } else {
        drawAside();
    }
}

/// Maps of large networks take longer than a window may stand still.
void InspectChart::drawAside()
{
    m_stale = m_job.running();
    if (m_stale)
        return;
    m_job.look<figures::Figure>(
        [what = drawing()](const job::Watch&) -> Result<figures::Figure> { return figureOf(what); },
        [this, id = viewId()](Result<figures::Figure> figure) {
            const bool others = m_stale || id != viewId() || m_weights.empty();
            m_stale = false;
            if (others)
                draw();
            else if (figure)
                m_view->setFigure(*std::move(figure));
        });
}

void InspectChart::fillTable()
{
    if (m_tableFilled)
        return;
    m_selecting = true;
    m_rows->setReport(*m_reports.front());
    m_rows->sort(m_table->horizontalHeader()->sortIndicatorSection(),
                 m_table->horizontalHeader()->sortIndicatorOrder());
    m_table->setCurrentIndex(m_rows->index(std::max(0, m_rows->rowOf(m_part)), 0));
    m_selecting = false;
    m_tableFilled = true;
}

void InspectChart::tableRowChosen()
{
    if (!m_selecting)
        Q_EMIT layerChosen(m_table->currentIndex()
                               .siblingAtColumn(0)
                               .data(models::LayerTable::kLayerRole)
                               .toString());
}

} // namespace rekindle::panels

#include "widgets/panels/inspect_page.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/inspect_chart.h"
#include "widgets/panels/inspect_text.h"
#include "widgets/panels/layer_tree.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/value_text.h"
#include "widgets/panels/weights_choice.h"
#include "widgets/plots/figure_view.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;

namespace {

constexpr int kSettleMs = 250;

/// Whether layers of two files lie over each other: the same ones, of the same shapes.
bool sameLayers(const inspect::WeightReport& one, const inspect::WeightReport& other)
{
    return std::equal(one.layers.begin(), one.layers.end(), other.layers.begin(),
                      other.layers.end(),
                      [](const inspect::LayerReport& a, const inspect::LayerReport& b) {
                          return a.name == b.name && a.shape == b.shape;
                      });
}

QString networkOf(const bridge::WeightsFacts& facts)
{
    return facts.onlyLook.empty()
               ? networkText(facts.architecture)
               : InspectPage::tr("network of %1 convolutions").arg(facts.convolutions);
}

} // namespace

InspectPage::InspectPage(Context context, QWidget* parent)
    : Page(context, Step::Inspect,
           tr("Norms of the filters, layer by layer: what is too big, what is dead."), parent)
{
    QPushButton* exportButton = addHeaderButton(tr("Export figure…"));
    connect(exportButton, &QPushButton::clicked, this, &Page::exportAsked);
    buildContent();
    connect(m_choice, &WeightsChoice::changed, this, &InspectPage::weightsChosen);
    connect(m_tree, &LayerTree::chosen, this, &InspectPage::layerChosen);
    connect(m_tree, &LayerTree::deadBelowEdited, this,
            [this](double below) { moveLine(below, false); });
    connect(m_chart, &InspectChart::layerChosen, m_tree, &LayerTree::choose);
    connect(m_chart, &InspectChart::deadBelowMoved, this, &InspectPage::moveLine);
    m_settle = new QTimer(this);
    m_settle->setSingleShot(true);
    m_settle->setInterval(kSettleMs);
    connect(m_settle, &QTimer::timeout, this, [this] { moveLine(m_tree->deadBelow(), true); });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    follow(&context.weights, &bridge::WeightsStore::changed, Fill::Part);
    addShortcuts();
    refresh();
}

plots::FigureView* InspectPage::figureView() const
{
    return m_chart->figureView();
}

bool InspectPage::loading() const
{
    return Page::loading() || m_chart->busy();
}

bool InspectPage::showView(const QString& name)
{
    return m_chart->showView(name);
}

void InspectPage::addShortcuts()
{
    for (const auto& [key, direction] :
         {std::pair(Qt::Key_BracketLeft, -1), std::pair(Qt::Key_BracketRight, 1)}) {
        auto* stepper = new QShortcut(QKeySequence(key), this);
        stepper->setContext(Qt::WidgetWithChildrenShortcut);
        connect(stepper, &QShortcut::activated, m_tree,
                [tree = m_tree, direction = direction] { tree->step(direction); });
    }
}

QWidget* InspectPage::buildCard()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_title = makeTitle({});
    m_text = makeText({}, "muted");
    m_text->setObjectName(QStringLiteral("inspect-text"));
    card->addWidget(m_title);
    card->addWidget(m_chart, 1);
    card->addWidget(m_text);
    auto* links = new QHBoxLayout;
    QPushButton* repair = makeLink(tr("Go to Repair"));
    connect(repair, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Repair); });
    links->addWidget(repair);
    links->addStretch();
    card->addLayout(links);
    return new FittingScroll(frame);
}

void InspectPage::buildContent()
{
    m_empty = new EmptyState(tr("Choose weights on the page Starting weights; nothing is computed "
                                "until then."));
    QPushButton* there = m_empty->addButton(tr("Go to Starting weights"));
    connect(there, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Weights); });

    m_choice = new WeightsChoice;
    m_chart = new InspectChart(session());
    m_tree = new LayerTree;
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(look::space::kMedium);
    splitter->addWidget(m_tree);
    splitter->addWidget(buildCard());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({400, 560});
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addWidget(m_choice);
    // Across the whole page: beside the tree a narrow window has no room for all of them.
    layout->addWidget(m_chart->tabs());
    layout->addWidget(splitter, 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    body()->addWidget(m_stack, 1);
}

Mark InspectPage::mark() const
{
    if (!session().isOpen() || session().study().weights.empty())
        return Mark::Empty;
    const study::Study& study = session().study();
    const study::WeightsEntry* chosen = study::findWeights(study, study.chosenWeights);
    // Asking has them read, so that they are there when the page is opened.
    const bool known =
        context().weights.facts(study, chosen ? *chosen : study.weights.front()) != nullptr;
    return known ? Mark::Done : Mark::Half;
}

void InspectPage::refresh()
{
    m_choice->setStudy(session().isOpen() ? &session().study() : nullptr);
    const bool any = session().isOpen() && !session().study().weights.empty();
    m_stack->setCurrentIndex(any ? 1 : 0);
    weightsChosen();
}

const study::WeightsEntry* InspectPage::entryOf(const QString& id) const
{
    return session().isOpen() && !id.isEmpty() ? study::findWeights(session().study(), utf8(id))
                                               : nullptr;
}

std::shared_ptr<const bridge::WeightsFacts> InspectPage::factsOf(const QString& id) const
{
    const study::WeightsEntry* entry = entryOf(id);
    return entry != nullptr ? context().weights.facts(session().study(), *entry) : nullptr;
}

void InspectPage::weightsChosen()
{
    const QStringList ids = m_choice->ids();
    const auto first = factsOf(ids.value(0));
    QStringList warnings = first ? bridge::warningLines(first->warnings) : QStringList();
    std::vector<InspectChart::Shown> shown;
    for (const QString& id : ids) {
        const auto facts = factsOf(id);
        const study::WeightsEntry* entry = entryOf(id);
        if (!facts || !first || entry == nullptr)
            continue;
        if (!sameLayers(first->report, facts->report))
            warnings << tr("%1 is a %2 and %3 a %4: layers of different networks cannot be laid "
                           "over each other, so only the first is shown.")
                            .arg(m_choice->firstLabel(), networkOf(*first), qt(entry->label),
                                 networkOf(*facts));
        else
            shown.push_back({qt(entry->label), facts});
    }
    showWarnings(warnings);
    m_tree->setReport(first ? &first->report : nullptr);
    m_chart->setWeights(shown);
    const study::WeightsEntry* entry = entryOf(ids.value(0));
    if (entry != nullptr && context().weights.error(session().study(), *entry) != nullptr)
        showError(*context().weights.error(session().study(), *entry));
    layerChosen();
    Q_EMIT markChanged();
}

void InspectPage::layerChosen()
{
    const QString part = m_tree->part();
    m_chart->setPart(part.isEmpty() ? m_tree->layer() : part);
    describe();
}

/// While the line moves only it and the counts follow; the charts do once it rests.
void InspectPage::moveLine(double below, bool settled)
{
    m_tree->setDeadBelow(below);
    m_chart->setDeadBelow(m_tree->deadBelow(), settled);
    describe();
    if (settled)
        m_settle->stop();
    else
        m_settle->start();
}

void InspectPage::describe()
{
    const inspect::WeightReport* report = m_chart->report();
    if (report == nullptr || m_tree->isEmpty()) {
        m_title->clear();
        m_text->clear();
        return;
    }
    const QString part = m_tree->part(), layer = m_tree->layer();
    m_title->setText(!part.isEmpty()   ? tr("All layers of %1").arg(part)
                     : layer.isEmpty() ? tr("All layers")
                                       : layer);
    m_text->setText(
        inspectText({*report, m_tree->deadCounts(), m_tree->deadBelow(), utf8(part), utf8(layer)}));
}

} // namespace rekindle::panels

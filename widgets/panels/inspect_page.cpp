#include "widgets/panels/inspect_page.h"

#include "core/figures/distribution_figure.h"
#include "core/inspect/yardsticks.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/models/layer_model.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/inspect_chart.h"
#include "widgets/panels/layer_tree.h"
#include "widgets/panels/mnemonics.h"
#include "widgets/panels/pieces.h"
#include "widgets/plots/figure_view.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;
using models::LayerModel;

namespace {

constexpr std::size_t kDeadShown = 24;
constexpr int kSettleMs = 250;

QString shareText(double share)
{
    return QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %");
}

QString deadText(const inspect::LayerReport& layer, double below)
{
    if (layer.dead.empty())
        return InspectPage::tr("No filter is below %1; there is nothing dead here.")
            .arg(QLocale().toString(below));
    QStringList filters;
    for (std::size_t i = 0; i < std::min(layer.dead.size(), kDeadShown); ++i) {
        const auto filter = layer.dead[i];
        filters << InspectPage::tr("filter %1 (%2)")
                       .arg(filter)
                       .arg(QLocale().toString(layer.filterNorms[static_cast<std::size_t>(filter)],
                                               'g', 2));
    }
    if (layer.dead.size() > kDeadShown)
        filters << QStringLiteral("…");
    return InspectPage::tr("%n dead filter(s), norm in brackets: %1", nullptr,
                           static_cast<int>(layer.dead.size()))
        .arg(filters.join(QStringLiteral(", ")));
}

/// What of a report lies in a part: a stage, a block, or all.
struct PartTotals {
    std::uint64_t filters = 0, dead = 0, above = 0;
};
PartTotals totalsOf(const inspect::WeightReport& report, const std::vector<std::uint64_t>& dead,
                    const std::string& part)
{
    PartTotals totals;
    for (std::size_t i = 0; i < report.layers.size(); ++i) {
        const inspect::LayerReport& layer = report.layers[i];
        if (!part.empty() && layer.name != part && !layer.name.starts_with(part + '.'))
            continue;
        totals.filters += layer.filterNorms.size();
        totals.dead += dead[i];
        totals.above += layer.above;
    }
    return totals;
}

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
               ? qt(facts.architecture)
               : InspectPage::tr("network of %1 convolutions").arg(facts.convolutions);
}

} // namespace

InspectPage::InspectPage(Context context, QWidget* parent)
    : Page(context, Step::Inspect,
           tr("Norms of the filters, layer by layer: what is too big, what is dead."), parent)
{
    buildControls();
    buildContent();
    QPushButton* exportButton = addHeaderButton(tr("Export figure…"));
    connect(exportButton, &QPushButton::clicked, this, &Page::exportAsked);
    for (QComboBox* box : {m_weights, m_other})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (m_filling)
                return;
            fillMore();
            weightsChosen();
        });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &InspectPage::layerChosen);
    connect(m_chart, &InspectChart::layerChosen, this, &InspectPage::chooseLayer);
    connect(m_chart, &InspectChart::deadBelowMoved, this, &InspectPage::moveLine);
    connect(m_below, &QDoubleSpinBox::valueChanged, this, [this](double below) {
        if (!m_filling)
            moveLine(below, false);
    });
    m_settle = new QTimer(this);
    m_settle->setSingleShot(true);
    m_settle->setInterval(kSettleMs);
    connect(m_settle, &QTimer::timeout, this, [this] { moveLine(m_below->value(), true); });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    follow(&context.weights, &bridge::WeightsStore::changed, Fill::Part);
    const auto shortcut = [this](Qt::Key key, int direction) {
        auto* stepper = new QShortcut(QKeySequence(key), this);
        stepper->setContext(Qt::WidgetWithChildrenShortcut);
        connect(stepper, &QShortcut::activated, this, [this, direction] { step(direction); });
    };
    shortcut(Qt::Key_BracketLeft, -1);
    shortcut(Qt::Key_BracketRight, 1);
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

void InspectPage::buildControls()
{
    m_weights = new QComboBox;
    m_weights->setObjectName(QStringLiteral("inspect-weights"));
    m_other = new QComboBox;
    m_other->setObjectName(QStringLiteral("inspect-other"));
    m_moreMenu = new QMenu(this);
    m_more = new QToolButton;
    m_more->setObjectName(QStringLiteral("inspect-more"));
    m_more->setText(tr("and…"));
    m_more->setAccessibleName(tr("More weights to lay over"));
    m_more->setToolTip(
        tr("More weights laid over each other, up to %1 in all.").arg(figures::kMostLaidOver));
    m_more->setMenu(m_moreMenu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kSmall);
    const auto add = [row](const QString& label, QComboBox* box) {
        auto* name = new QLabel(label);
        name->setBuddy(box);
        box->setAccessibleName(withoutMnemonic(label));
        box->setMinimumWidth(220);
        row->addWidget(name);
        row->addWidget(box);
    };
    add(tr("&Show"), m_weights);
    row->addSpacing(look::space::kMedium);
    add(tr("&laid over by"), m_other);
    row->addWidget(m_more);
    row->addStretch();
    body()->addLayout(row);
}

QWidget* InspectPage::buildTree()
{
    m_layers = new LayerModel(this);
    m_tree = new LayerTree(m_layers);
    m_tree->setObjectName(QStringLiteral("inspect-layers"));
    m_tree->setAccessibleName(tr("Layers"));
    m_tree->setAccessibleDescription(tr("[ and ] go to the previous and next layer."));

    m_sort = new QComboBox;
    m_sort->setObjectName(QStringLiteral("inspect-sort"));
    m_sort->setToolTip(tr("A click on a column's heading sorts by it, too."));
    m_sort->addItem(tr("Order in the network"), LayerModel::Name);
    m_sort->addItem(tr("Dead filters"), LayerModel::Dead);
    m_sort->addItem(tr("Filters above 1"), LayerModel::Above);
    m_sort->addItem(tr("Norm"), LayerModel::Norm);
    m_sort->addItem(tr("Median norm"), LayerModel::Norms);
    connect(m_sort, &QComboBox::currentIndexChanged, this, [this] {
        const int column = m_sort->currentData().toInt();
        m_tree->sortByColumn(column,
                             column == LayerModel::Name ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    m_below = new QDoubleSpinBox;
    m_below->setObjectName(QStringLiteral("inspect-below"));
    m_below->setRange(0, 100);
    m_below->setDecimals(3);
    m_below->setSingleStep(0.01);
    m_below->setValue(0.1);
    m_below->setToolTip(tr("A filter with a smaller norm counts as dead. The line in the chart can "
                           "be dragged, too."));
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kSmall);
    const auto add = [row](const QString& label, QWidget* field) {
        auto* name = new QLabel(label);
        name->setBuddy(field);
        field->setAccessibleName(withoutMnemonic(label));
        row->addWidget(name);
        row->addWidget(field);
    };
    add(tr("Sor&t by"), m_sort);
    row->addStretch();
    add(tr("Dead &below"), m_below);
    auto* left = new QWidget;
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addLayout(row);
    layout->addWidget(m_tree, 1);
    return left;
}

void InspectPage::buildContent()
{
    m_empty = new EmptyState(tr("Choose weights on the page Starting weights; nothing is computed "
                                "until then."));
    QPushButton* there = m_empty->addButton(tr("Go to Starting weights"));
    connect(there, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Weights); });

    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_title = makeTitle({});
    m_chart = new InspectChart(session());
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

    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(look::space::kMedium);
    splitter->addWidget(buildTree());
    splitter->addWidget(new FittingScroll(frame));
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({500, 500});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
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
    fillBoxes();
    fillMore();
    const bool any = session().isOpen() && !session().study().weights.empty();
    m_stack->setCurrentIndex(any ? 1 : 0);
    weightsChosen();
}

void InspectPage::fillBoxes()
{
    m_filling = true;
    const QString kept = m_weights->currentData().toString();
    const QString keptOther = m_other->currentData().toString();
    m_weights->clear();
    m_other->clear();
    m_other->addItem(tr("nothing"), QString());
    if (session().isOpen()) {
        const study::Study& study = session().study();
        for (const study::WeightsEntry& entry : study.weights) {
            const QString label = qt(entry.label);
            m_weights->addItem(label, qt(entry.id));
            m_other->addItem(label, qt(entry.id));
        }
        // Original first, its latest repair laid over it: what most people come for.
        // What is chosen on Starting weights is chosen here, until another is chosen here.
        QString original = kept, repaired = keptOther;
        if (m_weights->findData(original) < 0 || study.chosenWeights != m_followed) {
            original = qt(study.chosenWeights);
            repaired.clear();
            if (const auto* entry = study::findWeights(study, study.chosenWeights);
                entry != nullptr && m_weights->findData(qt(entry->repairedFrom)) >= 0) {
                original = qt(entry->repairedFrom);
                repaired = qt(entry->id);
            }
        }
        m_followed = study.chosenWeights;
        if (repaired.isEmpty() || m_other->findData(repaired) < 0) {
            for (const study::WeightsEntry& entry : study.weights) {
                if (qt(entry.repairedFrom) == original)
                    repaired = qt(entry.id);
            }
        }
        m_weights->setCurrentIndex(std::max(0, m_weights->findData(original)));
        m_other->setCurrentIndex(std::max(0, m_other->findData(repaired)));
    }
    m_filling = false;
}

/// Weights that are in neither box can be added, up to as many as can be told apart.
void InspectPage::fillMore()
{
    QStringList kept;
    for (const QAction* action : m_moreMenu->actions()) {
        if (action->isChecked())
            kept << action->data().toString();
    }
    m_moreMenu->clear();
    if (session().isOpen()) {
        for (const study::WeightsEntry& entry : session().study().weights) {
            const QString id = qt(entry.id);
            if (id == m_weights->currentData().toString() ||
                id == m_other->currentData().toString())
                continue;
            QAction* action = m_moreMenu->addAction(qt(entry.label));
            action->setData(id);
            action->setCheckable(true);
            action->setChecked(kept.contains(id));
            connect(action, &QAction::toggled, this, &InspectPage::weightsChosen);
        }
    }
    m_more->setEnabled(!m_moreMenu->isEmpty());
}

QStringList InspectPage::chosenIds() const
{
    QStringList ids{m_weights->currentData().toString()};
    if (const QString other = m_other->currentData().toString(); !other.isEmpty())
        ids << other;
    for (const QAction* action : m_moreMenu->actions()) {
        if (action->isChecked() && ids.size() < static_cast<qsizetype>(figures::kMostLaidOver))
            ids << action->data().toString();
    }
    ids.removeDuplicates();
    ids.removeAll(QString());
    return ids;
}

std::shared_ptr<const bridge::WeightsFacts> InspectPage::factsOf(const QString& id) const
{
    if (!session().isOpen() || id.isEmpty())
        return nullptr;
    const study::WeightsEntry* entry = study::findWeights(session().study(), utf8(id));
    return entry != nullptr ? context().weights.facts(session().study(), *entry) : nullptr;
}

void InspectPage::weightsChosen()
{
    const QStringList ids = chosenIds();
    const auto first = factsOf(ids.value(0));
    QStringList warnings = first ? bridge::warningLines(first->warnings) : QStringList();
    std::vector<InspectChart::Shown> shown;
    for (const QString& id : ids) {
        const auto facts = factsOf(id);
        const study::WeightsEntry* entry =
            session().isOpen() ? study::findWeights(session().study(), utf8(id)) : nullptr;
        if (!facts || !first || entry == nullptr)
            continue;
        if (!sameLayers(first->report, facts->report))
            warnings << tr("%1 is a %2 and %3 a %4: layers of different networks cannot be laid "
                           "over each other, so only the first is shown.")
                            .arg(m_weights->currentText(), networkOf(*first), qt(entry->label),
                                 networkOf(*facts));
        else
            shown.push_back({qt(entry->label), facts});
    }
    showWarnings(warnings);
    fillTree(first ? &first->report : nullptr);
    m_chart->setWeights(shown);
    const study::WeightsEntry* entry =
        session().isOpen() ? study::findWeights(session().study(), utf8(ids.value(0))) : nullptr;
    if (entry != nullptr && context().weights.error(session().study(), *entry) != nullptr)
        showError(*context().weights.error(session().study(), *entry));
    layerChosen();
    Q_EMIT markChanged();
}

void InspectPage::fillTree(const inspect::WeightReport* report)
{
    if (report == m_inTree)
        return;
    m_inTree = report;
    m_filling = true;
    m_layers->setReport(report != nullptr ? *report : inspect::WeightReport{});
    m_counts = report != nullptr ? inspect::DeadCounts(*report) : inspect::DeadCounts();
    m_layers->setDeadCounts(m_counts.below(m_below->value()));
    m_layers->sort(m_tree->header()->sortIndicatorSection(),
                   m_tree->header()->sortIndicatorOrder());
    m_tree->expandAll();
    m_tree->fitColumns();
    m_tree->setCurrentIndex(m_layers->find({}));
    m_filling = false;
}

void InspectPage::layerChosen()
{
    if (m_filling)
        return;
    const QModelIndex index = m_tree->currentIndex();
    const QString part = LayerModel::partOf(index);
    m_chart->setPart(part.isEmpty() ? LayerModel::layerOf(index) : part);
    describe();
}

void InspectPage::chooseLayer(const QString& layer)
{
    if (const QModelIndex index = m_layers->find(layer); index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
}

/// While the line moves only it and the counts follow; the charts do once it rests.
void InspectPage::moveLine(double below, bool settled)
{
    m_filling = true;
    m_below->setValue(below);
    m_filling = false;
    m_layers->setDeadCounts(m_counts.below(m_below->value()));
    m_chart->setDeadBelow(m_below->value(), settled);
    describe();
    if (settled)
        m_settle->stop();
    else
        m_settle->start();
}

/// What other weights show: half of a fresh network's filters lie above 1 already.
QString InspectPage::yardstickText(const inspect::WeightReport& report)
{
    const auto list = inspect::yardsticks(report);
    return tr("For comparison, above 1: %1 at a random start of this network; in the paper's "
              "ResNet-50 %2 supervised, %3 SimCLR and SwAV, %4 BYOL.")
        .arg(shareText(list[0].shareAbove), shareText(list[1].shareAbove),
             shareText(list[2].shareAbove), shareText(list[4].shareAbove));
}

void InspectPage::describe()
{
    const inspect::WeightReport* report = m_chart->report();
    if (report == nullptr || m_inTree == nullptr) {
        m_title->clear();
        m_text->clear();
        return;
    }
    const QModelIndex index = m_tree->currentIndex();
    const QString part = LayerModel::partOf(index), layer = LayerModel::layerOf(index);
    m_title->setText(!part.isEmpty()   ? tr("All layers of %1").arg(part)
                     : layer.isEmpty() ? tr("All layers")
                                       : layer);
    const double below = m_below->value();
    if (part.isEmpty() && !layer.isEmpty() && below == report->settings.deadBelow) {
        for (const inspect::LayerReport& entry : report->layers) {
            if (qt(entry.name) == layer)
                m_text->setText(tr("%1 filters; norm of the whole layer %2. %3")
                                    .arg(entry.filterNorms.size())
                                    .arg(QLocale().toString(entry.layerNorm, 'g', 3))
                                    .arg(deadText(entry, below)));
        }
        return;
    }
    const PartTotals totals =
        totalsOf(*report, m_counts.below(below), utf8(part.isEmpty() ? layer : part));
    const auto share = [&](std::uint64_t count) {
        return shareText(static_cast<double>(count) /
                         static_cast<double>(std::max<std::uint64_t>(totals.filters, 1)));
    };
    QString text = tr("%1 filters; %2 above %3, %4 dead (below %5).")
                       .arg(totals.filters)
                       .arg(share(totals.above))
                       .arg(QLocale().toString(report->settings.above))
                       .arg(share(totals.dead))
                       .arg(QLocale().toString(below));
    if (part.isEmpty() && layer.isEmpty())
        text += u' ' + yardstickText(*report);
    m_text->setText(text);
}

void InspectPage::step(int direction)
{
    const QModelIndexList layers = m_layers->layers();
    const qsizetype at = layers.indexOf(m_tree->currentIndex().siblingAtColumn(0));
    const qsizetype next = std::clamp<qsizetype>(at + direction, 0, layers.size() - 1);
    if (!layers.isEmpty())
        m_tree->setCurrentIndex(layers[next]);
}

} // namespace rekindle::panels

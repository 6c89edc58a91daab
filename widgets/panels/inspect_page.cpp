#include "widgets/panels/inspect_page.h"

#include "core/figures/norm_figure.h"
#include "core/inspect/yardsticks.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/models/layer_model.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/pieces.h"
#include "widgets/plots/figure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;

namespace {

constexpr std::size_t kDeadShown = 24;
constexpr int kLeastName = 128;

QString shareText(double share)
{
    return QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %");
}

/// A figure of all layers of a part of the network says which part that is.
void nameAfter(figures::Figure& figure, const std::string& part)
{
    static const std::string kAll = "all convolutions";
    figure.title = "Filter norms, all layers of " + part;
    for (std::string* text : {&figure.caption, &figure.summary}) {
        if (const auto at = text->find(kAll); at != std::string::npos)
            text->insert(at + kAll.size(), " of " + part);
    }
    if (figure.provenance.is_object())
        figure.provenance["layer"] = part;
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

} // namespace

InspectPage::InspectPage(Context context, QWidget* parent)
    : Page(context, Step::Inspect,
           tr("Norms of the filters, layer by layer: what is too big, what is dead."), parent)
{
    buildControls();
    buildContent();
    QPushButton* exportButton = addHeaderButton(tr("Export figure…"));
    connect(exportButton, &QPushButton::clicked, this, &Page::exportAsked);
    connect(m_weights, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            weightsChosen();
    });
    connect(m_other, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            weightsChosen();
    });
    connect(m_logarithmic, &QCheckBox::toggled, this, &InspectPage::layerChosen);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &InspectPage::layerChosen);
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

void InspectPage::buildControls()
{
    m_weights = new QComboBox;
    m_weights->setObjectName(QStringLiteral("inspect-weights"));
    m_weights->setMinimumWidth(240);
    m_other = new QComboBox;
    m_other->setObjectName(QStringLiteral("inspect-other"));
    m_other->setMinimumWidth(240);
    m_logarithmic = new QCheckBox(tr("Logarithmic"));
    m_logarithmic->setToolTip(tr("Norms on a logarithmic axis: shows the smallest ones."));
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kSmall);
    const auto add = [row](const QString& label, QComboBox* box) {
        auto* name = new QLabel(label);
        name->setBuddy(box);
        box->setAccessibleName(label);
        row->addWidget(name);
        row->addWidget(box);
    };
    add(tr("&Show"), m_weights);
    row->addSpacing(look::space::kMedium);
    add(tr("&laid over by"), m_other);
    row->addStretch();
    row->addWidget(m_logarithmic);
    body()->addLayout(row);
}

void InspectPage::buildContent()
{
    m_empty = new EmptyState(tr("Choose weights on the page Starting weights; nothing is computed "
                                "until then."));
    QPushButton* there = m_empty->addButton(tr("Go to Starting weights"));
    connect(there, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Weights); });
    m_layers = new models::LayerModel(this);
    m_tree = new QTreeView;
    m_tree->setObjectName(QStringLiteral("inspect-layers"));
    m_tree->setModel(m_layers);
    m_tree->setAccessibleName(tr("Layers"));
    m_tree->setAccessibleDescription(tr("[ and ] go to the previous and next layer."));
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setIndentation(14);
    // The name gives way, so that the last column is in sight in a narrow window, too.
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(36);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->setTextElideMode(Qt::ElideMiddle);

    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_title = makeTitle({});
    m_figure = new plots::FigureView;
    m_figure->setObjectName(QStringLiteral("inspect-figure"));
    m_text = makeText({}, "muted");
    card->addWidget(m_title);
    card->addWidget(m_figure, 1);
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
    splitter->addWidget(m_tree);
    splitter->addWidget(new FittingScroll(frame));
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({400, 560});
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

std::shared_ptr<const bridge::WeightsFacts> InspectPage::factsOf(const QComboBox* box) const
{
    const QString id = box->currentData().toString();
    if (!session().isOpen() || id.isEmpty())
        return nullptr;
    const study::WeightsEntry* entry = study::findWeights(session().study(), utf8(id));
    return entry != nullptr ? context().weights.facts(session().study(), *entry) : nullptr;
}

void InspectPage::weightsChosen()
{
    const auto facts = factsOf(m_weights);
    const auto other = factsOf(m_other);
    QStringList warnings = facts ? bridge::warningLines(facts->warnings) : QStringList();
    if (facts && other && facts->architecture != other->architecture)
        warnings << tr("%1 is a %2 and %3 a %4: layers of different networks cannot be laid over "
                       "each other, so only the first is shown.")
                        .arg(m_weights->currentText(), qt(facts->architecture),
                             m_other->currentText(), qt(other->architecture));
    showWarnings(warnings);
    const inspect::WeightReport* report = facts ? &facts->report : nullptr;
    if (report != m_inTree) {
        m_inTree = report;
        m_filling = true;
        m_layers->setReport(report != nullptr ? *report : inspect::WeightReport{});
        m_tree->expandAll();
        // Beside the numbers there is room for a name.
        int least = kLeastName;
        for (int column = 1; column < m_layers->columnCount(); ++column) {
            m_tree->resizeColumnToContents(column);
            least += m_tree->columnWidth(column);
        }
        m_tree->setMinimumWidth(least);
        m_tree->setCurrentIndex(m_layers->index(0, 0));
        m_filling = false;
    }
    if (const study::WeightsEntry* entry =
            session().isOpen()
                ? study::findWeights(session().study(), utf8(m_weights->currentData().toString()))
                : nullptr;
        entry != nullptr && context().weights.error(session().study(), *entry) != nullptr)
        showError(*context().weights.error(session().study(), *entry));
    layerChosen();
    Q_EMIT markChanged();
}

void InspectPage::layerChosen()
{
    if (m_filling)
        return;
    const auto facts = factsOf(m_weights);
    const auto other = factsOf(m_other);
    if (!facts) {
        m_figure->setPlaceholder(tr("Reading the weights…"));
        m_figure->setFigure({});
        m_title->clear();
        m_text->clear();
        return;
    }
    const bool overlaid = other && other != facts && other->architecture == facts->architecture;
    drawLayer(*facts, overlaid ? other.get() : nullptr, m_tree->currentIndex());
    const std::pair now(m_weights->currentData().toString(),
                        overlaid ? m_other->currentData().toString() : QString());
    if (now != m_drawn)
        m_figure->fit();
    m_drawn = now;
}

/// A layer, or all of a stage or block, or all there are.
void InspectPage::drawLayer(const bridge::WeightsFacts& facts, const bridge::WeightsFacts* other,
                            const QModelIndex& index)
{
    const QString part = models::LayerModel::partOf(index);
    const QString layer = part.isEmpty() ? models::LayerModel::layerOf(index) : QString();
    inspect::WeightReport partly, otherPartly;
    const auto shown = [&](const bridge::WeightsFacts& whole, inspect::WeightReport& into) {
        if (part.isEmpty())
            return &whole.report;
        into = models::partOfReport(whole.report, utf8(part));
        return static_cast<const inspect::WeightReport*>(&into);
    };
    std::vector<figures::NormInput> inputs{
        {utf8(m_weights->currentText()),
         other != nullptr ? figures::Role::Before : figures::Role::After, shown(facts, partly)}};
    if (other != nullptr)
        inputs.push_back(
            {utf8(m_other->currentText()), figures::Role::After, shown(*other, otherPartly)});
    figures::Figure figure = figures::normFigure(inputs, utf8(layer), m_logarithmic->isChecked());
    if (!part.isEmpty())
        nameAfter(figure, utf8(part));
    m_figure->setFigure(figure);
    m_title->setText(!part.isEmpty()   ? tr("All layers of %1").arg(part)
                     : layer.isEmpty() ? tr("All layers")
                                       : layer);
    if (part.isEmpty())
        describe(facts.report, layer);
    else
        m_text->setText(totalsText(partly));
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

QString InspectPage::totalsText(const inspect::WeightReport& report)
{
    return tr("%1 filters; %2 above %3, %4 dead (below %5).")
        .arg(report.totals.filters)
        .arg(shareText(report.totals.shareAbove()))
        .arg(QLocale().toString(report.settings.above))
        .arg(shareText(report.totals.shareDead()))
        .arg(QLocale().toString(report.settings.deadBelow));
}

void InspectPage::describe(const inspect::WeightReport& report, const QString& layer)
{
    if (layer.isEmpty()) {
        m_text->setText(totalsText(report) + u' ' + yardstickText(report));
        return;
    }
    for (const inspect::LayerReport& entry : report.layers) {
        if (qt(entry.name) == layer)
            m_text->setText(tr("%1 filters; norm of the whole layer %2. %3")
                                .arg(entry.filterNorms.size())
                                .arg(QLocale().toString(entry.layerNorm, 'g', 3))
                                .arg(deadText(entry, report.settings.deadBelow)));
    }
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

#include "widgets/panels/repair_page.h"

#include "core/base/text.h"
#include "core/figures/norm_figure.h"
#include "core/repair/repair_words.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/bridge/worker_process.h"
#include "widgets/look/look.h"
#include "widgets/models/text_table.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/repair_text.h"
#include "widgets/plots/figure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStyle>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>

namespace rekindle::panels {

using bridge::qt;
using bridge::qtPath;
using bridge::utf8;

RepairPage::RepairPage(Context context, QWidget* parent)
    : Page(context, Step::Repair,
           tr("Scale what is too big, replace what is dead, and see proof of what changed. The "
              "original is never changed."),
           parent),
      m_worker(context.session)
{
    addMainButton(tr("Make repaired weights"));
    m_empty = new EmptyState(tr("Choose weights to repair: add a checkpoint on the page Starting "
                                "weights."));
    QPushButton* there = m_empty->addButton(tr("Go to Starting weights"));
    connect(there, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Weights); });
    auto* content = new QWidget;
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(buildForm(), 0, Qt::AlignTop);
    layout->addWidget(buildResult(), 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    body()->addWidget(m_stack, 1);

    connect(mainButton(), &QPushButton::clicked, this, [this] { start(); });
    connect(m_weights, &QComboBox::currentIndexChanged, this, &RepairPage::showResult);
    connect(&m_worker, &bridge::StudyJob::started, this, [this] { setRepairing(true); });
    connect(&m_worker, &bridge::StudyJob::ended, this, [this] { setRepairing(false); });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, &Page::clearMessage);
    follow(&context.weights, &bridge::WeightsStore::changed, Fill::Part);
    refresh();
}

QWidget* RepairPage::buildForm()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    frame->setFixedWidth(360);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(look::space::kSmall);
    m_weights = new QComboBox;
    m_weights->setObjectName(QStringLiteral("repair-weights"));
    m_scope = new QComboBox;
    m_scope->addItem(tr("Whole layer (the paper)"), QStringLiteral("layer"));
    m_scope->addItem(tr("Each filter"), QStringLiteral("filter"));
    m_scope->addItem(tr("No scaling"), QStringLiteral("none"));
    m_rule = new QComboBox;
    m_rule->addItem(tr("As in the paper"), QStringLiteral("paper"));
    m_rule->addItem(tr("Exact in training too"), QStringLiteral("canonical"));
    m_rule->addItem(tr("γ alone"), QStringLiteral("gamma-only"));
    m_eps = new QComboBox;
    m_eps->addItem(tr("Left as it is"), QStringLiteral("literal"));
    m_eps->addItem(tr("Absorbed, exact"), QStringLiteral("exact"));
    m_dead = new QComboBox;
    m_dead->addItem(tr("Copy a live filter (the paper)"), QStringLiteral("copy"));
    m_dead->addItem(tr("New random filter"), QStringLiteral("random"));
    m_dead->addItem(tr("Leave them"), QStringLiteral("none"));
    m_below = new QDoubleSpinBox;
    m_below->setRange(0, 10);
    m_below->setDecimals(3);
    m_below->setSingleStep(0.05);
    m_below->setValue(0.1);
    m_seed = new QSpinBox;
    m_seed->setRange(0, 1'000'000);
    m_onImages = new QCheckBox(tr("Check on my images, not on noise"));
    m_onImages->setChecked(true);
    addField(form, tr("&Weights"), m_weights);
    addField(
        form, tr("&Scale over"), m_scope,
        tr("The norm a layer or filter is divided by (its square root), where it is above 1."));
    addField(form, tr("&Rule"), m_rule,
             tr("As in the paper: weights, mean and γ by 1/√s, variance by 1/s². Exact in training "
                "too: γ stays as it is."));
    addField(form, tr("Small &term ε"), m_eps,
             tr("Batch norm's small safety term, which scaling makes count more or less."));
    addField(
        form, tr("&Dead filters"), m_dead,
        tr("A live filter of the same layer, chosen by the seed, takes the dead one's place."));
    addField(form, tr("Dead &below"), m_below,
             tr("Norm below this line: the filter answers nearly nothing."));
    addField(form, tr("S&eed"), m_seed);
    card->addLayout(form);
    card->addWidget(m_onImages);
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Repairing and proving"));
    m_busy->hide();
    card->addWidget(m_busy);
    return frame;
}

QWidget* RepairPage::buildResult()
{
    auto* result = new QWidget;
    auto* layout = new QVBoxLayout(result);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    m_proofFrame = new QFrame;
    look::setRole(m_proofFrame, "note");
    m_proof = makeText();
    m_proof->setObjectName(QStringLiteral("repair-proof"));
    m_proof->setAccessibleName(tr("Proof"));
    auto* proofLayout = new QVBoxLayout(m_proofFrame);
    proofLayout->setContentsMargins(look::space::kMedium, look::space::kMedium,
                                    look::space::kMedium, look::space::kMedium);
    proofLayout->addWidget(m_proof);
    m_summary = makeText();
    m_summary->setFont(look::font(look::Type::Strong));

    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_figure = new plots::FigureView;
    m_figure->setObjectName(QStringLiteral("repair-figure"));
    m_figure->setPlaceholder(tr("Before and after appear here once weights are repaired."));
    card->addWidget(m_figure, 1);
    m_changes = new models::TextTable({tr("Layer"), tr("Filter"), tr("What was done")}, this);
    auto* tabs = new QTabWidget;
    tabs->addTab(frame, tr("Before and after"));
    tabs->addTab(makeTable(m_changes, tr("Changes")), tr("Changes"));
    layout->addWidget(m_summary);
    layout->addWidget(m_proofFrame);
    layout->addWidget(tabs, 1);
    return result;
}

Mark RepairPage::mark() const
{
    if (m_worker.running())
        return Mark::Half;
    if (!session().isOpen())
        return Mark::Empty;
    const auto& weights = session().study().weights;
    return std::any_of(weights.begin(), weights.end(),
                       [](const study::WeightsEntry& entry) { return !entry.repairedFrom.empty(); })
               ? Mark::Done
               : Mark::Empty;
}

void RepairPage::refresh()
{
    const bool open = session().isOpen();
    {
        const QSignalBlocker blocker(m_weights);
        const QString kept = m_weights->currentData().toString();
        m_weights->clear();
        if (open) {
            for (const study::WeightsEntry& entry : session().study().weights) {
                if (entry.repairedFrom.empty())
                    m_weights->addItem(qt(entry.label), qt(entry.id));
            }
        }
        m_weights->setCurrentIndex(std::max(0, m_weights->findData(kept)));
    }
    m_stack->setCurrentIndex(m_weights->count() > 0 ? 1 : 0);
    mainButton()->setEnabled(m_weights->count() > 0 && !session().readOnly() &&
                             !m_worker.running());
    const bool images = open && session().manifest() != nullptr;
    m_onImages->setEnabled(images);
    showResult();
    Q_EMIT markChanged();
}

QStringList RepairPage::settingArguments() const
{
    return {QStringLiteral("--dead"),       m_dead->currentData().toString(),
            QStringLiteral("--dead-below"), qt(text::number(m_below->value())),
            QStringLiteral("--scale"),      m_scope->currentData().toString(),
            QStringLiteral("--rule"),       m_rule->currentData().toString(),
            QStringLiteral("--eps"),        m_eps->currentData().toString(),
            QStringLiteral("--seed"),       QString::number(m_seed->value())};
}

void RepairPage::repairWith(const repair::RepairSettings& settings, std::function<void()> done)
{
    const auto choose = [](QComboBox* box, std::string_view word) {
        box->setCurrentIndex(box->findData(qt(std::string(word))));
    };
    choose(m_scope, repair::word(settings.scale));
    choose(m_rule, repair::word(settings.rule));
    choose(m_eps, repair::word(settings.eps));
    choose(m_dead, repair::word(settings.dead));
    m_below->setValue(settings.deadBelow);
    m_seed->setValue(static_cast<int>(settings.seed));
    start(std::move(done));
}

void RepairPage::start(std::function<void()> done)
{
    if (!session().isOpen() || m_worker.running())
        return;
    clearMessage();
    const std::string original = utf8(m_weights->currentData().toString());
    QStringList arguments{QStringLiteral("--json")};
    arguments += settingArguments();
    if (m_onImages->isEnabled() && m_onImages->isChecked())
        arguments += {QStringLiteral("--images"), qtPath(session().study().images)};
    m_worker.make<std::filesystem::path>(
        [study = session().study(), original,
         arguments](const job::Watch& watch) -> Result<std::filesystem::path> {
            const study::WeightsEntry* entry = study::findWeights(study, original);
            if (entry == nullptr)
                return fail(ErrorKind::NotFound, "This study knows no such weights", original);
            const auto target = study::repairTarget(study, original);
            QStringList words{QStringLiteral("repair"), qtPath(study::weightsFile(study, *entry)),
                              QStringLiteral("-o"), qtPath(target)};
            RK_CHECK(bridge::runWorker(words + arguments, watch));
            return target;
        },
        [original](study::Study& study, const std::filesystem::path& target) -> Result<void> {
            RK_CHECK(study::addRepaired(study, original, target));
            return {};
        },
        [this, done = std::move(done)](const Result<void>& result) {
            if (!result)
                showError(result.error());
            else if (done)
                done();
        });
}

void RepairPage::setRepairing(bool repairing)
{
    m_busy->setVisible(repairing);
    mainButton()->setEnabled(!repairing && m_weights->count() > 0 && !session().readOnly());
    Q_EMIT markChanged();
}

const study::WeightsEntry* RepairPage::latestRepair() const
{
    if (!session().isOpen())
        return nullptr;
    const std::string original = utf8(m_weights->currentData().toString());
    const study::WeightsEntry* latest = nullptr;
    for (const study::WeightsEntry& entry : session().study().weights) {
        if (!entry.repairedFrom.empty() && entry.repairedFrom == original)
            latest = &entry;
    }
    return latest;
}

void RepairPage::showResult()
{
    const study::WeightsEntry* latest = latestRepair();
    const study::WeightsEntry* original =
        session().isOpen()
            ? study::findWeights(session().study(), utf8(m_weights->currentData().toString()))
            : nullptr;
    const auto before =
        original != nullptr ? context().weights.facts(session().study(), *original) : nullptr;
    const auto after =
        latest != nullptr ? context().weights.facts(session().study(), *latest) : nullptr;
    m_proofFrame->setVisible(after && after->repair.has_value());
    QStringList warnings;
    if (before)
        warnings << bridge::warningLines(before->warnings);
    if (after && after->repair)
        warnings << bridge::warningLines(after->repair->warnings);
    showWarnings(warnings);
    std::vector<figures::NormInput> inputs;
    if (before)
        inputs.push_back({utf8(tr("before")), figures::Role::Before, &before->report});
    if (after)
        inputs.push_back({utf8(tr("after")), figures::Role::After, &after->report});
    m_figure->setFigure(inputs.empty() ? figures::Figure{} : figures::normFigure(inputs, {}));
    if (after && after->repair) {
        showProof(*after->repair);
        showChanges(*after->repair);
        m_summary->setText(repairSummary(*after->repair));
    } else {
        m_changes->setRows({});
        m_summary->setText(before ? repairOutlook(before->report) : QString());
    }
}

void RepairPage::showProof(const repair::RepairReport& report)
{
    m_proof->setText(proofText(report));
    look::setRole(m_proofFrame, !report.proof                 ? "note"
                                : report.proof->evalPreserved ? "success"
                                                              : "warning");
    m_proofFrame->style()->unpolish(m_proofFrame);
    m_proofFrame->style()->polish(m_proofFrame);
}

void RepairPage::showChanges(const repair::RepairReport& report)
{
    std::vector<models::TextTable::Row> rows;
    for (const repair::Replaced& change : report.replaced)
        rows.push_back({{qt(change.layer), false, false, {}},
                        {QString::number(change.filter), true, false, {}},
                        {change.donor < 0 ? tr("replaced by a new random filter")
                                          : tr("replaced by a copy of filter %1").arg(change.donor),
                         false,
                         false,
                         {}}});
    for (const repair::Scaled& change : report.scaled)
        rows.push_back(
            {{qt(change.layer), false, false, {}},
             {change.filter < 0 ? tr("all") : QString::number(change.filter), true, false, {}},
             {tr("scaled, s = %1").arg(QLocale().toString(change.s, 'g', 4)), false, false, {}}});
    m_changes->setRows(std::move(rows));
}

} // namespace rekindle::panels

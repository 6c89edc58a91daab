#include "widgets/panels/repair_page.h"

#include "core/figures/norm_figure.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/models/text_table.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/name_box.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/repair_fields.h"
#include "widgets/panels/repair_text.h"
#include "widgets/panels/repair_try.h"
#include "widgets/plots/figure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStyle>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

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
    layout->addWidget(buildForm());
    layout->addWidget(new FittingScroll(buildResult()), 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    body()->addWidget(m_stack, 1);

    connect(mainButton(), &QPushButton::clicked, this, [this] { start(Keep::Proved); });
    connect(m_weights, &QComboBox::currentIndexChanged, this, [this] {
        withdrawOffer();
        showResult();
    });
    connect(&m_worker, &bridge::StudyJob::started, this, [this] { setRepairing(true); });
    connect(&m_worker, &bridge::StudyJob::ended, this, [this] { setRepairing(false); });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, [this] {
        clearMessage();
        withdrawOffer();
        m_adopted.clear();
        m_followed.clear();
    });
    connect(&m_worker, &bridge::StudyJob::progressed, this, &RepairPage::showProgress);
    follow(&context.weights, &bridge::WeightsStore::changed, Fill::Part);
    refresh();
}

QWidget* RepairPage::buildForm()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    auto* column = new QWidget;
    auto* around = new QVBoxLayout(column);
    around->setContentsMargins({});
    around->addWidget(frame);
    around->addStretch();
    auto* scroll = new FittingScroll(column);
    scroll->setFixedWidth(360);
    auto* form = makeForm();
    m_weights = new NameBox;
    m_weights->setObjectName(QStringLiteral("repair-weights"));
    m_onImages = new QCheckBox(tr("Check on my images, not on noise"));
    m_onImages->setObjectName(QStringLiteral("repair-on-images"));
    m_onImages->setChecked(true);
    addField(form, tr("&Weights"), m_weights);
    m_fields = new RepairFields(form, this);
    card->addLayout(form);
    card->addWidget(m_onImages);
    buildWait(card);
    // The page knows a proof of other settings from one of these.
    connect(m_fields, &RepairFields::changed, this, &RepairPage::showResult);
    return scroll;
}

void RepairPage::buildWait(QVBoxLayout* card)
{
    m_wait = new QWidget;
    m_busy = new QProgressBar;
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Repairing and proving"));
    m_waited = new QLabel;
    m_waited->setObjectName(QStringLiteral("repair-progress"));
    look::setRole(m_waited, "muted");
    auto* stop = new QPushButton(tr("Stop"));
    stop->setObjectName(QStringLiteral("repair-stop"));
    stop->setToolTip(tr("Nothing is added, and the original stays as it is."));
    auto* row = new QHBoxLayout;
    row->addWidget(m_waited, 1);
    row->addWidget(stop);
    auto* layout = new QVBoxLayout(m_wait);
    layout->setContentsMargins({});
    layout->addWidget(m_busy);
    layout->addLayout(row);
    card->addWidget(m_wait);
    m_wait->hide();
    m_tick = new QTimer(this);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, [this] { showProgress(0, 0); });
    connect(stop, &QPushButton::clicked, this, [this] { m_worker.cancel(); });
}

QWidget* RepairPage::buildResult()
{
    auto* result = new QWidget;
    auto* layout = new QVBoxLayout(result);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
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
    m_tabs = tabs;
    tabs->addTab(frame, tr("Before and after"));
    tabs->addTab(makeTable(m_changes, tr("Changes")), tr("Changes"));
    m_stages = new models::TextTable({tr("Behind"), tr("In use"), tr("Worst channel"),
                                      tr("In training"), tr("Replaced, cosine")},
                                     this);
    QTableView* stages = makeTable(m_stages, tr("Proof by stage"));
    stages->setObjectName(QStringLiteral("repair-stages"));
    stages->setToolTip(tr("How much scaling alone changes what the network answers behind each "
                          "part of it, over the largest answer there; and how alike answers are "
                          "before and after filters were replaced (1 = the same)."));
    tabs->addTab(stages, tr("Proof by stage"));
    layout->addWidget(m_summary);
    layout->addWidget(buildProof());
    layout->addWidget(tabs, 1);
    return result;
}

bool RepairPage::showView(const QString& name)
{
    const qsizetype tab =
        QStringList{QStringLiteral("figure"), QStringLiteral("changes"), QStringLiteral("stages")}
            .indexOf(name);
    if (tab >= 0)
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    return tab >= 0;
}

QWidget* RepairPage::buildProof()
{
    m_proofFrame = new QFrame;
    look::setRole(m_proofFrame, "note");
    m_proof = makeText();
    m_proof->setObjectName(QStringLiteral("repair-proof"));
    m_proof->setAccessibleName(tr("Proof"));
    m_exactly = new QPushButton(tr("Repair with each filter, exact"));
    m_exactly->setObjectName(QStringLiteral("repair-exactly"));
    m_exactly->setToolTip(
        tr("Scales each filter by its own norm and has γ absorb the small term ε: "
           "the answers stay as they are."));
    auto* anyway = new QPushButton(tr("Add them all the same"));
    anyway->setObjectName(QStringLiteral("repair-anyway"));
    anyway->setToolTip(tr("Makes the weights again and adds them with the proof as it is."));
    m_offer = new QWidget;
    auto* buttons = new QHBoxLayout(m_offer);
    buttons->setContentsMargins({});
    buttons->addWidget(m_exactly);
    buttons->addWidget(anyway);
    buttons->addStretch();
    m_offer->hide();
    auto* layout = new QVBoxLayout(m_proofFrame);
    layout->setContentsMargins(look::space::kMedium, look::space::kMedium, look::space::kMedium,
                               look::space::kMedium);
    layout->addWidget(m_proof);
    layout->addWidget(m_offer);
    connect(m_exactly, &QPushButton::clicked, this, &RepairPage::repairExactly);
    connect(anyway, &QPushButton::clicked, this, [this] { start(Keep::Whatever); });
    return m_proofFrame;
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
        QString kept = m_weights->currentData().toString();
        m_weights->clear();
        if (open) {
            // What is chosen on Starting weights is chosen here, until another is chosen here.
            const std::string& chosen = session().study().chosenWeights;
            const study::WeightsEntry* original = study::originalOf(session().study(), chosen);
            if (chosen != m_followed && original != nullptr)
                kept = qt(original->id);
            m_followed = chosen;
            for (const study::WeightsEntry& entry : session().study().weights) {
                if (entry.repairedFrom.empty())
                    m_weights->addItem(qt(entry.label), qt(entry.id));
            }
        }
        m_weights->setCurrentIndex(std::max(0, m_weights->findData(kept)));
    }
    m_stack->setCurrentIndex(m_weights->count() > 0 ? 1 : 0);
    const bool images = open && session().manifest() != nullptr;
    m_onImages->setEnabled(images);
    showResult();
    Q_EMIT markChanged();
}

void RepairPage::repairWith(const repair::RepairSettings& settings, std::function<void()> done)
{
    m_fields->setSettings(settings);
    start(Keep::Proved, std::move(done));
}

/// The rule that passes: nothing is left to the small safety term.
void RepairPage::repairExactly()
{
    repair::RepairSettings settings = m_fields->settings();
    settings.scale = repair::ScaleScope::Filter;
    settings.eps = repair::EpsMode::Exact;
    m_fields->setSettings(settings);
    start(Keep::Proved);
}

void RepairPage::start(Keep keep, std::function<void()> done)
{
    if (!session().isOpen() || m_worker.running())
        return;
    clearMessage();
    withdrawOffer();
    const std::string original = utf8(m_weights->currentData().toString());
    QStringList arguments = repairWords(m_fields->settings());
    if (m_onImages->isEnabled() && m_onImages->isChecked())
        arguments += {QStringLiteral("--images"), qtPath(session().study().images)};
    // Filled in by the work and looked at when that is over.
    const auto tried = std::make_shared<RepairTry>();
    m_worker.make<std::filesystem::path>(
        [study = session().study(), original, arguments, keep, tried](const job::Watch& watch) {
            return tryRepair(study, original, arguments, keep, watch, *tried);
        },
        [original](study::Study& study, const std::filesystem::path& target) -> Result<void> {
            RK_CHECK(study::addRepaired(study, original, target));
            return {};
        },
        [this, tried, keep, done = std::move(done)](const Result<void>& result) {
            if (!result && tried->didNothing())
                showNote(nothingText(*tried->report));
            else if (!result && tried->changedAnswers() && keep == Keep::Proved)
                showRefused(*tried);
            else if (!result)
                showError(result.error());
            else if (done)
                done();
        });
}

void RepairPage::setRepairing(bool repairing)
{
    m_wait->setVisible(repairing);
    if (repairing) {
        m_since.start();
        m_tick->start();
        showProgress(0, 0);
    } else {
        m_tick->stop();
    }
    checkStart();
    Q_EMIT markChanged();
}

/// What can only be looked at is not repaired: a repair is proved by the network's answers.
void RepairPage::checkStart()
{
    const study::WeightsEntry* entry = original();
    mainButton()->setEnabled(entry != nullptr && entry->onlyLook.empty() && !session().readOnly() &&
                             !m_worker.running());
}

const study::WeightsEntry* RepairPage::original() const
{
    return session().isOpen()
               ? study::findWeights(session().study(), utf8(m_weights->currentData().toString()))
               : nullptr;
}

void RepairPage::showProgress(quint64 done, quint64 total)
{
    if (total > 0) {
        m_busy->setRange(0, static_cast<int>(total));
        m_busy->setValue(static_cast<int>(done));
    } else if (m_since.elapsed() < m_tick->interval()) {
        m_busy->setRange(0, 0);
    }
    m_waited->setText(tr("Repairing and proving, %1 s").arg(m_since.elapsed() / 1000));
}

/// The weights were made and proved, and not added; what to do about it is offered.
void RepairPage::showRefused(const RepairTry& tried)
{
    m_offer->show();
    const repair::RepairSettings& used = tried.report->settings;
    m_exactly->setVisible(used.scale != repair::ScaleScope::Filter ||
                          used.eps != repair::EpsMode::Exact);
    m_proofFrame->show();
    showStages(*tried.report);
    showProof("error", tr("Not added. %1").arg(proofText(*tried.report)));
}

void RepairPage::withdrawOffer()
{
    m_offer->hide();
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
    const study::WeightsEntry* start = original();
    const auto before =
        start != nullptr ? context().weights.facts(session().study(), *start) : nullptr;
    checkStart();
    const auto after =
        latest != nullptr ? context().weights.facts(session().study(), *latest) : nullptr;
    const bool offered = !m_offer->isHidden();
    if (after && after->repair && latest->id != m_adopted && !offered && !m_worker.running()) {
        m_adopted = latest->id;
        m_fields->setSettings(after->repair->settings);
    }
    m_proofFrame->setVisible(offered || (after && after->repair.has_value()));
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
        if (!offered)
            showProof(*after->repair);
        showChanges(*after->repair);
        if (!offered)
            showStages(*after->repair);
        m_summary->setText(repairSummary(*after->repair));
    } else {
        m_changes->setRows({});
        if (!offered)
            m_stages->setRows({});
        m_summary->setText(!before                     ? QString()
                           : !before->onlyLook.empty() ? noRepairText(before->onlyLook)
                                                       : repairOutlook(before->report));
    }
}

void RepairPage::showProof(const repair::RepairReport& report)
{
    if (repair::toJson(m_fields->settings(report.settings)) != repair::toJson(report.settings))
        showProof("warning", tr("Out of date: the settings on the left are others than those of "
                                "the proof below. Press Make repaired weights to repair and prove "
                                "with them.\n%1")
                                 .arg(proofText(report)));
    else
        showProof(!report.proof                 ? "note"
                  : report.proof->evalPreserved ? "success"
                                                : "warning",
                  proofText(report));
}

void RepairPage::showStages(const repair::RepairReport& report)
{
    m_stages->setRows(report.proof ? stageRows(*report.proof)
                                   : std::vector<models::TextTable::Row>());
}

void RepairPage::showProof(const char* role, const QString& text)
{
    m_proof->setText(text);
    look::setRole(m_proofFrame, role);
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

#include "widgets/panels/score_page.h"

#include "core/study/run_queue.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/bridge/worker_process.h"
#include "widgets/look/look.h"
#include "widgets/models/run_model.h"
#include "widgets/models/text_table.h"
#include "widgets/panels/failure_strip.h"
#include "widgets/panels/field_problem.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/pass_list.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/protocol_choice.h"
#include "widgets/panels/run_mark.h"
#include "widgets/panels/score_form.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::qtPath;

namespace {

constexpr int kFormWidth = 372;

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 1);
}

} // namespace

ScorePage::ScorePage(Context context, QWidget* parent)
    : Page(context, Step::Score, tr("Turn weights into numbers on your own labels."), parent)
{
    addMainButton(tr("Score"));
    m_empty = new EmptyState({});
    m_there = m_empty->addButton(tr("Go to Pretrain"));
    connect(m_there, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Pretrain); });
    auto* content = new QWidget;
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(buildForm());
    m_results = new models::TextTable({tr("Run"), tr("Pass"), tr("Accuracy (%)"),
                                       tr("Balanced (%)"), tr("How"), tr("Labels"), tr("State")},
                                      this);
    QTableView* table = makeTable(m_results, tr("Results"));
    table->setObjectName(QStringLiteral("score-results"));
    auto* results = new QVBoxLayout;
    results->setSpacing(look::space::kMedium);
    m_failure = new FailureStrip(context);
    results->addWidget(m_failure);
    results->addWidget(table, 1);
    layout->addLayout(results, 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    body()->addWidget(m_stack, 1);
    connect(mainButton(), &QPushButton::clicked, this, &ScorePage::start);
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, &Page::clearMessage);
    follow(&context.runs, &bridge::RunWatch::changed, Fill::Whole);
    refresh();
}

QWidget* ScorePage::buildForm()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    card->addWidget(makeTitle(tr("What")));
    m_runs = new QListWidget;
    m_runs->setObjectName(QStringLiteral("score-runs"));
    m_runs->setAccessibleName(tr("Runs to score"));
    m_runs->setMaximumHeight(150);
    card->addWidget(m_runs);
    card->addWidget(makeTitle(tr("How")));
    auto* form = makeForm();
    m_epochs = new QLineEdit;
    m_epochs->setObjectName(QStringLiteral("rescore-at"));
    m_epochs->setPlaceholderText(tr("all that were kept"));
    addField(form, tr("At pa&sses"), m_epochs,
             tr("Passes of the pretraining to score; 0 is what the run started from."));
    m_epochsProblem = makeProblemLine();
    form->addRow(QString(), m_epochsProblem);
    connect(m_epochs, &QLineEdit::editingFinished, this, [this] { checkPasses(); });
    connect(m_epochs, &QLineEdit::textEdited, this, [this] {
        if (passesFromText(m_epochs->text()))
            checkPasses();
    });
    card->addLayout(form);
    m_form = new ScoreForm(QStringLiteral("rescore"), {});
    run::ScoreSettings usual;
    usual.imageSize = 96;
    m_form->setSettings(usual);
    card->addWidget(m_form);
    card->addStretch();
    auto* scroll = new FittingScroll(frame);
    scroll->setFixedWidth(kFormWidth);
    return scroll;
}

Mark ScorePage::mark() const
{
    return markOf(context().runs.views(), RunKind::Score);
}

void ScorePage::refresh()
{
    fillRuns();
    fillResults();
    const auto manifest = session().manifest();
    const bool labelled = manifest && manifest->labelled();
    QString lack;
    if (!session().isOpen())
        lack = tr("No study is open. Make or open one on the page Study.");
    else if (session().images().problem)
        lack = unreadableImages(*session().images().problem);
    else if (manifest && !labelled)
        lack = tr("Scoring needs labels. These images have none. Put them into one folder a class, "
                  "or stop at pretraining and use the weights.");
    else if (m_runs->count() == 0)
        lack = tr("Nothing to score yet: pretrain a pair first.");
    m_empty->setText(lack);
    m_stack->setCurrentIndex(lack.isEmpty() ? 1 : 0);
    mainButton()->setEnabled(lack.isEmpty() && !session().readOnly());
    Q_EMIT markChanged();
}

void ScorePage::fillRuns()
{
    QStringList names;
    for (const bridge::RunView& run : context().runs.views()) {
        if (!run.isScore)
            names << qtPath(run.folder);
    }
    const bool known = names == m_listed;
    if (!known)
        m_runs->clear();
    m_listed = names;
    int row = 0;
    for (const bridge::RunView& run : context().runs.views()) {
        if (run.isScore)
            continue;
        if (known) {
            m_runs->item(row++)->setText(qt(run.label));
            continue;
        }
        auto* item = new QListWidgetItem(qt(run.label));
        item->setData(Qt::UserRole, qtPath(run.folder));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        m_runs->addItem(item);
    }
}

void ScorePage::fillResults()
{
    std::vector<models::TextTable::Row> rows;
    std::vector<const bridge::RunView*> scores;
    for (const bridge::RunView& run : context().runs.views()) {
        if (!run.isScore || !run.settings)
            continue;
        scores.push_back(&run);
        const auto* settings = std::get_if<run::ScoreSettings>(&*run.settings);
        if (settings == nullptr)
            continue;
        const QString name = qt(run.owner);
        const QString how = protocolText(settings->protocol);
        const QString share = tr("%1 %").arg(QLocale().toString(100 * settings->fraction));
        const QString state = models::stateText(run);
        if (run.scores.empty())
            rows.push_back({{name, false, false, {}},
                            {QStringLiteral("–"), true, false, {}},
                            {QStringLiteral("–"), true, false, {}},
                            {QStringLiteral("–"), true, false, {}},
                            {how, false, false, {}},
                            {share, true, false, {}},
                            {state, false, false, {}}});
        for (const bridge::ScorePoint& point : run.scores) {
            const QString accuracy =
                point.repeats > 1
                    ? QStringLiteral("%1 ± %2").arg(percent(point.mean), percent(point.sd))
                    : percent(point.mean);
            rows.push_back({{name, false, false, {}},
                            {bridge::shortNumber(point.epoch), true, false, {}},
                            {accuracy, true, true, {}},
                            {percent(point.balanced), true, false, {}},
                            {how, false, false, {}},
                            {share, true, false, {}},
                            {state, false, false, {}}});
        }
    }
    m_results->setRows(std::move(rows));
    m_failure->setRuns(scores);
    showWarnings(models::warningLines(scores));
}

/// What a run has kept, or will have kept: a run that was finished early has fewer than planned.
std::vector<std::int64_t> ScorePage::keptEpochs(const std::filesystem::path& folder) const
{
    for (const bridge::RunView& run : context().runs.views()) {
        const auto* settings =
            run.settings ? std::get_if<run::PretrainSettings>(&*run.settings) : nullptr;
        if (settings == nullptr || run.folder != folder)
            continue;
        if (run.status.state == run::State::Done && !run.snapshots.empty())
            return run.snapshots;
        std::vector<std::int64_t> epochs = settings->snapshots;
        epochs.push_back(settings->epochs);
        return epochs;
    }
    return {};
}

/// Whether the passes asked for are passes; says so at the field.
bool ScorePage::checkPasses()
{
    const bool fine = passesFromText(m_epochs->text()).has_value();
    showFieldProblem(m_epochs, m_epochsProblem,
                     fine ? QString()
                          : tr("This takes whole numbers from 0, separated by commas; empty means "
                               "every pass that was kept."));
    return fine;
}

void ScorePage::start()
{
    clearMessage();
    std::vector<std::filesystem::path> runs;
    for (int i = 0; i < m_runs->count(); ++i) {
        if (m_runs->item(i)->checkState() == Qt::Checked)
            runs.push_back(bridge::fsPath(m_runs->item(i)->data(Qt::UserRole).toString()));
    }
    if (runs.empty() || !session().isOpen()) {
        showNote(tr("Tick the runs to score first."));
        return;
    }
    const auto passes = passesFromText(m_epochs->text());
    if (!checkPasses()) {
        m_epochs->setFocus(Qt::OtherFocusReason);
        return;
    }
    auto score = m_form->settings();
    if (!score) {
        m_form->showProblems();
        showError(score.error());
        return;
    }
    const std::vector<std::int64_t>& wished = *passes;
    std::vector<std::pair<std::filesystem::path, std::vector<std::int64_t>>> plans;
    plans.reserve(runs.size());
    for (const std::filesystem::path& run : runs)
        plans.emplace_back(run, wished.empty() ? keptEpochs(run) : wished);
    mainButton()->setEnabled(false);
    session().perform(
        [plans, score = *std::move(score)](study::Study& study, const job::Watch&) -> Result<void> {
            for (const auto& [run, epochs] : plans)
                RK_CHECK(study::planScores(study, {run}, epochs, score));
            return study::startQueue(study.folder, bridge::workerProgram());
        },
        [this](const Result<void>& result) {
            mainButton()->setEnabled(true);
            context().runs.hurry();
            if (!result)
                showError(result.error());
        });
}

} // namespace rekindle::panels

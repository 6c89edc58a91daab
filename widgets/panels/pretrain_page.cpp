#include "widgets/panels/pretrain_page.h"

#include "core/study/run_queue.h"
#include "core/study/sample_study.h"
#include "widgets/bridge/core_text.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/run_label.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/bridge/worker_process.h"
#include "widgets/look/look.h"
#include "widgets/models/queue_outlook.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/failure_strip.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/live_chart.h"
#include "widgets/panels/name_box.h"
#include "widgets/panels/pack_dialog.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/pretrain_form.h"
#include "widgets/panels/run_mark.h"
#include "widgets/panels/run_summary.h"
#include "widgets/panels/trial_panel.h"
#include "widgets/panels/views_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;

namespace {

constexpr int kLeftWidth = 372;

const run::PretrainSettings* pretrainOf(const bridge::RunView& run)
{
    return run.settings ? std::get_if<run::PretrainSettings>(&*run.settings) : nullptr;
}

const run::ScoreSettings* scoreOf(const bridge::RunView& run)
{
    return run.settings ? std::get_if<run::ScoreSettings>(&*run.settings) : nullptr;
}

/// P2X says what the pair starts from; P1X has all else in common with it.
const run::PretrainSettings* settingsOf(const std::vector<const bridge::RunView*>& runs)
{
    const run::PretrainSettings* found = nullptr;
    for (const bridge::RunView* run : runs) {
        if (const auto* settings = pretrainOf(*run);
            settings != nullptr && (found == nullptr || run->arm == run::Arm::P2x))
            found = settings;
    }
    return found;
}

const run::ScoreSettings* scoreOf(const std::vector<const bridge::RunView*>& runs)
{
    for (const bridge::RunView* run : runs) {
        if (const auto* settings = scoreOf(*run))
            return settings;
    }
    return nullptr;
}

/// What a kill cost.
QString wentOnText(const bridge::WentOn& went)
{
    if (went.step == 0)
        return PretrainPage::tr("its worker was killed before its first save; it began anew");
    constexpr int kMinute = 60;
    const QString lost = went.lostSeconds < kMinute
                             ? PretrainPage::tr("%1 s").arg(went.lostSeconds)
                             : models::durationText(static_cast<double>(went.lostSeconds));
    const QString step = QLocale().toString(static_cast<qlonglong>(went.step));
    return went.lostSeconds < 0
               ? PretrainPage::tr("its worker was killed; it went on from step %1").arg(step)
               : PretrainPage::tr("its worker was killed; it went on from step %1, %2 earlier")
                     .arg(step, lost);
}

bool hasTrainable(const study::Study& study)
{
    return std::any_of(study.weights.begin(), study.weights.end(),
                       [](const study::WeightsEntry& entry) { return entry.onlyLook.empty(); });
}

/// Why weights of the study are not among those to start from.
QStringList leftOut(const study::Study& study)
{
    QStringList lines;
    for (const study::WeightsEntry& entry : study.weights) {
        if (!entry.onlyLook.empty())
            lines << PretrainPage::tr("%1 can be looked at, not trained: %2.")
                         .arg(qt(entry.label), bridge::coreText(entry.onlyLook));
    }
    return lines;
}

/// What a network cannot see in these images, however it learns.
QStringList imageLines(const bridge::StudyImages& images)
{
    Warnings concerned;
    if (images.parts) {
        for (const Warning& warning : images.parts->warnings.items()) {
            if (warning.kind == "mixed_depths")
                concerned.add(warning);
        }
    }
    return bridge::warningLines(concerned);
}

} // namespace

PretrainPage::PretrainPage(Context context, QWidget* parent)
    : Page(context, Step::Pretrain,
           tr("A matched pair: P1X starts from random weights, P2X from yours; all else is equal. "
              "Runs go on when this window is closed."),
           parent),
      m_packJob(context.session)
{
    addMainButton(tr("Run the pairs"));
    m_empty = new EmptyState({});
    QPushButton* images = m_empty->addButton(tr("Go to Images"));
    QPushButton* weights = m_empty->addButton(tr("Go to Starting weights"));
    connect(images, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Images); });
    connect(weights, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Weights); });
    auto* content = new QWidget;
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    m_left = new QStackedWidget;
    m_left->setFixedWidth(kLeftWidth);
    m_left->addWidget(buildForm());
    m_left->addWidget(buildSummary());
    layout->addWidget(m_left);
    layout->addWidget(new FittingScroll(buildRight()), 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    body()->addWidget(m_stack, 1);

    connect(mainButton(), &QPushButton::clicked, this, &PretrainPage::start);
    connect(m_pair, &QComboBox::activated, this, [this] {
        m_chosenPair = m_pair->currentData().toString();
        plan(false);
    });
    connect(m_summary, &RunSummary::newPairAsked, this, &PretrainPage::planLikeShown);
    connect(m_result, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Compare); });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, [this] {
        clearMessage();
        m_followed.clear();
        m_chosenPair.clear();
        m_planning = false;
    });
    follow(&context.runs, &bridge::RunWatch::changed, Fill::Part);
    refresh();
}

QWidget* PretrainPage::buildForm()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_form = new PretrainForm;
    card->addWidget(m_form);
    m_trial = new TrialPanel(session(), [this]() -> Result<TrialPanel::Wish> {
        clearMessage();
        RK_TRY(const auto pair, planned());
        return TrialPanel::Wish{pair, 2 * m_form->pairs()};
    });
    card->addWidget(m_trial);
    connect(m_form, &PretrainForm::changed, m_trial, &TrialPanel::forget);
    connect(m_trial, &TrialPanel::refused, this, [this](const Error& error) {
        m_form->showProblems();
        showError(error);
    });
    return new FittingScroll(frame);
}

QWidget* PretrainPage::buildSummary()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_summary = new RunSummary;
    card->addWidget(m_summary);
    return new FittingScroll(frame);
}

QWidget* PretrainPage::buildRight()
{
    QVBoxLayout* card = nullptr;
    m_viewsCard = makeCard(&card);
    m_views = new ViewsPanel(session(), [this] { return m_form->pretrain(); });
    card->addWidget(m_views);
    connect(m_form, &PretrainForm::changed, m_views, &ViewsPanel::refresh);
    m_liveCard = buildLive();
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(m_viewsCard, 1);
    layout->addWidget(m_liveCard, 2);
    return right;
}

QWidget* PretrainPage::buildLive()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_pair = new NameBox;
    m_pair->setObjectName(QStringLiteral("pretrain-pair"));
    m_pair->setAccessibleName(tr("Pair shown"));
    m_pair->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state = makeText();
    m_state->setObjectName(QStringLiteral("pretrain-state"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_pair);
    top->addSpacing(look::space::kSmall);
    top->addWidget(m_state, 1);
    card->addLayout(top);
    m_failure = new FailureStrip(context());
    card->addWidget(m_failure);
    m_chart = new LiveChart([this] { return shownRuns(); });
    card->addWidget(m_chart, 1);
    m_runs = makeText({}, "muted");
    m_runs->setObjectName(QStringLiteral("pretrain-runs"));
    m_runs->setAccessibleName(tr("Runs of this pair"));
    m_result = new QPushButton(tr("Show result"));
    m_result->setObjectName(QStringLiteral("show-result"));
    look::setRole(m_result, "main");
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_runs, 1);
    foot->addWidget(m_result, 0, Qt::AlignBottom);
    card->addLayout(foot);
    return frame;
}

plots::FigureView* PretrainPage::figureView() const
{
    return m_chart->figureView();
}

bool PretrainPage::loading() const
{
    return Page::loading() || m_views->loading();
}

Mark PretrainPage::mark() const
{
    return markOf(context().runs.views(), RunKind::Pretraining);
}

QString PretrainPage::lacking() const
{
    if (!session().isOpen())
        return tr("No study is open. Make or open one on the page Study.");
    if (!context().runs.views().empty())
        return {};
    if (session().images().problem)
        return unreadableImages(*session().images().problem);
    const bool images = session().manifest() != nullptr;
    const bool weights = hasTrainable(session().study());
    if (images && !weights && !session().study().weights.empty())
        return tr("P2X needs weights of a ResNet to start from.") + u' ' +
               leftOut(session().study()).join(u' ');
    if (!images && !weights)
        return tr("A pair needs images to train on and weights for P2X to start from.");
    if (!images)
        return tr("A pair needs images to train on.");
    return weights ? QString() : tr("P2X needs weights to start from.");
}

void PretrainPage::refresh()
{
    fillWeights();
    const auto& images = session().images();
    m_form->setImages(images.parts ? images.parts->pretraining : 0);
    const bool ready = images.manifest && hasTrainable(session().study()) && !session().readOnly();
    mainButton()->setEnabled(ready);
    m_trial->setEnabled(ready);
    m_form->setEnabled(!session().readOnly());
    m_views->refresh();
    m_summary->setWritable(!session().readOnly());
    refreshRuns();
}

/// What is chosen on Starting weights is chosen here, until another is chosen here.
void PretrainPage::fillWeights()
{
    if (!session().isOpen())
        return;
    const study::Study& study = session().study();
    std::vector<std::pair<QString, QString>> weights;
    weights.reserve(study.weights.size());
    for (const study::WeightsEntry& entry : study.weights) {
        if (entry.onlyLook.empty())
            weights.emplace_back(qt(entry.id), qt(entry.label));
    }
    m_form->setWeights(weights, qt(study.chosenWeights));
    if (study.chosenWeights != m_followed)
        m_form->chooseWeights(qt(study.chosenWeights));
    m_followed = study.chosenWeights;
}

std::vector<const bridge::RunView*> PretrainPage::shownRuns() const
{
    std::vector<const bridge::RunView*> runs;
    const std::string pair = utf8(m_pair->currentData().toString());
    for (const bridge::RunView& run : context().runs.views()) {
        const std::string name =
            run.isScore ? run.folder.parent_path().parent_path().filename().string() : run.name;
        if (!pair.empty() && (run.pair == pair || name.starts_with(pair + "-p")))
            runs.push_back(&run);
    }
    return runs;
}

QString PretrainPage::pairToShow(const QStringList& pairs, const QStringList& before) const
{
    if (pairs.contains(m_chosenPair))
        return m_chosenPair;
    QString planned;
    for (const bridge::RunView& run : context().runs.views()) {
        if (run.pair.empty() || run.problem || run.status.interrupted || !run.unfinished())
            continue;
        if (run.status.state != run::State::Queued)
            return qt(run.pair);
        if (planned.isEmpty() && !before.contains(qt(run.pair)))
            planned = qt(run.pair);
    }
    if (!planned.isEmpty())
        return planned;
    const QString shown = m_pair->currentData().toString();
    return before == pairs ? shown : pairs.value(pairs.size() - 1);
}

void PretrainPage::fillPairs()
{
    QStringList pairs;
    for (const bridge::RunView& run : context().runs.views()) {
        if (!run.pair.empty() && !pairs.contains(qt(run.pair)))
            pairs << qt(run.pair);
    }
    const study::Names names = session().isOpen() ? session().study().names : study::Names();
    QStringList before;
    for (int i = 0; i < m_pair->count(); ++i)
        before << m_pair->itemData(i).toString();
    const QString wanted = pairToShow(pairs, before);
    if (before != pairs) {
        m_pair->clear();
        for (const QString& pair : pairs)
            m_pair->addItem(QString(), pair);
    }
    m_pair->setCurrentIndex(static_cast<int>(pairs.indexOf(wanted)));
    for (int i = 0; i < m_pair->count(); ++i)
        m_pair->setItemText(i, qt(bridge::pairLabel(utf8(pairs[i]), names)));
    m_pair->setVisible(!pairs.isEmpty());
}

void PretrainPage::refreshRuns()
{
    // Runs alone are enough to show, and may be read after the study itself.
    const QString lack = lacking();
    m_empty->setText(lack);
    m_stack->setCurrentIndex(lack.isEmpty() ? 1 : 0);
    fillPairs();
    const auto runs = shownRuns();
    std::size_t done = 0, scored = 0;
    QStringList lines;
    for (const bridge::RunView* run : runs) {
        const bool isDone = run->status.state == run::State::Done;
        done += isDone ? 1 : 0;
        scored += run->isScore && isDone ? 1 : 0;
        QString line = tr("%1: %2").arg(qt(run->label), models::stateText(*run));
        if (const int percent = models::progressPercent(run->status); percent > 0 && !isDone)
            line += tr(", %1 %").arg(percent);
        if (run->wentOnFrom)
            line += QStringLiteral(" · ") + wentOnText(*run->wentOnFrom);
        lines << line;
    }
    m_runs->setText(lines.join(u'\n'));
    m_failure->setRuns(runs);
    const QStringList notUsed = session().isOpen() ? leftOut(session().study()) : QStringList();
    showWarnings(models::warningLines(runs) + imageLines(session().images()) + notUsed);
    m_chart->refresh();
    m_result->setVisible(scored >= 2);
    if (runs.empty())
        m_state->clear();
    else if (done == runs.size())
        m_state->setText(
            tr("All done: %n run(s) and score(s).", nullptr, static_cast<int>(runs.size())));
    else
        m_state->setText(context().runs.working()
                             ? tr("%1 of %2 done; a worker is busy.").arg(done).arg(runs.size())
                             : tr("%1 of %2 done; nobody works on the rest. Press Go on in the "
                                  "queue.")
                                   .arg(done)
                                   .arg(runs.size()));
    fillSummary(runs);
    Q_EMIT markChanged();
}

void PretrainPage::fillSummary(const std::vector<const bridge::RunView*>& runs)
{
    const auto* settings = settingsOf(runs);
    const bool form = m_planning || settings == nullptr;
    m_left->setCurrentIndex(form ? 0 : 1);
    mainButton()->setVisible(form);
    m_viewsCard->setVisible(form && session().isOpen() && session().manifest() != nullptr);
    m_liveCard->setVisible(!form || !runs.empty());
    if (settings == nullptr)
        return;
    QString start = settings->init == "random" ? tr("random weights") : qt(settings->init);
    for (const study::WeightsEntry& entry : session().study().weights) {
        if (!entry.sha256.empty() && entry.sha256 == settings->initSha256)
            start = qt(entry.label);
    }
    const auto* score = scoreOf(runs);
    m_summary->setPair(m_pair->currentText(), start, *settings,
                       score != nullptr ? std::optional(*score) : std::nullopt);
}

void PretrainPage::plan(bool another)
{
    m_planning = another;
    refreshRuns();
}

/// The next seed, so that the new pair is another draw and not the same numbers again.
void PretrainPage::planLikeShown()
{
    const auto runs = shownRuns();
    const auto* shown = settingsOf(runs);
    if (shown == nullptr)
        return;
    run::PretrainSettings settings = *shown;
    const std::string start = settings.initSha256;
    // What planning fills in again.
    const run::PretrainSettings fresh;
    settings.images.clear();
    settings.imagesHash = settings.splitHash = settings.initSha256 = settings.pair = {};
    settings.init = fresh.init;
    settings.packed.clear();
    settings.packedSha256.clear();
    settings.arm = fresh.arm;
    settings.architecture = fresh.architecture;
    settings.conventions = fresh.conventions;
    settings.unrecorded.clear();
    for (const bridge::RunView& run : context().runs.views()) {
        if (const auto* other = pretrainOf(run))
            settings.seed = std::max(settings.seed, other->seed + 1);
    }
    std::optional<run::ScoreSettings> score;
    if (const auto* scored = scoreOf(runs)) {
        score = *scored;
        score->images.clear();
        score->imagesHash = score->splitHash = score->label = {};
        score->targets.clear();
        score->architecture = run::ScoreSettings().architecture;
        score->unrecorded.clear();
    }
    m_form->setPlan(settings, score, 1);
    for (const study::WeightsEntry& entry : session().study().weights) {
        if (!entry.sha256.empty() && entry.sha256 == start)
            m_form->chooseWeights(qt(entry.id));
    }
    plan(true);
}

void PretrainPage::setSamplePlan()
{
    const study::SamplePlan plan = study::samplePlan(study::SampleSize::Full);
    m_form->setPlan(plan.pretrain, plan.score, plan.pairs);
    m_planning = true;
}

Result<study::PairPlan> PretrainPage::planned() const
{
    study::PairPlan pair;
    RK_TRY(pair.common, m_form->pretrain());
    pair.weights = utf8(m_form->weights());
    return pair;
}

void PretrainPage::start()
{
    if (!session().isOpen())
        return;
    clearMessage();
    const auto pair = planned();
    const auto score = m_form->score();
    if (!pair || !score) {
        m_form->showProblems();
        showError(pair ? score.error() : pair.error());
        return;
    }
    const bool labelled = session().manifest() && session().manifest()->labelled();
    std::optional<study::ScorePlan> scores;
    if (m_form->scores() && labelled)
        scores = study::ScorePlan{*score, PretrainForm::scoreEpochs(pair->common), true};
    if (m_form->scores() && !labelled)
        showNote(tr("Scoring needs labels. These images have none, so the pair is pretrained "
                    "only."));
    offerPack(*pair, scores);
}

void PretrainPage::offerPack(const study::PairPlan& pair,
                             const std::optional<study::ScorePlan>& scores)
{
    const auto file = study::packFile(session().study(), pair.common.imageSize);
    if (m_packJob.running())
        return;
    if (m_packAsked.contains(file)) {
        run(pair, scores);
        return;
    }
    using Offer = std::optional<study::PackOffer>;
    mainButton()->setEnabled(false);
    m_packJob.look<Offer>(
        [study = session().study(), common = pair.common, runs = 2 * m_form->pairs()](
            const job::Watch&) { return study::packOffer(study, common, runs); },
        [this, pair, scores](const Result<Offer>& offer) {
            mainButton()->setEnabled(true);
            // What cannot be read says so in the plan.
            if (offer && *offer)
                askToPack(**offer, pair, scores);
            else
                run(pair, scores);
        });
}

void PretrainPage::askToPack(const study::PackOffer& offer, const study::PairPlan& pair,
                             const std::optional<study::ScorePlan>& scores)
{
    auto* dialog = new PackDialog(session(), offer, pair.common.imageSize, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, file = offer.file, pair, scores](int how) {
        if (how == QDialog::Rejected)
            return;
        m_packAsked.insert(file);
        run(pair, scores);
    });
    dialog->open();
}

void PretrainPage::run(const study::PairPlan& pair, const std::optional<study::ScorePlan>& scores)
{
    mainButton()->setEnabled(false);
    session().perform(
        [pair = study::PairPlan(pair), pairs = m_form->pairs(),
         scores](study::Study& study, const job::Watch&) mutable -> Result<void> {
            RK_TRY(const bool packed, study::usePack(study, pair.common));
            static_cast<void>(packed);
            RK_CHECK(study::planPairs(study, pair, pairs, scores));
            return study::startQueue(study.folder, bridge::workerProgram());
        },
        [this](const Result<void>& result) {
            mainButton()->setEnabled(true);
            context().runs.hurry();
            if (!result)
                showError(result.error());
            else {
                m_chosenPair.clear();
                plan(false);
            }
        });
}

} // namespace rekindle::panels

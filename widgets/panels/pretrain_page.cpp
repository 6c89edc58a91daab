#include "widgets/panels/pretrain_page.h"

#include "core/study/run_queue.h"
#include "core/study/sample_study.h"
#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/bridge/worker_process.h"
#include "widgets/look/look.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/pack_question.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/pretrain_form.h"
#include "widgets/panels/run_mark.h"
#include "widgets/panels/run_summary.h"
#include "widgets/panels/shown_pair.h"
#include "widgets/panels/trial_panel.h"
#include "widgets/panels/views_panel.h"

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
           parent)
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
    m_pack = new PackQuestion(session(), this);
    connect(m_pack, &PackQuestion::preparing, mainButton(), &QWidget::setDisabled);
    connect(m_shown, &ShownPair::chosen, this, [this] { plan(false); });
    connect(m_summary, &RunSummary::newPairAsked, this, &PretrainPage::planLikeShown);
    connect(m_shown, &ShownPair::resultAsked, this, [this] { Q_EMIT goTo(Step::Compare); });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, [this] {
        clearMessage();
        m_followed.clear();
        m_shown->followWork();
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
    m_liveCard = makeCard(&card);
    m_shown = new ShownPair(context());
    card->addWidget(m_shown);
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(m_viewsCard, 1);
    layout->addWidget(m_liveCard, 2);
    return right;
}

plots::FigureView* PretrainPage::figureView() const
{
    return m_shown->figureView();
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

void PretrainPage::refreshRuns()
{
    // Runs alone are enough to show, and may be read after the study itself.
    const QString lack = lacking();
    m_empty->setText(lack);
    m_stack->setCurrentIndex(lack.isEmpty() ? 1 : 0);
    m_shown->refresh();
    const QStringList notUsed = session().isOpen() ? leftOut(session().study()) : QStringList();
    const auto runs = m_shown->runs();
    showWarnings(models::warningLines(runs) + imageLines(session().images()) + notUsed);
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
    m_summary->setPair(m_shown->name(), start, *settings,
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
    const auto runs = m_shown->runs();
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
    m_pack->ask(pair->common, 2 * m_form->pairs(),
                [this, pair = *pair, scores] { run(pair, scores); });
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
                m_shown->followWork();
                plan(false);
            }
        });
}

} // namespace rekindle::panels

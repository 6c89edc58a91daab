#include "widgets/panels/pretrain_page.h"

#include "core/study/run_queue.h"
#include "core/study/sample_study.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/worker_process.h"
#include "widgets/look/look.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/pretrain_form.h"
#include "widgets/panels/run_buttons.h"
#include "widgets/panels/run_mark.h"
#include "widgets/panels/thinned_curve.h"
#include "widgets/plots/figure_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;

namespace {
constexpr int kRedrawMs = 60;
}

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
    layout->addWidget(buildForm());
    layout->addWidget(buildLive(), 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    body()->addWidget(m_stack, 1);

    connect(mainButton(), &QPushButton::clicked, this, &PretrainPage::start);
    connect(m_pair, &QComboBox::activated, this, &PretrainPage::refreshRuns);
    connect(m_result, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Compare); });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, &Page::clearMessage);
    follow(&context.runs, &bridge::RunWatch::changed, Fill::Part);
    refresh();
}

QWidget* PretrainPage::buildForm()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_form = new PretrainForm;
    card->addWidget(m_form);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(frame);
    scroll->setFixedWidth(372);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget* PretrainPage::buildLive()
{
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_pair = new QComboBox;
    m_pair->setAccessibleName(tr("Pair shown"));
    m_pair->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state = makeText();
    m_state->setObjectName(QStringLiteral("pretrain-state"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_pair);
    top->addSpacing(look::space::kSmall);
    top->addWidget(m_state, 1);
    card->addLayout(top);
    m_figure = new plots::FigureView;
    m_figure->setObjectName(QStringLiteral("pretrain-figure"));
    m_figure->setPlaceholder(tr("The loss of both runs is drawn here while they run."));
    card->addWidget(m_figure, 1);
    m_redraw = new QTimer(this);
    m_redraw->setSingleShot(true);
    m_redraw->setInterval(kRedrawMs);
    connect(m_figure, &plots::FigureView::viewChanged, m_redraw, qOverload<>(&QTimer::start));
    connect(m_redraw, &QTimer::timeout, this, &PretrainPage::drawCurve);
    m_model = new models::RunModel(this);
    QTableView* table = makeTable(m_model, tr("Runs of this pair"));
    table->setMaximumHeight(158);
    card->addWidget(table);
    m_buttons = new RunButtons(context(), [this] { return shownRuns(); });
    m_result = new QPushButton(tr("Show result"));
    m_result->setObjectName(QStringLiteral("show-result"));
    look::setRole(m_result, "main");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_buttons);
    buttons->addStretch();
    buttons->addWidget(m_result);
    card->addLayout(buttons);
    return frame;
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
    const bool weights = !session().study().weights.empty();
    if (!images && !weights)
        return tr("A pair needs images to train on and weights for P2X to start from.");
    if (!images)
        return tr("A pair needs images to train on.");
    return weights ? QString() : tr("P2X needs weights to start from.");
}

void PretrainPage::refresh()
{
    const QString lack = lacking();
    m_empty->setText(lack);
    m_stack->setCurrentIndex(lack.isEmpty() ? 1 : 0);
    if (session().isOpen()) {
        std::vector<std::pair<QString, QString>> weights;
        QString preferred;
        for (const study::WeightsEntry& entry : session().study().weights) {
            weights.emplace_back(qt(entry.id), qt(entry.label));
            if (!entry.repairedFrom.empty() || preferred.isEmpty())
                preferred = qt(entry.id);
        }
        m_form->setWeights(weights, preferred);
    }
    const auto& images = session().images();
    m_form->setImages(images.parts ? images.parts->pretraining : 0);
    const bool ready =
        images.manifest && !session().study().weights.empty() && !session().readOnly();
    mainButton()->setEnabled(ready);
    m_form->setEnabled(!session().readOnly());
    refreshRuns();
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

void PretrainPage::refreshRuns()
{
    QStringList pairs;
    for (const bridge::RunView& run : context().runs.views()) {
        if (!run.pair.empty() && !pairs.contains(qt(run.pair)))
            pairs << qt(run.pair);
    }
    QStringList before;
    for (int i = 0; i < m_pair->count(); ++i)
        before << m_pair->itemData(i).toString();
    if (before != pairs) {
        m_pair->clear();
        for (const QString& pair : pairs)
            m_pair->addItem(pair, pair);
        m_pair->setCurrentIndex(static_cast<int>(pairs.size()) - 1);
    }
    m_pair->setVisible(!pairs.isEmpty());

    const auto runs = shownRuns();
    bridge::RunViews views;
    std::size_t done = 0, scored = 0;
    QString failed;
    for (const bridge::RunView* run : runs) {
        views.push_back(*run);
        done += run->status.state == run::State::Done ? 1 : 0;
        scored += run->isScore && run->status.state == run::State::Done ? 1 : 0;
        if (run->problem)
            failed = tr("%1 needs you: %2").arg(qt(run->label), bridge::errorText(*run->problem));
        else if (run->status.error)
            failed = tr("%1: %2").arg(qt(run->label), bridge::errorText(*run->status.error));
    }
    m_model->setRuns(views);
    showWarnings(models::warningLines(runs));
    drawCurve();
    m_buttons->refresh();
    m_result->setVisible(scored >= 2);
    if (runs.empty())
        m_state->clear();
    else if (done == runs.size())
        m_state->setText(tr("All %1 steps of work are done.").arg(runs.size()));
    else if (!failed.isEmpty())
        m_state->setText(failed);
    else
        m_state->setText(context().runs.working()
                             ? tr("%1 of %2 done; a worker is busy.").arg(done).arg(runs.size())
                             : tr("%1 of %2 done; nobody works on the rest. Press Continue.")
                                   .arg(done)
                                   .arg(runs.size()));
    Q_EMIT markChanged();
}

void PretrainPage::drawCurve()
{
    std::optional<CurvePart> part;
    if (m_figure->zoomed())
        part = CurvePart{m_figure->shownRange().x(), m_figure->shownRange().y()};
    m_figure->setFigure(liveLossFigure(shownRuns(), part));
}

void PretrainPage::setSamplePlan()
{
    const study::SamplePlan plan = study::samplePlan(study::SampleSize::Full);
    m_form->setPlan(plan.pretrain, plan.score, plan.pairs);
}

void PretrainPage::start()
{
    if (!session().isOpen())
        return;
    clearMessage();
    const auto settings = m_form->pretrain();
    const auto score = m_form->score();
    if (!settings || !score) {
        showError(settings ? score.error() : settings.error());
        return;
    }
    study::PairPlan plan;
    plan.common = *settings;
    plan.weights = utf8(m_form->weights());
    const bool labelled = session().manifest() && session().manifest()->labelled();
    std::optional<study::ScorePlan> scores;
    if (m_form->scores() && labelled)
        scores = study::ScorePlan{*score, PretrainForm::scoreEpochs(*settings), true};
    if (m_form->scores() && !labelled)
        showNote(tr("Scoring needs labels. These images have none, so the pair is pretrained "
                    "only."));
    mainButton()->setEnabled(false);
    session().perform(
        [plan, pairs = m_form->pairs(), scores](study::Study& study,
                                                const job::Watch&) -> Result<void> {
            RK_CHECK(study::planPairs(study, plan, pairs, scores));
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

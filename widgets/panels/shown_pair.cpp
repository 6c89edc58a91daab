#include "widgets/panels/shown_pair.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/run_label.h"
#include "widgets/look/look.h"
#include "widgets/models/queue_outlook.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/failure_strip.h"
#include "widgets/panels/live_chart.h"
#include "widgets/panels/name_box.h"
#include "widgets/panels/pieces.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;

namespace {

/// What a kill cost.
QString wentOnText(const bridge::WentOn& went)
{
    if (went.step == 0)
        return ShownPair::tr("its worker was killed before its first save; it began anew");
    constexpr int kMinute = 60;
    const QString lost = went.lostSeconds < kMinute
                             ? ShownPair::tr("%1 s").arg(went.lostSeconds)
                             : models::durationText(static_cast<double>(went.lostSeconds));
    const QString step = QLocale().toString(static_cast<qlonglong>(went.step));
    return went.lostSeconds < 0
               ? ShownPair::tr("its worker was killed; it went on from step %1").arg(step)
               : ShownPair::tr("its worker was killed; it went on from step %1, %2 earlier")
                     .arg(step, lost);
}

bool isDone(const bridge::RunView& run)
{
    return run.status.state == run::State::Done;
}

QString lineOf(const bridge::RunView& run)
{
    QString line = ShownPair::tr("%1: %2").arg(qt(run.label), models::stateText(run));
    if (const int percent = models::progressPercent(run.status); percent > 0 && !isDone(run))
        line += ShownPair::tr(", %1 %").arg(percent);
    if (run.wentOnFrom)
        line += QStringLiteral(" · ") + wentOnText(*run.wentOnFrom);
    return line;
}

} // namespace

ShownPair::ShownPair(const Context& context, QWidget* parent) : QWidget(parent), m_context(context)
{
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
    m_failure = new FailureStrip(m_context);
    m_chart = new LiveChart([this] { return runs(); });
    m_runs = makeText({}, "muted");
    m_runs->setObjectName(QStringLiteral("pretrain-runs"));
    m_runs->setAccessibleName(tr("Runs of this pair"));
    m_result = new QPushButton(tr("Show result"));
    m_result->setObjectName(QStringLiteral("show-result"));
    look::setRole(m_result, "main");
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_runs, 1);
    foot->addWidget(m_result, 0, Qt::AlignBottom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addLayout(top);
    layout->addWidget(m_failure);
    layout->addWidget(m_chart, 1);
    layout->addLayout(foot);
    connect(m_pair, &QComboBox::activated, this, [this] {
        m_chosen = m_pair->currentData().toString();
        Q_EMIT chosen();
    });
    connect(m_result, &QPushButton::clicked, this, &ShownPair::resultAsked);
}

void ShownPair::followWork()
{
    m_chosen.clear();
}

QString ShownPair::name() const
{
    return m_pair->currentText();
}

plots::FigureView* ShownPair::figureView() const
{
    return m_chart->figureView();
}

std::vector<const bridge::RunView*> ShownPair::runs() const
{
    std::vector<const bridge::RunView*> runs;
    const std::string pair = utf8(m_pair->currentData().toString());
    for (const bridge::RunView& run : m_context.runs.views()) {
        const std::string name =
            run.isScore ? run.folder.parent_path().parent_path().filename().string() : run.name;
        if (!pair.empty() && (run.pair == pair || name.starts_with(pair + "-p")))
            runs.push_back(&run);
    }
    return runs;
}

QString ShownPair::pairToShow(const QStringList& pairs, const QStringList& before) const
{
    if (pairs.contains(m_chosen))
        return m_chosen;
    QString planned;
    for (const bridge::RunView& run : m_context.runs.views()) {
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

void ShownPair::fillPairs()
{
    QStringList pairs;
    for (const bridge::RunView& run : m_context.runs.views()) {
        if (!run.pair.empty() && !pairs.contains(qt(run.pair)))
            pairs << qt(run.pair);
    }
    const bridge::StudySession& session = m_context.session;
    const study::Names names = session.isOpen() ? session.study().names : study::Names();
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

void ShownPair::refresh()
{
    fillPairs();
    const auto shown = runs();
    QStringList lines;
    for (const bridge::RunView* run : shown)
        lines << lineOf(*run);
    m_runs->setText(lines.join(u'\n'));
    m_failure->setRuns(shown);
    m_chart->refresh();
    fillState(shown);
}

void ShownPair::fillState(const std::vector<const bridge::RunView*>& runs)
{
    std::size_t done = 0, scored = 0;
    for (const bridge::RunView* run : runs) {
        done += isDone(*run) ? 1 : 0;
        scored += run->isScore && isDone(*run) ? 1 : 0;
    }
    m_result->setVisible(scored >= 2);
    if (runs.empty())
        m_state->clear();
    else if (done == runs.size())
        m_state->setText(
            tr("All done: %n run(s) and score(s).", nullptr, static_cast<int>(runs.size())));
    else
        m_state->setText(m_context.runs.working()
                             ? tr("%1 of %2 done; a worker is busy.").arg(done).arg(runs.size())
                             : tr("%1 of %2 done; nobody works on the rest. Press Go on in the "
                                  "queue.")
                                   .arg(done)
                                   .arg(runs.size()));
}

} // namespace rekindle::panels

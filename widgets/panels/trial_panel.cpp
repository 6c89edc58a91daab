#include "widgets/panels/trial_panel.h"

#include "widgets/bridge/worker_process.h"
#include "widgets/look/look.h"
#include "widgets/models/queue_outlook.h"
#include "widgets/panels/pieces.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace rekindle::panels {

TrialPanel::TrialPanel(bridge::StudySession& session, AskWish wish, QWidget* parent)
    : QWidget(parent), m_session(session), m_wish(std::move(wish)), m_job(session)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_try = makeLink(tr("Try two steps"));
    m_try->setObjectName(QStringLiteral("try-steps"));
    m_try->setToolTip(tr("Begins a run like this aside, does two steps, and says how long the "
                         "whole will take, and what memory and disk it needs."));
    m_stop = makeLink(tr("Stop"));
    m_stop->setObjectName(QStringLiteral("stop-trial"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_try);
    row->addWidget(m_stop);
    row->addStretch();
    layout->addLayout(row);
    m_answer = makeText({}, "muted");
    m_answer->setObjectName(QStringLiteral("trial-answer"));
    m_answer->setAccessibleName(tr("What the runs will take"));
    m_answer->setFont(look::font(look::Type::Small));
    layout->addWidget(m_answer);
    setTrying(false);
    m_answer->hide();
    connect(m_try, &QPushButton::clicked, this, &TrialPanel::start);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_job.cancel(); });
    connect(&m_job, &bridge::StudyJob::started, this, [this] { setTrying(true); });
    connect(&m_job, &bridge::StudyJob::ended, this, [this] { setTrying(false); });
    connect(&session, &bridge::StudySession::opened, this, &TrialPanel::forget);
}

void TrialPanel::forget()
{
    m_old = true;
    if (!m_job.running())
        m_answer->hide();
}

void TrialPanel::setTrying(bool trying)
{
    m_try->setVisible(!trying);
    m_stop->setVisible(trying);
    if (trying) {
        m_answer->setText(tr("Trying two steps…"));
        m_answer->show();
        m_stop->setFocus(Qt::OtherFocusReason);
    } else if (m_stop->hasFocus()) {
        m_try->setFocus(Qt::OtherFocusReason);
    }
}

void TrialPanel::start()
{
    const auto wish = m_wish();
    if (!wish) {
        Q_EMIT refused(wish.error());
        return;
    }
    if (m_job.running() || !m_session.isOpen())
        return;
    m_old = false;
    m_job.look<study::Trial>(
        [study = m_session.study(), pair = wish->pair](const job::Watch& watch) {
            return study::tryPair(study, pair, bridge::workerProgram(), watch);
        },
        [this, runs = wish->runs](const Result<study::Trial>& trial) {
            if (trial && !m_old) {
                show(*trial, runs);
                return;
            }
            m_answer->hide();
            if (!trial && trial.error().kind != ErrorKind::Cancelled)
                Q_EMIT refused(trial.error());
        });
}

void TrialPanel::show(const study::Trial& trial, int runs)
{
    const QLocale locale;
    const auto bytes = [&](std::uint64_t count) {
        return locale.formattedDataSize(static_cast<qint64>(count), 1);
    };
    m_answer->setText(tr("%1 s a step. One run: %2; all %3: %4. Memory %5; disk %6 a run.")
                          .arg(locale.toString(trial.secondsPerStep, 'f', 2),
                               models::durationText(trial.seconds), tr("%n run(s)", nullptr, runs),
                               models::durationText(trial.seconds * runs), bytes(trial.memory),
                               bytes(trial.diskLeft)));
    m_answer->show();
}

} // namespace rekindle::panels

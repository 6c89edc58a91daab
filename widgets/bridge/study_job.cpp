#include "widgets/bridge/study_job.h"

#include "core/base/check.h"
#include "widgets/bridge/background_job.h"

namespace rekindle::bridge {

StudyJob::StudyJob(StudySession& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &StudySession::opened, this, &StudyJob::leaveStudy);
}

StudyJob::~StudyJob() = default;

void StudyJob::cancel()
{
    if (m_now != nullptr)
        m_now->cancel();
}

void StudyJob::begin(Work<void> work, StudySession::Work write, StudySession::Done shown)
{
    RK_ASSERT(!running() && m_session.isOpen());
    m_now = new BackgroundJob(this);
    m_writes = write != nullptr;
    connect(m_now, &BackgroundJob::progressed, this, &StudyJob::progressed);
    m_now->run<void>(std::move(work),
                     [this, job = m_now, token = m_session.token(), write = std::move(write),
                      shown = std::move(shown)](const Result<void>& outcome) {
                         finish(job, token, outcome, write, shown);
                     });
    Q_EMIT started();
}

void StudyJob::finish(BackgroundJob* job, const StudyToken& token, const Result<void>& outcome,
                      const StudySession::Work& write, const StudySession::Done& shown)
{
    job->deleteLater();
    const bool here = m_now == job;
    if (here) {
        m_now = nullptr;
        Q_EMIT ended();
    }
    if (outcome && write)
        m_session.perform(token, write, shown);
    else if (here)
        shown(outcome);
    else if (write)
        m_session.tellElsewhere(token, outcome);
}

/// What is being made for the study of before is made and put there; what was looked up is not
/// wanted any more.
void StudyJob::leaveStudy()
{
    if (m_now == nullptr)
        return;
    m_now->disconnect(this);
    if (!m_writes)
        m_now->cancel();
    m_now = nullptr;
    Q_EMIT ended();
}

} // namespace rekindle::bridge

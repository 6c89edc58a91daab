#include "widgets/bridge/run_actions.h"

#include "core/study/run_queue.h"
#include "widgets/bridge/background_job.h"
#include "widgets/bridge/worker_process.h"

namespace rekindle::bridge {
namespace {

namespace fs = std::filesystem;
using run::State;

Result<void> requeue(const fs::path& path)
{
    RK_TRY(const auto folder, run::RunFolder::open(path));
    RK_TRY(run::Status status, folder.status());
    const bool stopped = status.state == State::Paused || status.state == State::Failed ||
                         status.state == State::Cancelled;
    if (!stopped || folder.isLocked())
        return {};
    // A wish from before would stop it again at once.
    static_cast<void>(folder.takeRequest());
    status.state = State::Queued;
    status.request = run::Request::None;
    status.error.reset();
    return folder.writeStatus(status);
}

} // namespace

RunActions::RunActions(StudySession& session, QObject* parent)
    : QObject(parent), m_session(session), m_job(std::make_unique<BackgroundJob>())
{
}

RunActions::~RunActions() = default;

void RunActions::ask(const Folders& runs, run::Request request)
{
    enqueue([runs, request](const job::Watch&) -> Result<void> {
        for (const fs::path& path : runs) {
            RK_TRY(const auto folder, run::RunFolder::open(path));
            RK_CHECK(folder.ask(request));
        }
        return {};
    });
}

void RunActions::resume(const Folders& runs)
{
    if (!m_session.isOpen())
        return;
    enqueue([study = m_session.study().folder, runs](const job::Watch&) -> Result<void> {
        for (const fs::path& path : runs)
            RK_CHECK(requeue(path));
        return study::startQueue(study, workerProgram());
    });
}

void RunActions::enqueue(std::function<Result<void>(const job::Watch&)> work)
{
    if (!m_session.isOpen())
        return;
    m_queue.push_back({m_session.token(), std::move(work)});
    if (!m_job->running())
        next();
}

void RunActions::next()
{
    if (m_queue.empty())
        return;
    Wish wish = std::move(m_queue.front());
    m_queue.pop_front();
    m_job->run<void>(std::move(wish.work),
                     [this, token = std::move(wish.token)](const Result<void>& result) {
                         next();
                         if (!result && m_session.isCurrent(token))
                             Q_EMIT failed(result.error());
                         else if (!result)
                             m_session.tellElsewhere(token, result);
                         Q_EMIT done();
                     });
}

} // namespace rekindle::bridge

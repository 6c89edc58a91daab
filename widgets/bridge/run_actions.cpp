#include "widgets/bridge/run_actions.h"

#include "core/study/run_queue.h"
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

RunActions::RunActions(QObject* parent) : QObject(parent) {}

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

void RunActions::resume(const fs::path& study, const Folders& runs)
{
    enqueue([study, runs](const job::Watch&) -> Result<void> {
        for (const fs::path& path : runs)
            RK_CHECK(requeue(path));
        return study::startQueue(study, workerProgram());
    });
}

void RunActions::startQueue(const fs::path& study)
{
    enqueue([study](const job::Watch&) { return study::startQueue(study, workerProgram()); });
}

void RunActions::enqueue(std::function<Result<void>(const job::Watch&)> work)
{
    m_queue.push_back(std::move(work));
    if (!m_job.running())
        next();
}

void RunActions::next()
{
    if (m_queue.empty())
        return;
    auto work = std::move(m_queue.front());
    m_queue.pop_front();
    m_job.run<void>(std::move(work), [this](const Result<void>& result) {
        next();
        if (!result)
            Q_EMIT failed(result.error());
        Q_EMIT done();
    });
}

} // namespace rekindle::bridge

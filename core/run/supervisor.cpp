#include "core/run/supervisor.h"

#include <csignal>
#include <cstring>
#include <fmt/format.h>

namespace rekindle::run {
namespace {

std::string place(const Status& status)
{
    return status.step > 0 ? fmt::format("at step {}", status.step) : "before its first step";
}

std::string howItDied(const Status& status, const job::ChildExit& end)
{
    if (end.signal == 0)
        return fmt::format("The worker ended with exit code {} {} and did not say why", end.code,
                           place(status));
    if (end.outOfMemory)
        return fmt::format("The system had no memory left and ended the worker {} (signal {})",
                           place(status), end.signal);
    const char* name = ::sigdescr_np(end.signal);
    return fmt::format("The worker died with signal {} ({}) {}", end.signal,
                       name == nullptr ? "unknown" : name, place(status));
}

bool leftOpen(State state)
{
    return state == State::Queued || state == State::Running || state == State::Finishing;
}

} // namespace

Error diedError(const RunFolder& folder, const Status& status, const job::ChildExit& end)
{
    const bool memory = end.outOfMemory || end.signal == SIGKILL;
    return Error{ErrorKind::WorkerDied, howItDied(status, end), folder.path().string(),
                 memory ? "What was saved is kept. Choose a smaller batch or image size if memory "
                          "is short, and continue the run."
                        : "What was saved is kept. See log.txt, then continue the run."};
}

Result<Status> settle(const RunFolder& folder, const job::ChildExit& end)
{
    const auto held = folder.lock();
    RK_TRY(Status status, folder.status());
    if (!held || !leftOpen(status.state))
        return status;
    if (end.signal == SIGINT || end.signal == SIGTERM) {
        status.state = State::Paused;
    } else {
        status.state = State::Failed;
        status.error = diedError(folder, status, end);
    }
    status.request = Request::None;
    status.rate = 0;
    status.etaSeconds = -1;
    RK_CHECK(folder.writeStatus(status));
    return status;
}

} // namespace rekindle::run

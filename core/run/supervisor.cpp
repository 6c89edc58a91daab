#include "core/run/supervisor.h"

#include "core/base/error_json.h"
#include "core/run/metrics_journal.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fmt/format.h>

namespace rekindle::run {
namespace {

/// The latest step that the run told of. Its status is written once a second, its journal at each
/// step.
std::int64_t latestStep(const RunFolder& folder, const Status& status)
{
    constexpr std::uint64_t kPiece = 1U << 20;
    std::int64_t latest = status.step;
    for (std::uint64_t offset = 0;;) {
        const auto piece = readJournal(folder.metricsFile(), offset, kPiece);
        if (!piece || piece->offset == offset)
            return latest;
        for (const Json& line : piece->lines)
            latest = std::max(latest, FieldReader(line, "metrics.jsonl").integer("step", 0));
        offset = piece->offset;
    }
}

std::string howItDied(const std::string& place, const job::ChildExit& end)
{
    if (end.signal == 0)
        return fmt::format("The worker ended with exit code {} {} and did not say why", end.code,
                           place);
    if (end.outOfMemory)
        return fmt::format("The system had no memory left and ended the worker {} (signal {})",
                           place, end.signal);
    const char* name = ::sigdescr_np(end.signal);
    return fmt::format("The worker died with signal {} ({}) {}", end.signal,
                       name == nullptr ? "unknown" : name, place);
}

bool leftOpen(State state)
{
    return state == State::Queued || state == State::Running || state == State::Finishing;
}

} // namespace

Error diedError(const RunFolder& folder, const Status& status, const job::ChildExit& end)
{
    const bool said = end.signal == 0 && end.code == exitCode(ErrorKind::Memory);
    const bool memory = said || end.outOfMemory || end.signal == SIGKILL;
    const std::int64_t step = latestStep(folder, status);
    const std::string place =
        step > 0 ? fmt::format("at step {}", step) : std::string("before its first step");
    if (said)
        return Error{ErrorKind::Memory, "There was not enough memory to go on " + place,
                     folder.path().string(),
                     "What was saved is kept. Close other programs and continue the run, or start "
                     "it anew with a limit of memory (memory_limit)."};
    return Error{ErrorKind::WorkerDied, howItDied(place, end), folder.path().string(),
                 memory
                     ? "What was saved is kept. Continue the run; where memory is short, start it "
                       "anew with a limit of memory (memory_limit)."
                     : "What was saved is kept. See log.txt, then continue the run."};
}

std::optional<Error> saidBy(const job::ChildExit& end)
{
    const auto json = parseJson(end.output, "rekindle-cli work");
    if (!json || !json->is_object() || !json->contains("error"))
        return std::nullopt;
    const auto error = errorFromJson((*json)["error"], "rekindle-cli work");
    return error ? *error : std::nullopt;
}

Result<Status> settle(const RunFolder& folder, const job::ChildExit& end)
{
    const auto held = folder.lock();
    if (!held && held.error().kind != ErrorKind::Busy)
        return fail(held.error());
    RK_TRY(Status status, folder.status());
    // Somebody else's by now; ours ended as it said, if it said it.
    if (!held && leftOpen(status.state) && end.signal == 0) {
        if (end.code == 0)
            status.state = State::Done;
        else if (end.code == exitCode(ErrorKind::Cancelled))
            status.state = State::Paused;
    }
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

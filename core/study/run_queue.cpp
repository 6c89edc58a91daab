#include "core/study/run_queue.h"

#include "core/run/supervisor.h"
#include "core/storage/file_lock.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <tuple>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;
using run::RunFolder;
using run::State;
using run::Status;

constexpr int kDeathsWithoutProgress = 2;
const char* const kNotRead = "A run of the queue could not be read and was passed over";

fs::path lockFile(const fs::path& study)
{
    return study / "queue.lock";
}

/// What another try may not meet again: space can be made, memory freed, a drive connected.
bool canPass(const Status& status)
{
    if (status.state != State::Failed || !status.error)
        return false;
    switch (status.error->kind) {
    case ErrorKind::Space:
    case ErrorKind::Memory:
    case ErrorKind::Device:
    case ErrorKind::Io:
        return true;
    default:
        return false;
    }
}

bool waits(const RunFolder& run, const Status& status)
{
    return (status.state == State::Queued && !run.isLocked()) || status.interrupted;
}

/// A score can begin when the run whose snapshots it reads is done; other runs at once.
bool ready(const RunFolder& run)
{
    const fs::path above = run.path().parent_path();
    if (above.filename() != "scores")
        return true;
    const auto scored = RunFolder::open(above.parent_path());
    if (!scored) // of weights as they are, or of a run that was taken away
        return above.parent_path().parent_path().filename() == "weights";
    const auto status = scored->status();
    return status && status->state == State::Done;
}

/// One process's turn at the queue.
class Turn
{
public:
    Turn(const fs::path& study, const fs::path& program, const QueueListener& listener,
         int (*interrupt)())
        : m_study(study), m_program(program), m_listener(listener), m_interrupt(interrupt)
    {
    }
    /// Whether a run of the queue has a worker, left by a queue that was killed or started by hand:
    /// two at once would only slow each other down.
    Result<bool> somebodyWorks() const;
    /// The first run that waits and was not passed over; study.json is read anew.
    Result<std::optional<RunFolder>> next();
    Result<void> work(const RunFolder& run);
    [[nodiscard]] bool interrupted() const { return m_interrupt != nullptr && m_interrupt() != 0; }
    [[nodiscard]] const QueueOutcome& outcome() const { return m_outcome; }

private:
    struct Deaths {
        int count = 0;
        std::tuple<std::int64_t, std::int64_t, std::int64_t> furthest;
    };
    void countDeath(const RunFolder& run, const job::ChildExit& end, const Status& status);
    Result<void> putBack(const RunFolder& run, Status status);
    void passOver(const RunFolder& run, const std::string& what, const Error& why);

    fs::path m_study;
    fs::path m_program;
    const QueueListener& m_listener;
    int (*m_interrupt)();
    std::map<fs::path, Deaths> m_deaths;
    std::set<fs::path> m_passed; ///< could not be read, or not be marked as failed
    QueueOutcome m_outcome;
};

Result<bool> Turn::somebodyWorks() const
{
    RK_TRY(const auto study, openStudy(m_study));
    return std::any_of(study.queue.begin(), study.queue.end(), [&](const std::string& entry) {
        const auto run = RunFolder::open(study.folder / entry);
        return run && run->isLocked();
    });
}

Result<std::optional<RunFolder>> Turn::next()
{
    RK_TRY(const auto study, openStudy(m_study));
    for (const std::string& entry : study.queue) {
        const auto run = RunFolder::open(study.folder / entry);
        if (!run || m_passed.contains(run->path()))
            continue;
        const auto status = run->status();
        if (!status)
            passOver(*run, kNotRead, status.error());
        else if ((waits(*run, *status) || canPass(*status)) && ready(*run))
            return std::optional(*run);
    }
    return std::optional<RunFolder>();
}

void Turn::passOver(const RunFolder& run, const std::string& what, const Error& why)
{
    m_passed.insert(run.path());
    m_outcome.warnings.add("run_passed_over", what + " (" + why.message + ")",
                           run.path().lexically_proximate(m_study).string());
}

/// A worker that died twice without getting further.
Error diedAgainError(const RunFolder& run, const job::ChildExit& end, const Status& status)
{
    Error error = run::diedError(run, status, end);
    error.message += ", twice without getting further";
    return error;
}

void Turn::countDeath(const RunFolder& run, const job::ChildExit& end, const Status& status)
{
    Deaths& deaths = m_deaths[run.path()];
    const std::tuple reached(status.imagesSeen, status.epoch, status.step);
    if (deaths.count == 0 || reached > deaths.furthest) {
        deaths.count = 1;
        deaths.furthest = std::max(deaths.furthest, reached);
    } else {
        ++deaths.count;
    }
    if (deaths.count < kDeathsWithoutProgress)
        return;
    // Whoever puts the failed run back into the queue starts a new count.
    deaths = {};
    const auto held = run.lock();
    if (!held)
        return;
    Status failed = status;
    failed.state = State::Failed;
    failed.request = run::Request::None;
    failed.error = diedAgainError(run, end, status);
    if (const auto wrote = run.writeStatus(failed); !wrote) {
        passOver(run, "A run failed, which could not be written down", wrote.error());
    }
}

/// A run that failed for something that can pass waits again, with its reason. This turn leaves it
/// alone; the next one tries it.
Result<void> Turn::putBack(const RunFolder& run, Status status)
{
    const auto held = run.lock();
    if (!held)
        return {};
    m_passed.insert(run.path());
    m_outcome.warnings.add("run_waits_again",
                           "A run failed for something that can pass, and waits in the queue again "
                           "(" +
                               status.error->message + ")",
                           run.path().lexically_proximate(m_study).string());
    status.state = State::Queued;
    status.request = run::Request::None;
    return run.writeStatus(status);
}

Result<void> Turn::work(const RunFolder& run)
{
    RK_TRY(const auto end,
           job::runChild({m_program.string(), "work", run.path().string(), "--quiet"}, m_interrupt,
                         &run::supervisedWorker()));
    const auto status = run.status();
    if (!status) {
        passOver(run, kNotRead, status.error());
        return {};
    }
    if (run.isLocked()) {
        // Somebody else took it between our look and our worker's: theirs now.
    } else if (interrupted() && status->state == State::Paused) {
        // Nobody paused this run; the whole queue was stopped, and goes on with it next time.
        const auto held = run.lock();
        Status queued = *status;
        queued.state = State::Queued;
        if (held)
            RK_CHECK(run.writeStatus(queued));
    } else if (status->interrupted || status->state == State::Queued) {
        countDeath(run, end, *status);
    } else if (status->state == State::Done) {
        ++m_outcome.finished;
    }
    const auto after = run.status();
    if (!after)
        return {};
    if (m_listener)
        m_listener(run.path(), *after);
    if (!canPass(*after))
        return {};
    // A disk that is still full takes no other status: tried again by the next turn all the same.
    if (const auto back = putBack(run, *after); !back)
        m_passed.insert(run.path());
    return {};
}

} // namespace

Result<QueueOutcome> workQueue(const fs::path& study, const fs::path& program,
                               const QueueListener& listener, int (*interrupt)())
{
    RK_TRY(Study opened, openStudy(study));
    // Of a study that may be written: what a killed plan left is taken away first.
    RK_CHECK(changeStudy(opened, [](Study&) { return Result<void>(); }));
    Turn turn(study, program, listener, interrupt);
    for (bool first = true;; first = false) {
        auto held = storage::FileLock::take(lockFile(study));
        if (!held && held.error().kind == ErrorKind::Busy && first)
            return fail(ErrorKind::Busy, "The runs of this study are being worked off already",
                        study.string(), "Leave it to that process, or stop it first.");
        if (!held && held.error().kind == ErrorKind::Busy)
            return turn.outcome();
        if (!held)
            return fail(held.error());
        while (!turn.interrupted()) {
            RK_TRY(const auto run, turn.next());
            if (!run)
                break;
            RK_TRY(const bool busy, turn.somebodyWorks());
            if (busy)
                std::this_thread::sleep_for(std::chrono::milliseconds(500));
            else
                RK_CHECK(turn.work(*run));
        }
        {
            const auto released = *std::move(held);
        }
        // Who planned a run just before the lock was given back saw the queue as worked and started
        // nobody: a last look, and another round if there is something.
        RK_TRY(const auto more, turn.next());
        if (turn.interrupted() || !more)
            return turn.outcome();
    }
}

bool queueIsWorked(const fs::path& study)
{
    return storage::FileLock::isHeld(lockFile(study));
}

Result<void> startQueue(const fs::path& study, const fs::path& program)
{
    if (queueIsWorked(study))
        return {};
    RK_CHECK(job::startDetached({program.string(), "study", "run", study.string()}));
    return {};
}

} // namespace rekindle::study

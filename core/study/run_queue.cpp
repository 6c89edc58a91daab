#include "core/study/run_queue.h"

#include "core/job/cores.h"
#include "core/job/memory_room.h"
#include "core/run/supervisor.h"
#include "core/storage/file_lock.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <tuple>
#include <utility>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;
using run::RunFolder;
using run::State;
using run::Status;

using Clock = std::chrono::steady_clock;

constexpr int kDeathsWithoutProgress = 2;
/// What has to be free before a second run begins beside a first one.
constexpr std::uint64_t kMemoryOfAnother = std::uint64_t{2} << 30;
/// While there is room for another run, but none that could begin.
constexpr std::chrono::milliseconds kLookAgain{500};
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

/// Cores that a run computes with. One that may compute on a GPU is alone.
int coresOf(const RunFolder& run)
{
    const auto settings = run.settings();
    const auto [threads, device] =
        settings ? std::visit([](const auto& all) { return std::pair(all.threads, all.device); },
                              *settings)
                 : std::pair(0, std::string());
    const int usable = job::usableCores();
    return threads > 0 && device == "cpu" ? std::min(threads, usable) : usable;
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
    /// Works the queue off until nothing is left that this turn would begin, or a signal came.
    Result<void> work();
    /// The first run that waits, is not in our hands and was not passed over; study.json is read
    /// anew.
    Result<std::optional<RunFolder>> next();
    [[nodiscard]] bool interrupted() const { return m_interrupt != nullptr && m_interrupt() != 0; }
    [[nodiscard]] const QueueOutcome& outcome() const { return m_outcome; }

private:
    struct Deaths {
        int count = 0;
        std::tuple<std::int64_t, std::int64_t, std::int64_t> furthest;
    };
    /// A run in our hands.
    struct InHand {
        RunFolder run;
        int cores = 1;
        job::Child worker;
    };
    enum class Begun { One, Nothing, Later };

    Result<bool> somebodyWorks() const;
    [[nodiscard]] bool isInHand(const RunFolder& run) const;
    [[nodiscard]] bool fits(int cores) const;
    Result<Begun> begin();
    void collect();
    Result<void> ended(const RunFolder& run, const job::ChildExit& end);
    void countDeath(const RunFolder& run, const job::ChildExit& end, const Status& status);
    Result<void> putBack(const RunFolder& run, Status status);
    void passOver(const RunFolder& run, const std::string& what, const Error& why);
    /// Nothing new is begun after the first problem; what works is waited for.
    void stopBy(const Error& problem);

    fs::path m_study;
    fs::path m_program;
    const QueueListener& m_listener;
    int (*m_interrupt)();
    std::list<InHand> m_inHand;
    bool m_signalPassed = false;
    int m_atOnce = 1; ///< as study.json says
    std::map<fs::path, Deaths> m_deaths;
    std::set<fs::path> m_passed; ///< could not be read, or not be marked as failed
    std::optional<Error> m_problem;
    QueueOutcome m_outcome;
};

bool Turn::isInHand(const RunFolder& run) const
{
    return std::any_of(m_inHand.begin(), m_inHand.end(),
                       [&](const InHand& other) { return other.run.path() == run.path(); });
}

/// Whether a run of the queue has a worker that is not ours, left by a queue that was killed or
/// started by hand: it would only slow ours down.
Result<bool> Turn::somebodyWorks() const
{
    RK_TRY(const auto study, openStudy(m_study));
    return std::any_of(study.queue.begin(), study.queue.end(), [&](const std::string& entry) {
        const auto run = RunFolder::open(study.folder / entry);
        return run && !isInHand(*run) && run->isLocked();
    });
}

Result<std::optional<RunFolder>> Turn::next()
{
    RK_TRY(const auto study, openStudy(m_study));
    m_atOnce = study.runsAtOnce;
    for (const std::string& entry : study.queue) {
        const auto run = RunFolder::open(study.folder / entry);
        if (!run || m_passed.contains(run->path()) || isInHand(*run))
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

Result<void> Turn::ended(const RunFolder& run, const job::ChildExit& end)
{
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

/// Whether another run has room beside those in our hands; one always has, alone.
bool Turn::fits(int cores) const
{
    if (m_inHand.empty())
        return true;
    int taken = 0;
    for (const InHand& other : m_inHand)
        taken += other.cores;
    return static_cast<int>(m_inHand.size()) < m_atOnce && m_inHand.size() < run::kMostWorkers &&
           taken + cores <= job::usableCores() && job::memoryRoom().memory >= kMemoryOfAnother;
}

Result<Turn::Begun> Turn::begin()
{
    RK_TRY(const auto run, next());
    if (!run)
        return Begun::Nothing;
    const int cores = coresOf(*run);
    if (!fits(cores))
        return Begun::Later;
    RK_TRY(const bool busy, somebodyWorks());
    if (busy)
        return Begun::Later;
    RK_TRY(job::Child worker,
           job::Child::start({m_program.string(), "work", run->path().string(), "--quiet"},
                             run::supervision()));
    m_inHand.push_back({*run, cores, std::move(worker)});
    return Begun::One;
}

/// Takes what has ended out of our hands.
void Turn::collect()
{
    for (auto at = m_inHand.begin(); at != m_inHand.end();) {
        const auto end = at->worker.poll();
        if (end && !*end) {
            ++at;
            continue;
        }
        const RunFolder run = at->run;
        at = m_inHand.erase(at);
        if (!end)
            stopBy(end.error());
        else if (const auto done = ended(run, **end); !done)
            stopBy(done.error());
    }
}

void Turn::stopBy(const Error& problem)
{
    if (!m_problem)
        m_problem = problem;
}

Result<void> Turn::work()
{
    auto lookAgain = Clock::now();
    for (;;) {
        Begun begun = Begun::Later;
        const bool room = m_inHand.empty() || static_cast<int>(m_inHand.size()) < m_atOnce;
        if (room && Clock::now() >= lookAgain && !m_problem && !interrupted()) {
            const auto tried = begin();
            if (!tried)
                stopBy(tried.error());
            begun = tried.value_or(Begun::Nothing);
            if (begun != Begun::One)
                lookAgain = Clock::now() + kLookAgain;
        }
        const bool stopped = m_problem || interrupted();
        if (m_inHand.empty() && (stopped || begun == Begun::Nothing))
            break;
        if (interrupted() && !m_signalPassed) {
            m_signalPassed = true;
            for (const InHand& one : m_inHand)
                one.worker.pass(m_interrupt());
        }
        std::this_thread::sleep_for(job::kChildTick);
        const std::size_t before = m_inHand.size();
        collect();
        if (m_inHand.size() < before)
            lookAgain = Clock::now();
    }
    if (m_problem)
        return fail(*m_problem);
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
        RK_CHECK(turn.work());
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

#include "core/run/worker.h"

#include "core/base/guard.h"
#include "core/base/log.h"
#include "core/run/environment.h"
#include "core/run/file_record.h"
#include "core/storage/atomic_write.h"
#include "core/storage/sealed_folder.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace rekindle::run {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kTick{100};
constexpr milliseconds kBetweenWrites{1000};
constexpr milliseconds kHeartbeat{5000};
constexpr int kLastTries = 10;

/// The control thread's side of one sitting.
class Sitting
{
public:
    Sitting(const RunFolder& folder, const Work& work, const Listener& listener)
        : m_folder(folder), m_work(work), m_listener(listener)
    {
    }
    Result<Status> run();

private:
    // Trainer's thread.
    void train();
    // Control thread.
    [[nodiscard]] bool folderIsGone();
    void takeRequests();
    void publish();
    void logWarnings(const Warnings& warnings);
    void warn(const char* kind, const std::string& what, const Error& why);
    [[nodiscard]] Status compose() const;
    [[nodiscard]] Status finalStatus(const Result<Outcome>& result) const;
    Result<void> writeLast(const Status& status);

    const RunFolder& m_folder;
    const Work& m_work;
    const Listener& m_listener;
    RunControl m_control;

    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::optional<Result<Outcome>> m_result; ///< guarded by m_mutex

    struct stat m_place {
    }; ///< the folder as it was when we began
    bool m_gone = false;
    bool m_interruptSeen = false;
    bool m_writeFailed = false;
    Warnings m_logged; ///< that are in the log already
    std::optional<Status> m_written;
    Clock::time_point m_writtenAt;
};

void Sitting::train()
{
    Result<Outcome> result = Outcome::Done;
    try {
        result = guard(m_folder.path().string(), [&] { return m_work(m_folder, m_control); });
    } catch (...) {
        result = fail(ErrorKind::Internal, "The work ended with something unknown",
                      m_folder.path().string(), "Please report this.");
    }
    const std::scoped_lock lock(m_mutex);
    m_result = std::move(result);
    m_ended.notify_all();
}

/// Whether another folder, or none, stands where ours was. What is reached then is lost with it,
/// and nothing is put into its place.
bool Sitting::folderIsGone()
{
    struct stat now {
    };
    const int code = ::stat(m_folder.path().c_str(), &now) == 0 ? 0 : errno;
    const bool other = code == 0 && (now.st_ino != m_place.st_ino || now.st_dev != m_place.st_dev);
    if ((other || code == ENOENT || code == ENOTDIR) && !m_gone) {
        m_gone = true;
        m_control.ask(Request::Cancel);
    }
    return m_gone;
}

void Sitting::takeRequests()
{
    const Request request = m_folder.takeRequest();
    if (request != Request::None) {
        log::info("Asked to " + std::string(requestName(request)));
        m_control.ask(request);
    }
    if (interrupts() > 0 && !m_interruptSeen) {
        m_interruptSeen = true;
        log::info("Interrupted by a signal: pausing after this step");
        m_control.ask(Request::Pause);
    }
}

Status Sitting::compose() const
{
    Status status = m_control.progress();
    status.request = m_control.request();
    status.state = status.request == Request::Finish ? State::Finishing : State::Running;
    status.error.reset();
    return status;
}

void Sitting::logWarnings(const Warnings& warnings)
{
    if (warnings == m_logged)
        return;
    for (const Warning& warning : warnings.items()) {
        if (!m_logged.holds(warning))
            log::warn(describe(warning));
    }
    m_logged = warnings;
}

void Sitting::warn(const char* kind, const std::string& what, const Error& why)
{
    m_control.warn({kind, what + " (" + why.message + ")", why.subject});
}

void Sitting::publish()
{
    const Status status = compose();
    logWarnings(status.warnings);
    const auto age = Clock::now() - m_writtenAt;
    const bool turned =
        !m_written || m_written->state != status.state || m_written->request != status.request;
    const bool moved =
        m_written &&
        (m_written->step != status.step || m_written->epoch != status.epoch ||
         m_written->activity != status.activity || m_written->warnings != status.warnings);
    if (!turned && age < (moved ? kBetweenWrites : kHeartbeat))
        return;
    if (m_writeFailed && age < kBetweenWrites)
        return;
    // A run goes on without its status: what counts is in the journal and the saves.
    const auto wrote = m_folder.writeStatus(status);
    if (!wrote && !m_writeFailed)
        warn("status_not_written",
             "The state of the run could not be written for a while, so that what was shown of it "
             "was old",
             wrote.error());
    m_writeFailed = !wrote;
    m_writtenAt = Clock::now();
    if (wrote)
        m_written = status;
    if (m_listener)
        m_listener(status);
}

Status Sitting::finalStatus(const Result<Outcome>& result) const
{
    Status status = m_control.progress();
    status.request = Request::None;
    status.error.reset();
    if (!result && result.error().kind == ErrorKind::Cancelled) {
        status.state = m_control.request() == Request::Cancel ? State::Cancelled : State::Paused;
    } else if (!result) {
        status.state = State::Failed;
        status.error = result.error();
    } else {
        switch (*result) {
        case Outcome::Done:
            status.state = State::Done;
            break;
        case Outcome::Paused:
            status.state = State::Paused;
            break;
        case Outcome::Cancelled:
            status.state = State::Cancelled;
            break;
        }
    }
    if (status.state != State::Paused)
        status.etaSeconds = status.state == State::Done ? 0 : -1;
    return status;
}

Result<void> Sitting::writeLast(const Status& status)
{
    Result<void> wrote = m_folder.writeStatus(status);
    for (int i = 1; !wrote && i < kLastTries; ++i) {
        std::this_thread::sleep_for(kTick);
        wrote = m_folder.writeStatus(status);
    }
    if (!wrote)
        wrote = m_folder.overwriteStatus(status);
    if (!wrote)
        log::error("The last status could not be written. " + describe(wrote.error()));
    return wrote;
}

Result<Status> Sitting::run()
{
    if (::stat(m_folder.path().c_str(), &m_place) != 0)
        return fail(storage::ioError(errno, "read", m_folder.path()));
    // What was asked of a former worker: a pause is over once somebody resumes.
    if (const Request left = m_folder.takeRequest(); left != Request::Pause)
        m_control.ask(left);
    if (const auto before = m_folder.status(); before) {
        Status progress = *before;
        progress.rate = 0;
        progress.etaSeconds = -1;
        m_control.report(progress);
        m_control.recall(before->warnings);
        m_logged = before->warnings;
    }
    if (const auto begun = beginRecord(m_folder); !begun)
        warn("checksums_not_written", "The checksums of the run's files could not be written down",
             begun.error());
    else
        m_control.note(*begun);
    if (const auto wrote = writeEnvironment(m_folder); !wrote)
        warn("environment_not_written", "What this run is computed with could not be written down",
             wrote.error());
    takeRequests();
    publish();
    RK_TRY(std::jthread trainer, guard(m_folder.path().string(), [this]() -> Result<std::jthread> {
               return std::jthread([this] { train(); });
           }));
    for (;;) {
        std::unique_lock lock(m_mutex);
        if (m_ended.wait_for(lock, kTick, [this] { return m_result.has_value(); }))
            break;
        lock.unlock();
        if (folderIsGone())
            continue;
        takeRequests();
        publish();
    }
    trainer.join();
    if (folderIsGone())
        return fail(ErrorKind::NotFound,
                    "The folder of this run was moved or removed while it was worked on, and the "
                    "work has stopped",
                    m_folder.path().string(),
                    "If it was moved, rekindle-cli resume goes on with it at its new place.");
    Status last = finalStatus(*m_result);
    logWarnings(last.warnings);
    if (last.error)
        log::error(describe(*last.error));
    log::info("Ended: " + std::string(stateName(last.state)));
    if (const auto closed = endRecord(m_folder); !closed) {
        warn("checksums_not_written", "The checksums of the run's files could not be written down",
             closed.error());
        last.warnings = m_control.warnings();
    }
    RK_CHECK(writeLast(last));
    if (m_listener)
        m_listener(last);
    return last;
}

} // namespace

Result<Status> runWorker(const RunFolder& folder, const Work& work, const Listener& listener)
{
    RK_TRY(const auto held, folder.lock());
    // Two may have waited for it: what one has done, the other does not begin again.
    if (const auto before = folder.status(); before && before->state == State::Done)
        return *before;
    for (const char* part : {"", "checkpoints", "snapshots", "tables", "images"})
        storage::sweepUnsealed(folder.path() / part);
    log::toFile(folder.logFile());
    log::info("Started by process " + std::to_string(::getpid()) + ", rekindle " +
              std::string(programVersion()));
    return Sitting(folder, work, listener).run();
}

} // namespace rekindle::run

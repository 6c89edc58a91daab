#include "widgets/bridge/run_watch.h"

#include "core/study/run_queue.h"
#include "widgets/bridge/run_follower.h"
#include "widgets/bridge/window_threads.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace rekindle::bridge {

namespace {
constexpr auto kPeriod = std::chrono::milliseconds(500);
}

bool RunView::unfinished() const
{
    using run::State;
    return status.state == State::Queued || status.state == State::Running ||
           status.state == State::Finishing;
}

/// What the window's thread and the following one both hold, the fields under the mutex.
struct RunWatch::Shared {
    explicit Shared(RunWatch* owner) : mailbox(owner), watch(owner) {}

    Mailbox mailbox;
    RunWatch* watch; ///< for what is posted there alone
    std::stop_source stop;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::filesystem::path study;
    quint64 generation = 0;
    bool hurry = false;

    void work();
};

RunWatch::RunWatch(QObject* parent)
    : QObject(parent), m_views(std::make_shared<RunViews>()),
      m_shared(std::make_shared<Shared>(this))
{
    // Without a thread nothing is followed: the system is at its end, and says so elsewhere.
    static_cast<void>(startThread([shared = m_shared] { shared->work(); }));
}

RunWatch::~RunWatch()
{
    m_shared->mailbox.close();
    m_shared->stop.request_stop();
}

void RunWatch::follow(const std::filesystem::path& study)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->study = study;
        ++m_shared->generation;
        m_shared->hurry = true;
    }
    m_views = std::make_shared<RunViews>();
    m_working = false;
    m_ready = study.empty();
    m_shared->wake.notify_all();
    Q_EMIT changed();
}

void RunWatch::hurry()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->hurry = true;
    }
    m_shared->wake.notify_all();
}

void RunWatch::Shared::work()
{
    RunFollower follower;
    quint64 seen = 0;
    bool wasWorking = false;
    const std::stop_token stopped = stop.get_token();
    while (!stopped.stop_requested()) {
        std::filesystem::path folder;
        quint64 now = 0;
        {
            std::unique_lock lock(mutex);
            wake.wait_for(lock, stopped, kPeriod, [this] { return hurry; });
            hurry = false;
            folder = study;
            now = generation;
        }
        if (stopped.stop_requested() || folder.empty())
            continue;
        const bool other = now != seen;
        if (other)
            follower = {};
        seen = now;
        const bool changed = follower.look(folder);
        const bool working = rekindle::study::queueIsWorked(folder);
        if (!changed && !other && working == wasWorking)
            continue;
        wasWorking = working;
        auto views = std::make_shared<const RunViews>(follower.views());
        mailbox.post([watch = watch, now, views = std::move(views), working] {
            watch->publish(now, views, working);
        });
    }
}

void RunWatch::publish(quint64 generation, std::shared_ptr<const RunViews> views, bool working)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        if (generation != m_shared->generation)
            return;
    }
    m_views = std::move(views);
    m_working = working;
    m_ready = true;
    Q_EMIT changed();
}

} // namespace rekindle::bridge

#include "widgets/bridge/run_watch.h"

#include "core/study/run_queue.h"
#include "widgets/bridge/run_follower.h"

#include <chrono>

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

RunWatch::RunWatch(QObject* parent)
    : QObject(parent), m_views(std::make_shared<RunViews>()),
      m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

RunWatch::~RunWatch()
{
    m_thread.request_stop();
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void RunWatch::follow(const std::filesystem::path& study)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_study = study;
        ++m_generation;
        m_hurry = true;
    }
    m_views = std::make_shared<RunViews>();
    m_working = false;
    m_ready = study.empty();
    m_wake.notify_all();
    Q_EMIT changed();
}

void RunWatch::hurry()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_hurry = true;
    }
    m_wake.notify_all();
}

void RunWatch::work(const std::stop_token& stop)
{
    RunFollower follower;
    quint64 seen = 0;
    bool wasWorking = false;
    while (!stop.stop_requested()) {
        std::filesystem::path study;
        quint64 generation = 0;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, stop, kPeriod, [this] { return m_hurry; });
            m_hurry = false;
            study = m_study;
            generation = m_generation;
        }
        if (stop.stop_requested() || study.empty())
            continue;
        const bool other = generation != seen;
        if (other)
            follower = {};
        seen = generation;
        const bool changed = follower.look(study);
        const bool working = study::queueIsWorked(study);
        if (!changed && !other && working == wasWorking)
            continue;
        wasWorking = working;
        auto views = std::make_shared<const RunViews>(follower.views());
        QMetaObject::invokeMethod(
            this,
            [this, generation, views = std::move(views), working] {
                publish(generation, views, working);
            },
            Qt::QueuedConnection);
    }
}

void RunWatch::publish(quint64 generation, std::shared_ptr<const RunViews> views, bool working)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (generation != m_generation)
            return;
    }
    m_views = std::move(views);
    m_working = working;
    m_ready = true;
    Q_EMIT changed();
}

} // namespace rekindle::bridge

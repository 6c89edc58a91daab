#pragma once

#include <rekindle/run/run_folder.h>

#include <atomic>
#include <mutex>

namespace rekindle::run {

/// How a piece of work ended when nothing failed.
enum class Outcome { Done, Paused, Cancelled };

/// What the trainer's thread and the control thread share. The trainer asks `request()` once per
/// step and tells `report()`; the control thread does the rest. Safe from both threads.
class RunControl
{
public:
    /// Once per step, by the trainer.
    [[nodiscard]] Request request() const { return m_request.load(std::memory_order_relaxed); }
    /// By the control thread. A Cancel is never weakened to a Pause.
    void ask(Request request);

    /// By the trainer: the counters of Status (epoch, step, rate, ...); state is not its business.
    void report(const Status& progress);
    [[nodiscard]] Status progress() const;

private:
    std::atomic<Request> m_request{Request::None};
    mutable std::mutex m_mutex;
    Status m_progress;
};

/// Rate and time left from this sitting's own steps: median of the last 200 step times; nothing
/// before 5 steps and 2 s.
class Pace
{
public:
    /// Called after each step with the images it took.
    void step(std::int64_t images);
    [[nodiscard]] double imagesPerSecond() const;
    [[nodiscard]] double secondsLeft(std::int64_t stepsLeft) const;

private:
    double m_last = -1;
    double m_started = -1;
    std::int64_t m_images = 0;
    std::vector<double> m_times;
    std::size_t m_next = 0;
};

} // namespace rekindle::run

#pragma once

#include "core/run/run_folder.h"

#include <atomic>
#include <mutex>
#include <stop_token>
#include <vector>

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
    /// Asked to stop as soon as the work is to pause or to be cancelled: whoever waits (for images
    /// on a drive that hangs) waits with it.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    /// By the control thread. The latest request counts, but nothing weakens a Cancel.
    void ask(Request request);

    /// By the trainer: the counters of Status (epoch, step, rate, ...); state and warnings are not
    /// its business.
    void report(const Status& progress);
    /// Something that whoever reads the outcome must know: goes into the run's status and, when it
    /// is new, into its log (by the control thread). From any thread.
    void warn(Warning warning);
    /// The same for what is so and not what happened: a resumed run that finds it again does not
    /// count it twice.
    void note(const Warnings& findings);
    /// What was reported last, with all warnings.
    [[nodiscard]] Status progress() const;
    [[nodiscard]] Warnings warnings() const;
    /// What earlier sittings warned of, in place of all that is known: by the control thread as the
    /// status has it, then by the work, which knows what of it still stands after a kill. Before
    /// the work warns of anything.
    void recall(const Warnings& earlier);

private:
    std::atomic<Request> m_request{Request::None};
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    Status m_progress;
    Warnings m_warnings;
};

/// Rate and time left from this sitting's own steps: median of the last 200 step times; nothing
/// before 5 steps and 2 s. For the trainer's thread alone.
class Pace
{
public:
    /// Called after each step with the images it took. The first call starts the clock.
    void step(std::int64_t images);
    /// The same at a given time in seconds of a clock that never goes back.
    void stepAt(double seconds, std::int64_t images);
    /// 0 = not known yet.
    [[nodiscard]] double imagesPerSecond() const;
    /// -1 = not known yet.
    [[nodiscard]] double secondsLeft(std::int64_t stepsLeft) const;

private:
    [[nodiscard]] double median() const; ///< seconds a step; 0 = not known yet

    double m_first = -1, m_last = -1; ///< times of the first and the latest call
    std::vector<double> m_times;      ///< the latest step times, a ring
    std::vector<std::int64_t> m_images;
    std::size_t m_next = 0;
};

} // namespace rekindle::run

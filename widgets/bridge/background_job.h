#pragma once

#include "core/base/guard.h"
#include "core/base/result.h"
#include "core/job/stop.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>

namespace rekindle::bridge {

/// One piece of short work on a thread of its own, seen from the GUI thread: progress at most 20
/// times a second, then exactly one call of `done`. Destroying the object asks the work to stop and
/// waits for it; nothing is delivered afterwards, so a late result cannot reach a dead widget.
/// All functions belong to the thread the object lives in.
class BackgroundJob : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundJob(QObject* parent = nullptr);
    ~BackgroundJob() override;

    [[nodiscard]] bool running() const { return m_running; }
    /// Asks the work to stop; `done` still comes, with what the work returns then.
    void cancel();

    /// Starts `work` (on its thread) and hands its result to `done` (on this thread). Only while
    /// nothing is running. What throws becomes an Error.
    template <class T>
    void run(std::function<Result<T>(const job::Watch&)> work, std::function<void(Result<T>)> done)
    {
        auto slot = std::make_shared<std::optional<Result<T>>>();
        start(
            [slot, work = std::move(work)](const job::Watch& watch) {
                slot->emplace(guard({}, [&] { return work(watch); }));
            },
            [slot, done = std::move(done)] { done(std::move(**slot)); });
    }

Q_SIGNALS:
    void started();
    void progressed(quint64 done, quint64 total, const QString& what);
    void ended();

private:
    void start(std::function<void(const job::Watch&)> work, std::function<void()> done);
    void finish();
    void poll();

    // This thread only.
    bool m_running = false;
    std::function<void()> m_done;
    QTimer m_timer;
    // Both threads.
    std::atomic<quint64> m_count{0}, m_total{0};
    std::atomic<const char*> m_what{nullptr}; ///< stage names are literals
    // Last: joined before anything above is destroyed.
    std::jthread m_thread;
};

} // namespace rekindle::bridge

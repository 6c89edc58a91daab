#pragma once

// Inside the bridge: a page takes a StudyJob, which knows the study it works for.

#include "core/base/guard.h"
#include "core/base/result.h"
#include "core/job/stop.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace rekindle::bridge {

/// One piece of work on a thread of its own, seen from the window's thread: progress at most 20
/// times a second, then exactly one call of `done`. Destroying the object asks the work to stop and
/// waits for nothing: the work shares no state with the object but a mailbox, which is closed then,
/// so that a late result reaches nobody. All functions belong to the thread the object lives in.
class BackgroundJob : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundJob(QObject* parent = nullptr);
    ~BackgroundJob() override;

    [[nodiscard]] bool running() const { return m_shared != nullptr; }
    /// Asks the work to stop; `done` still comes, with what the work returns then.
    void cancel();

    /// Starts `work` (on its thread) and hands its result to `done` (on this thread). Only while
    /// nothing is running. What throws becomes an Error. `work` owns or shares all it touches.
    template <class T>
    void run(std::function<Result<T>(const job::Watch&)> work, std::function<void(Result<T>)> done)
    {
        auto slot = std::make_shared<std::optional<Result<T>>>();
        start(
            [slot, work = std::move(work)](const job::Watch& watch) {
                slot->emplace(guard({}, [&] { return work(watch); }));
            },
            [slot, done = std::move(done)](const std::optional<Error>& notStarted) {
                done(notStarted ? Result<T>(fail(*notStarted)) : std::move(**slot));
            });
    }

Q_SIGNALS:
    void progressed(quint64 done, quint64 total, const QString& what);
    void ended();

private:
    struct Shared;
    using Done = std::function<void(const std::optional<Error>& notStarted)>;
    void start(std::function<void(const job::Watch&)> work, Done done);
    void finish(const std::optional<Error>& notStarted);
    void poll();

    Done m_done;
    QTimer m_timer;
    std::shared_ptr<Shared> m_shared; ///< with the thread; null while nothing runs
};

} // namespace rekindle::bridge

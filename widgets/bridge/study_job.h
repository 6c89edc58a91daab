#pragma once

#include "widgets/bridge/study_session.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace rekindle::bridge {

class BackgroundJob;

/// Long work of a page for the study that is open when it starts, beside the session's own short
/// work. The result goes to that study and to no other: `write` is done on its files even when
/// another study has been opened meanwhile (StudySession::endedElsewhere tells of it then), and
/// `shown` is called only while it is still open. A page is idle again as soon as another study is
/// opened.
class StudyJob : public QObject
{
    Q_OBJECT

public:
    explicit StudyJob(StudySession& session, QObject* parent = nullptr);
    ~StudyJob() override;

    template <class T>
    using Work = std::function<Result<T>(const job::Watch&)>;

    /// Something runs for the study that is open now.
    [[nodiscard]] bool running() const { return m_now != nullptr; }
    void cancel();

    /// Looks something up. Another study being opened stops it and drops the result: nothing is
    /// lost by that. Only while a study is open and nothing runs.
    template <class T>
    void look(Work<T> work, std::function<void(Result<T>)> shown)
    {
        auto slot = std::make_shared<std::optional<T>>();
        begin(fill(slot, std::move(work)), {},
              [slot, shown = std::move(shown)](const Result<void>& outcome) {
                  shown(outcome ? Result<T>(std::move(**slot)) : Result<T>(fail(outcome.error())));
              });
    }

    /// Makes something that belongs in the study. `write` puts it there; it gets the study as it
    /// stands on the disk by then. Only while a study is open and nothing runs.
    template <class T>
    void make(Work<T> work, std::function<Result<void>(study::Study&, const T&)> write,
              StudySession::Done shown) // NOLINT(performance-unnecessary-value-param): it is moved
    {
        auto slot = std::make_shared<std::optional<T>>();
        begin(
            fill(slot, std::move(work)),
            [slot, write = std::move(write)](study::Study& study, const job::Watch&) {
                return write(study, **slot);
            },
            std::move(shown));
    }

Q_SIGNALS:
    void started();
    void progressed(quint64 done, quint64 total, const QString& what);
    void ended(); ///< for the study that is open; `shown` or the writing follows

private:
    template <class T>
    static Work<void> fill(std::shared_ptr<std::optional<T>> slot, Work<T> work)
    {
        return [slot = std::move(slot), work = std::move(work)](const job::Watch& watch) {
            Result<T> result = work(watch);
            if (!result)
                return Result<void>(fail(result.error()));
            slot->emplace(*std::move(result));
            return Result<void>();
        };
    }
    void begin(Work<void> work, StudySession::Work write, StudySession::Done shown);
    void finish(BackgroundJob* job, const StudyToken& token, const Result<void>& outcome,
                const StudySession::Work& write, const StudySession::Done& shown);
    void leaveStudy();

    StudySession& m_session;
    BackgroundJob* m_now = nullptr; ///< of the open study; older ones end on their own
    bool m_writes = false;          ///< m_now makes something
};

} // namespace rekindle::bridge

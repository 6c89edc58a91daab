#pragma once

#include "core/run/run_folder.h"
#include "widgets/bridge/study_session.h"

#include <QObject>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace rekindle::bridge {

/// What the window asks of runs of the open study. Requests are left in the run folders, from a
/// background thread and in order; whoever works on a run answers.
class RunActions : public QObject
{
    Q_OBJECT

public:
    using Folders = std::vector<std::filesystem::path>;

    explicit RunActions(StudySession& session, QObject* parent = nullptr);
    ~RunActions() override;

    void ask(const Folders& runs, run::Request request);
    /// Puts paused, failed and cancelled runs back in the queue and starts working it off.
    void resume(const Folders& runs);

Q_SIGNALS:
    void done();
    /// Only while the study that was asked for is open; else StudySession::endedElsewhere.
    void failed(const rekindle::Error& error);

private:
    struct Wish {
        StudyToken token;
        std::function<Result<void>(const job::Watch&)> work;
    };
    void enqueue(std::function<Result<void>(const job::Watch&)> work);
    void next();

    StudySession& m_session;
    std::deque<Wish> m_queue;
    std::unique_ptr<BackgroundJob> m_job;
};

} // namespace rekindle::bridge

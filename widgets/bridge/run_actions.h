#pragma once

#include "core/run/run_folder.h"
#include "widgets/bridge/background_job.h"

#include <QObject>

#include <deque>
#include <filesystem>
#include <functional>
#include <vector>

namespace rekindle::bridge {

/// What the window asks of runs. Requests are left in the run folders, from a background thread and
/// in order; whoever works on a run answers.
class RunActions : public QObject
{
    Q_OBJECT

public:
    using Folders = std::vector<std::filesystem::path>;

    explicit RunActions(QObject* parent = nullptr);

    void ask(const Folders& runs, run::Request request);
    /// Puts paused, failed and cancelled runs back in the queue and starts working it off.
    void resume(const std::filesystem::path& study, const Folders& runs);
    /// Starts working the queue off, detached from this program.
    void startQueue(const std::filesystem::path& study);

Q_SIGNALS:
    void done();
    void failed(const rekindle::Error& error);

private:
    void enqueue(std::function<Result<void>(const job::Watch&)> work);
    void next();

    std::deque<std::function<Result<void>(const job::Watch&)>> m_queue;
    BackgroundJob m_job;
};

} // namespace rekindle::bridge

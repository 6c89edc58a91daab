#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <filesystem>
#include <functional>

namespace rekindle::bridge {

/// The command line that works for the window: $REKINDLE_CLI, else `rekindle-cli` beside this
/// program.
[[nodiscard]] std::filesystem::path workerProgram();

/// One call of the command line that answers with a JSON object on standard output. A worker that
/// ends without an answer is an Error of kind WorkerDied with what it said last.
class WorkerProcess : public QObject
{
    Q_OBJECT

public:
    explicit WorkerProcess(QObject* parent = nullptr);
    ~WorkerProcess() override;

    [[nodiscard]] bool running() const { return m_process.state() != QProcess::NotRunning; }
    /// `done` is called once, on this thread. Only while nothing is running.
    void run(const QStringList& arguments, std::function<void(Result<Json>)> done);
    void cancel();

Q_SIGNALS:
    void started();
    void said(const QString& line); ///< standard error, for a progress line
    void ended();

private:
    void finish();
    void startFailed(QProcess::ProcessError error);
    [[nodiscard]] Result<Json> answer();

    QProcess m_process;
    QByteArray m_errors;
    std::function<void(Result<Json>)> m_done;
    bool m_cancelled = false;
};

} // namespace rekindle::bridge

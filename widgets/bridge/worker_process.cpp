#include "widgets/bridge/worker_process.h"

#include "core/base/check.h"
#include "core/job/child_process.h"
#include "widgets/bridge/qt_text.h"

#include <cstdlib>

namespace rekindle::bridge {
namespace {

constexpr qsizetype kKeptErrors = 8192;
constexpr int kPatienceMs = 2000;

/// The error object that the command line prints under --json, if there is one.
std::optional<Error> errorOf(const Json& json)
{
    if (!json.is_object() || !json.contains("error") || !json["error"].is_object())
        return std::nullopt;
    FieldReader fields(json["error"], "worker");
    Error error;
    const std::string kind = fields.text("kind", "internal");
    for (int value = 0; value <= static_cast<int>(ErrorKind::Internal); ++value) {
        if (kindName(static_cast<ErrorKind>(value)) == kind)
            error.kind = static_cast<ErrorKind>(value);
    }
    error.message = fields.text("message", "");
    error.subject = fields.text("subject", "");
    error.hint = fields.text("hint", "");
    return error;
}

} // namespace

std::filesystem::path workerProgram()
{
    if (const char* chosen = std::getenv("REKINDLE_CLI"); chosen != nullptr && *chosen != '\0')
        return chosen;
    return job::programFolder() / "rekindle-cli";
}

WorkerProcess::WorkerProcess(QObject* parent) : QObject(parent)
{
    connect(&m_process, &QProcess::finished, this, &WorkerProcess::finish);
    connect(&m_process, &QProcess::errorOccurred, this, &WorkerProcess::startFailed);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray text = m_process.readAllStandardError();
        m_errors = (m_errors + text).right(kKeptErrors);
        const QList<QByteArray> lines = text.trimmed().split('\n');
        Q_EMIT said(QString::fromUtf8(lines.back()));
    });
}

WorkerProcess::~WorkerProcess()
{
    m_process.disconnect(this);
    if (running()) {
        m_process.terminate();
        if (!m_process.waitForFinished(kPatienceMs))
            m_process.kill();
    }
}

void WorkerProcess::run(const QStringList& arguments, std::function<void(Result<Json>)> done)
{
    RK_ASSERT(!running());
    m_done = std::move(done);
    m_errors.clear();
    m_cancelled = false;
    m_process.start(qtPath(workerProgram()), arguments);
    Q_EMIT started();
}

void WorkerProcess::cancel()
{
    m_cancelled = true;
    m_process.terminate();
}

void WorkerProcess::startFailed(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    const auto done = std::exchange(m_done, nullptr);
    Q_EMIT ended();
    if (done)
        done(fail(ErrorKind::NotFound, "The program that does the work could not be started",
                  workerProgram().string(),
                  "Install rekindle-cli beside this program, or set REKINDLE_CLI to it."));
}

Result<Json> WorkerProcess::answer()
{
    const QByteArray output = m_process.readAllStandardOutput();
    if (m_cancelled)
        return fail(ErrorKind::Cancelled, "The work was stopped");
    auto json = parseJson(std::string_view(output.constData(), static_cast<size_t>(output.size())),
                          "rekindle-cli");
    if (json) {
        if (const auto error = errorOf(*json))
            return fail(*error);
    }
    const bool whole = m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    if (json && whole)
        return json;
    const QByteArray last = m_errors.trimmed().split('\n').back();
    const std::string why = last.isEmpty() ? "it said nothing" : last.toStdString();
    return fail(ErrorKind::WorkerDied, "The worker ended without an answer", why,
                "Try again; if it happens again, start the same command in a terminal.");
}

void WorkerProcess::finish()
{
    m_errors = (m_errors + m_process.readAllStandardError()).right(kKeptErrors);
    const auto done = std::exchange(m_done, nullptr);
    auto result = answer();
    Q_EMIT ended();
    if (done)
        done(std::move(result));
}

} // namespace rekindle::bridge

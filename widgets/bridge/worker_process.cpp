#include "widgets/bridge/worker_process.h"

#include "core/base/error_json.h"
#include "core/job/child_process.h"
#include "widgets/bridge/qt_text.h"

#include <QProcess>
#include <QRegularExpression>

#include <cstdlib>
#include <optional>

namespace rekindle::bridge {
namespace {

constexpr qsizetype kKeptErrors = 8192;
constexpr int kLookMs = 50;
constexpr int kPatienceMs = 1000;

Result<Json> answerOf(QProcess& process, const QByteArray& errors)
{
    const QByteArray output = process.readAllStandardOutput();
    auto json = parseJson(std::string_view(output.constData(), static_cast<size_t>(output.size())),
                          "rekindle-cli");
    if (json && json->is_object() && json->contains("error")) {
        RK_TRY(const auto error, errorFromJson((*json)["error"], "rekindle-cli"));
        if (error)
            return fail(*error);
    }
    const bool whole = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (json && whole)
        return json;
    const QByteArray last = errors.trimmed().split('\n').back();
    const std::string why = last.isEmpty() ? "it said nothing" : last.toStdString();
    return fail(ErrorKind::WorkerDied, "The worker ended without an answer", why,
                "Try again; if it happens again, start the same command in a terminal.");
}

/// "proof  12 of 64  18 %": what the command line says while it works.
std::optional<job::Progress> progressOf(const QByteArray& line)
{
    static const QRegularExpression kPlaces(QStringLiteral("  ([\\d,]+) of ([\\d,]+)"));
    const auto match = kPlaces.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).remove(u',').toULongLong(); };
    return job::Progress{number(1), number(2), "working"};
}

void stop(QProcess& process)
{
    process.terminate();
    if (process.waitForFinished(kPatienceMs))
        return;
    process.kill();
    process.waitForFinished(kPatienceMs);
}

} // namespace

std::filesystem::path workerProgram()
{
    if (const char* chosen = std::getenv("REKINDLE_CLI"); chosen != nullptr && *chosen != '\0')
        return chosen;
    return job::programFolder() / "rekindle-cli";
}

Result<Json> runWorker(const QStringList& arguments, const job::Watch& watch)
{
    QProcess process;
    process.start(qtPath(workerProgram()), arguments);
    if (!process.waitForStarted())
        return fail(ErrorKind::NotFound, "The program that does the work could not be started",
                    workerProgram().string(),
                    "Install rekindle-cli beside this program, or set REKINDLE_CLI to it.");
    QByteArray errors;
    while (process.state() != QProcess::NotRunning) {
        if (watch.stopping()) {
            stop(process);
            return fail(ErrorKind::Cancelled, "The work was stopped");
        }
        process.waitForFinished(kLookMs);
        errors = (errors + process.readAllStandardError()).right(kKeptErrors);
        const QByteArray last = errors.trimmed().split('\n').back();
        if (const auto progress = progressOf(last); progress && watch.progress)
            watch.progress(*progress);
    }
    return answerOf(process, errors);
}

} // namespace rekindle::bridge

#include "app/cli/queue_work.h"

#include "app/cli/progress_line.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/run/loss_check.h"
#include "core/run/worker.h"
#include "core/study/names.h"
#include "core/study/run_queue.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

/// "pair-1-p1x/scores/finetune-10", "weights/start/scores/finetune-10".
std::string shortName(const fs::path& run, const fs::path& study)
{
    const std::string name = run.lexically_proximate(study).string();
    return name.starts_with("runs/") ? name.substr(5) : name;
}

/// Shows the first run that is being worked on, twice a second, while the queue waits for its
/// workers.
class QueueWatch
{
public:
    QueueWatch(fs::path study, ProgressLine& line)
        : m_study(std::move(study)), m_line(line),
          m_thread([this](const std::stop_token& stop) { watch(stop); })
    {
    }

private:
    void watch(const std::stop_token& stop)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any waiting;
        while (!waiting.wait_for(lock, stop, std::chrono::milliseconds(500),
                                 [&] { return stop.stop_requested(); }))
            look();
    }
    void look()
    {
        const auto study = study::openStudy(m_study);
        if (!study)
            return;
        std::string name;
        std::optional<run::Status> first;
        int others = 0;
        for (const fs::path& path : study::runFolders(*study)) {
            const auto folder = run::RunFolder::open(path);
            if (!folder || !folder->isLocked())
                continue;
            const auto status = folder->status();
            if (!status)
                continue;
            if (first) {
                ++others;
                continue;
            }
            name = shortName(path, m_study);
            first = *status;
        }
        if (first)
            m_line.show(others > 0 ? name + " (and " + std::to_string(others) + " more)" : name,
                        *first);
    }

    fs::path m_study;
    ProgressLine& m_line;
    std::jthread m_thread; // last: it uses the others
};

std::string stateText(const run::Status& status)
{
    return status.interrupted ? "interrupted" : std::string(run::stateName(status.state));
}

} // namespace

Result<Exit> workStudy(const fs::path& study, Output& output)
{
    std::error_code code;
    const fs::path program = fs::read_symlink("/proc/self/exe", code);
    std::optional<Error> failed;
    Result<study::QueueOutcome> worked;
    {
        ProgressLine progress(output.quiet() ? ProgressLine::Show::No : ProgressLine::Show::Yes);
        const QueueWatch watch(study, progress);
        const auto listen = [&](const fs::path& run, const run::Status& status) {
            progress.clear();
            output.line("  " + shortName(run, study) + ": " + stateText(status));
            if (status.state == run::State::Failed && status.error && !failed)
                failed = status.error;
        };
        worked = study::workQueue(study, program, listen, run::interruptSignal);
    }
    if (!worked)
        return fail(worked.error());
    output.warn(worked->warnings);
    if (failed)
        return fail(*failed);
    if (run::interrupts() == 0)
        return kDone;
    std::fputs(("rekindle-cli: The queue was stopped: " + study.string() +
                ". rekindle-cli study run goes on with it.\n")
                   .c_str(),
               stderr);
    return kStopped;
}

Json runsJson(const study::Study& study)
{
    Json runs = Json::array();
    for (const fs::path& path : study::runFolders(study)) {
        Json entry{{"run", pathToJson(path.lexically_proximate(study.folder))}};
        if (const std::string name = study::givenNameOf(study, path); !name.empty())
            entry["name"] = name;
        const auto folder = run::RunFolder::open(path);
        const auto status = folder ? folder->status() : Result<run::Status>(run::Status{});
        if (!folder || !status) {
            const Error& error = folder ? status.error() : folder.error();
            entry["state"] = "damaged";
            entry["message"] = describe(error);
        } else {
            addKeys(entry, run::toJson(*status));
            entry["interrupted"] = status->interrupted;
        }
        runs.push_back(std::move(entry));
    }
    return runs;
}

void showRuns(const study::Study& study, Output& output)
{
    std::vector<std::vector<std::string>> rows{{"run", "state", "pass", "left"}};
    if (!study.names.empty())
        rows.front().push_back("name");
    const auto add = [&](const fs::path& path, std::vector<std::string> row) {
        if (!study.names.empty())
            row.push_back(study::givenNameOf(study, path));
        rows.push_back(std::move(row));
    };
    for (const fs::path& path : study::runFolders(study)) {
        const std::string name = path.lexically_proximate(study.folder).string();
        const auto folder = run::RunFolder::open(path);
        const auto status = folder ? folder->status() : Result<run::Status>(run::Status{});
        if (!folder || !status) {
            add(path, {name, "damaged", "", ""});
            continue;
        }
        add(path,
            {name, stateText(*status),
             std::to_string(status->epoch) + "/" + std::to_string(status->epochs),
             status->etaSeconds > 0 && !status->interrupted ? text::duration(status->etaSeconds)
                                                            : ""});
    }
    if (rows.size() == 1)
        output.line("No runs yet.");
    else
        output.table(rows);
}

void warnOfRuns(const study::Study& study, Output& output)
{
    for (const fs::path& path : study::runFolders(study)) {
        const auto folder = run::RunFolder::open(path);
        const auto status = folder ? folder->status() : Result<run::Status>(run::Status{});
        if (!status)
            continue;
        const std::string name = path.lexically_proximate(study.folder).string();
        for (Warning warning : status->warnings.items()) {
            warning.subject = name + (warning.subject.empty() ? "" : ", " + warning.subject);
            output.warn(warning);
        }
        output.warn(run::lossWarnings(*folder));
    }
}

} // namespace rekindle::cli

#include "app/cli/run_work.h"

#include "app/cli/progress_line.h"
#include "app/cli/reading_options.h"
#include "app/cli/setting_values.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/dataset/scan_record.h"
#include "core/engine/engine.h"
#include "core/memory/memory_record.h"
#include "core/run/loss_check.h"
#include "core/run/supervisor.h"
#include "core/run/worker.h"
#include "core/scores/position.h"
#include "core/storage/staged_folder.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <stop_token>
#include <thread>
#include <unistd.h>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

ProgressLine::Show showProgress(const Output& output)
{
    return output.quiet() ? ProgressLine::Show::No : ProgressLine::Show::Yes;
}

/// A worker that was killed a moment ago may still hold the lock.
Result<void> waitUntilFree(const run::RunFolder& folder)
{
    constexpr int kTries = 8;
    for (int i = 0; folder.isLocked() && i < kTries; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    RK_CHECK(folder.lock());
    return {};
}

Result<run::Status> supervise(const run::RunFolder& folder, const Output& output)
{
    RK_CHECK(waitUntilFree(folder));
    std::error_code code;
    const fs::path program = fs::read_symlink("/proc/self/exe", code);
    std::vector<std::string> words{program.string(), "work", folder.path().string(), "--supervisor",
                                   std::to_string(::getpid())};
    if (output.quiet())
        words.emplace_back("--quiet");
    RK_TRY(const job::ChildExit end,
           job::runChild(words, run::interruptSignal, run::supervision()));
    if (const auto said = run::saidBy(end))
        return fail(*said);
    return run::settle(folder, end);
}

void showScore(const Json& result, Output& output)
{
    std::vector<std::vector<std::string>> rows{{"pass", "accuracy", "sd", "repeats"}};
    for (const Json& point : result.value("points", Json::array())) {
        const auto percent = [&](const char* key) {
            return point.contains(key) && point[key].is_number()
                       ? text::fixed(100 * point[key].get<double>(), 1) + " %"
                       : std::string("-");
        };
        rows.push_back({scores::positionText(point.value("epoch", 0.0)), percent("mean"),
                        point.value("repeats", Json::array()).size() > 1 ? percent("sd") : "-",
                        std::to_string(point.value("repeats", Json::array()).size())});
    }
    output.table(rows);
}

Json runJson(const run::RunFolder& folder, const run::Status& status)
{
    Json json{{"run", pathToJson(folder.path())}};
    addKeys(json, run::toJson(status));
    std::error_code code;
    json["backbone"] =
        fs::exists(folder.backboneFile(), code) ? pathToJson(folder.backboneFile()) : Json();
    json["snapshots"] = folder.snapshotEpochs();
    json["memory"] = memory::readMemory(folder);
    return json;
}

Result<Exit> tellDone(const run::RunFolder& folder, const run::Status& status, bool scoring,
                      Output& output)
{
    if (!scoring) {
        output.line("Done: " + text::count(static_cast<std::uint64_t>(status.epoch)) +
                    " passes; the weights are in " + folder.backboneFile().string());
        output.object("rekindle.pretrain/1", runJson(folder, status));
        return kDone;
    }
    RK_TRY(Json result, readJsonFile(folder.resultFile()));
    showScore(result, output);
    output.line("Done: " + folder.resultFile().string());
    result["run"] = pathToJson(folder.path());
    output.object("rekindle.evaluate/1", result);
    return kDone;
}

Result<Exit> tellEnd(const run::RunFolder& folder, const run::Status& status, bool scoring,
                     Output& output)
{
    switch (status.state) {
    case run::State::Done:
        return tellDone(folder, status, scoring, output);
    case run::State::Failed:
        return fail(status.error ? *status.error
                                 : Error{ErrorKind::Internal, "The run failed without a reason",
                                         folder.path().string(), "See its log.txt."});
    case run::State::Paused:
    case run::State::Cancelled:
        break;
    default:
        return fail(ErrorKind::WorkerDied,
                    "The work ended and left the run as " +
                        std::string(run::stateName(status.state)),
                    folder.path().string(), "Continue it by rekindle-cli resume.");
    }
    const bool cancelled = status.state == run::State::Cancelled;
    if (!output.quiet())
        std::fputs(("rekindle-cli: The run is " + std::string(cancelled ? "cancelled" : "paused") +
                    " at step " + text::count(static_cast<std::uint64_t>(status.step)) + ": " +
                    folder.path().string() + ". rekindle-cli resume goes on from there.\n")
                       .c_str(),
                   stderr);
    output.object(scoring ? "rekindle.evaluate/1" : "rekindle.pretrain/1", runJson(folder, status));
    return kStopped;
}

/// Whether a run reads images or weights that lie in `folder`.
bool readsFrom(const run::Settings& settings, const fs::path& folder)
{
    const fs::path place = absolutePath(folder / "").parent_path();
    const auto inside = [&](const fs::path& path) {
        return !path.empty() && liesBeneath(absolutePath(path), place);
    };
    if (const auto* pretrain = std::get_if<run::PretrainSettings>(&settings))
        return inside(pretrain->images) || (pretrain->init != "random" && inside(pretrain->init));
    const auto& score = std::get<run::ScoreSettings>(settings);
    return inside(score.images) ||
           std::any_of(score.targets.begin(), score.targets.end(),
                       [&](const run::ScoreTarget& target) { return inside(target.weights); });
}

} // namespace

Result<void> watched(const Output& output,
                     const std::function<Result<void>(const job::Watch& watch)>& work)
{
    ProgressLine progress(showProgress(output));
    std::stop_source stop;
    job::Watch watch;
    watch.stop = stop.get_token();
    watch.progress = [&](const job::Progress& at) {
        progress.show(at);
        if (run::interrupts() > 0)
            stop.request_stop();
    };
    return work(watch);
}

void addImageOptions(CLI::App& verb, ImageOptions& options)
{
    verb.add_option("--labels", options.labels, "CSV with file,label[,patient][,split]");
    verb.add_option("--split-seed", options.splitSeed,
                    "Draws the test images, where the folder has no test part (0)")
        ->check(isSeed());
    verb.add_flag("--fresh", options.fresh,
                  "Read every file again, also those that are as they were at the last scan");
    addReadingOptions(verb, options.reading);
}

Result<dataset::Manifest> scanImages(const fs::path& folder, const ImageOptions& options,
                                     const Output& output)
{
    dataset::ScanOptions scan;
    scan.labelsCsv = options.labels;
    scan.splitSeed = options.splitSeed;
    scan.reading = options.reading;
    if (!options.fresh)
        scan.records = dataset::userRecords();
    if (options.threads > 0)
        scan.threads = options.threads;
    dataset::Manifest manifest;
    RK_CHECK(watched(output, [&](const job::Watch& watch) -> Result<void> {
        RK_TRY(manifest, dataset::scanFolder(folder, scan, watch));
        return {};
    }));
    return manifest;
}

bool isRunFolder(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path / "job.json", code);
}

Result<void> checkPlace(const fs::path& folder, bool force)
{
    std::error_code code;
    if (!fs::exists(folder, code) || (fs::is_directory(folder, code) && fs::is_empty(folder, code)))
        return {};
    if (!force)
        return fail(ErrorKind::Usage, "There is something at this place already", folder.string(),
                    isRunFolder(folder)
                        ? "Go on with it by rekindle-cli resume, or replace it with --force."
                        : "Choose another folder.");
    if (!isRunFolder(folder))
        return fail(ErrorKind::Usage, "This is no run folder and is not replaced", folder.string(),
                    "Choose another folder.");
    RK_TRY(const auto former, run::RunFolder::open(folder));
    if (former.isLocked())
        return fail(ErrorKind::Busy, "Another process is working on this run", folder.string(),
                    "Cancel it first, or choose another folder.");
    return {};
}

Result<run::RunFolder> makeRun(const fs::path& folder, const run::Settings& settings,
                               const dataset::Manifest& manifest, bool force)
{
    RK_CHECK(checkPlace(folder, force));
    if (readsFrom(settings, folder))
        return fail(ErrorKind::Usage, "The new run would read from the one it replaces",
                    folder.string(), "Choose another folder for it.");
    RK_TRY(auto staged,
           storage::StagedFolder::create(absolutePath(folder), force ? storage::Existing::Replace
                                                                     : storage::Existing::Refuse));
    RK_TRY(const auto made, run::RunFolder::create(staged.path(), settings));
    RK_TRY(const auto list, dataset::storeManifest(made.path() / "images", manifest));
    RK_CHECK(made.setImageList(list));
    // Held while it gives way, so that no worker begins with it.
    std::optional<storage::FileLock> held;
    if (isRunFolder(folder)) {
        RK_TRY(const auto former, run::RunFolder::open(folder));
        RK_TRY(held, former.lock());
    }
    RK_CHECK(staged.moveIn());
    return run::RunFolder::open(folder);
}

Result<run::Status> workHere(const run::RunFolder& folder, const Output& output)
{
    RK_TRY(const run::Settings settings, folder.settings());
    ProgressLine progress(showProgress(output));
    const bool scoring = std::holds_alternative<run::ScoreSettings>(settings);
    const auto work = [&](const run::RunFolder& run,
                          run::RunControl& control) -> Result<run::Outcome> {
        RK_TRY(engine::Engine * engine, engine::loadEngine());
        return scoring ? engine->evaluate(run, control) : engine->pretrain(run, control);
    };
    return run::runWorker(folder, work,
                          [&](const run::Status& status) { progress.show(folder.name(), status); });
}

Result<Exit> workRun(const run::RunFolder& folder, Output& output)
{
    RK_TRY(const run::Settings settings, folder.settings());
    const bool scoring = std::holds_alternative<run::ScoreSettings>(settings);
    RK_TRY(const run::Status status, supervise(folder, output));
    output.warn(status.warnings);
    output.warn(run::lossWarnings(folder));
    return tellEnd(folder, status, scoring, output);
}

} // namespace rekindle::cli

#include "app/cli/run_work.h"

#include "app/cli/progress_line.h"
#include "core/base/text.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/engine/engine.h"
#include "core/run/worker.h"
#include "core/scores/position.h"
#include "core/storage/sealed_folder.h"

#include <stop_token>
#include <thread>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

ProgressLine::Show showProgress(const Output& output)
{
    return output.quiet() ? ProgressLine::Show::No : ProgressLine::Show::Yes;
}

Result<run::Status> work(const run::RunFolder& folder, const run::Settings& settings,
                         const Output& output)
{
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
                        percent("sd"),
                        std::to_string(point.value("repeats", Json::array()).size())});
    }
    output.line(columns(rows).substr(0, columns(rows).size() - 1));
}

Json runJson(const run::RunFolder& folder, const run::Status& status)
{
    Json json{{"run", folder.path().string()}};
    addKeys(json, run::toJson(status));
    std::error_code code;
    json["backbone"] =
        fs::exists(folder.backboneFile(), code) ? Json(folder.backboneFile().string()) : Json();
    json["snapshots"] = folder.snapshotEpochs();
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
    result["run"] = folder.path().string();
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
    default:
        break;
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

} // namespace

Result<dataset::Manifest> scanImages(const fs::path& folder, const std::string& labels, int threads,
                                     const Output& output)
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
    dataset::ScanOptions options;
    options.labelsCsv = labels;
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    options.threads = threads > 0 ? threads : std::max(1, cores);
    return dataset::scanFolder(folder, options, watch);
}

bool isRunFolder(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path / "job.json", code);
}

Result<void> clearRunFolder(const fs::path& folder, bool force)
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
    storage::discardSealed(folder);
    return {};
}

Result<run::RunFolder> makeRun(const fs::path& folder, const run::Settings& settings,
                               const dataset::Manifest& manifest)
{
    RK_TRY(auto made, run::RunFolder::create(folder, settings));
    if (auto wrote = dataset::writeManifest(made.imagesFile(), manifest); !wrote) {
        storage::discardSealed(made.path());
        return fail(std::move(wrote).error());
    }
    return made;
}

Result<Exit> workRun(const run::RunFolder& folder, Output& output)
{
    RK_TRY(const run::Settings settings, folder.settings());
    const bool scoring = std::holds_alternative<run::ScoreSettings>(settings);
    RK_TRY(const run::Status status, work(folder, settings, output));
    output.warn(status.warnings);
    return tellEnd(folder, status, scoring, output);
}

} // namespace rekindle::cli

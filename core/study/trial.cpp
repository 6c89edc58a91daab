#include "core/study/trial.h"

#include "core/dataset/manifest_file.h"
#include "core/job/child_process.h"
#include "core/run/metrics_journal.h"
#include "core/run/run_folder.h"
#include "core/run/supervisor.h"
#include "core/study/pair_settings.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <set>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewestSteps = 2;
constexpr double kLongEnough = 3; ///< seconds
/// Of the saves two stand, and one more is written before the older goes.
constexpr std::uint64_t kSaves = 2;

/// A new folder for temporary files, gone with this object.
class ScratchFolder
{
public:
    [[nodiscard]] static Result<ScratchFolder> make()
    {
        std::error_code code;
        const fs::path base = fs::temp_directory_path(code);
        std::string name = ((code ? fs::path("/tmp") : base) / "rekindle-trial-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            return fail(ErrorKind::Io, "No folder for temporary files can be made",
                        fs::path(name).parent_path().string(),
                        "Set TMPDIR to a folder that can be written to.");
        return ScratchFolder(name);
    }
    ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    ScratchFolder& operator=(ScratchFolder&&) = delete;
    ~ScratchFolder()
    {
        std::error_code code;
        if (!m_path.empty())
            fs::remove_all(m_path, code);
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    explicit ScratchFolder(fs::path path) : m_path(std::move(path)) {}
    fs::path m_path;
};

/// Seconds since the run's start after each of its steps.
Result<std::vector<double>> stepTimes(const run::RunFolder& folder)
{
    RK_TRY(const auto journal, run::readJournal(folder.metricsFile()));
    std::vector<double> times;
    for (const Json& line : journal.lines) {
        if (line.contains("loss") && line.contains("seconds") && line["seconds"].is_number())
            times.push_back(line["seconds"].get<double>());
    }
    return times;
}

/// Median of the steps but the first, which sets everything up, where there are others.
double perStep(const std::vector<double>& times)
{
    std::vector<double> each;
    for (std::size_t i = 1; i < times.size(); ++i)
        each.push_back(times[i] - times[i - 1]);
    if (each.empty())
        return times.empty() ? 0 : times.front();
    const auto middle = each.begin() + static_cast<std::ptrdiff_t>(each.size() / 2);
    std::nth_element(each.begin(), middle, each.end());
    return *middle;
}

std::uint64_t bytesIn(const fs::path& folder)
{
    std::uint64_t sum = 0;
    std::error_code code;
    for (const auto& entry : fs::recursive_directory_iterator(folder, code)) {
        if (entry.is_regular_file(code))
            sum += entry.file_size(code);
    }
    return sum;
}

/// The start, each pass that is kept, the last one, and the backbone.
std::uint64_t weightFiles(const run::PretrainSettings& settings)
{
    std::set<std::int64_t> passes(settings.snapshots.begin(), settings.snapshots.end());
    passes.insert({0, settings.epochs});
    return passes.size() + 1;
}

/// Runs until enough steps are done, asks for a pause (which saves a whole state), and waits.
Result<job::ChildExit> runSomeSteps(const run::RunFolder& folder, const fs::path& program,
                                    const job::Watch& watch)
{
    RK_TRY(job::Child child,
           job::Child::start({program.string(), "work", folder.path().string(), "--supervisor",
                              std::to_string(::getpid()), "--quiet"},
                             run::supervision()));
    for (bool asked = false;;) {
        RK_TRY(const auto end, child.poll());
        if (end)
            return *end;
        if (!asked) {
            const auto times = stepTimes(folder);
            const std::size_t done = times ? times->size() : 0;
            watch.report(std::min(done, kFewestSteps), kFewestSteps, "trying two steps");
            asked = watch.stopping() ||
                    (done >= kFewestSteps && times->back() - times->front() >= kLongEnough);
            if (asked)
                child.pass(SIGTERM);
        }
        std::this_thread::sleep_for(job::kChildTick);
    }
}

/// Why the run did not get so far as to be measured.
Result<void> checkEnded(const run::Status& status, const job::ChildExit& end)
{
    if (status.state == run::State::Failed && status.error)
        return fail(*status.error);
    if (const auto said = run::saidBy(end))
        return fail(*said);
    return {};
}

} // namespace

Json toJson(const Trial& trial)
{
    return {{"steps_tried", trial.tried},
            {"steps", trial.steps},
            {"seconds_per_step", trial.secondsPerStep},
            {"seconds", trial.seconds},
            {"memory", trial.memory},
            {"disk", trial.disk},
            {"disk_left", trial.diskLeft},
            {"device", trial.device}};
}

Result<Trial> tryRun(const run::PretrainSettings& settings, const dataset::Manifest& manifest,
                     const fs::path& program, const job::Watch& watch)
{
    RK_TRY(const ScratchFolder scratch, ScratchFolder::make());
    RK_TRY(const auto list, dataset::storeManifest(scratch.path() / "images", manifest));
    RK_TRY(const auto folder, run::RunFolder::create(scratch.path() / "run", settings, {}, list));
    RK_TRY(const job::ChildExit end, runSomeSteps(folder, program, watch));
    if (watch.stopping())
        return fail(ErrorKind::Cancelled, "Stopped on request");
    RK_TRY(const run::Status status, run::settle(folder, end));
    RK_CHECK(checkEnded(status, end));
    RK_TRY(const auto times, stepTimes(folder));
    if (times.empty())
        return fail(ErrorKind::WorkerDied, "The trial ended before its first step", folder.name(),
                    "See what rekindle-cli doctor says of this computer.");
    Trial trial;
    trial.tried = static_cast<std::int64_t>(times.size());
    trial.steps = status.steps;
    trial.secondsPerStep = perStep(times);
    trial.seconds = trial.secondsPerStep * static_cast<double>(status.steps);
    trial.memory = end.peakMemory;
    trial.device = status.device;
    // The save of the pause, and the start weights, are what the others will be as large as.
    std::error_code code;
    std::uint64_t save = 0;
    for (const auto& entry : fs::directory_iterator(folder.checkpointsFolder(), code))
        save = std::max(save, bytesIn(entry.path()));
    const std::uint64_t weights = fs::file_size(folder.snapshotFile(0), code);
    const std::uint64_t kept = code ? 0 : weights * weightFiles(settings);
    trial.diskLeft = kSaves * save + kept;
    trial.disk = trial.diskLeft + save;
    return trial;
}

Result<Trial> tryPair(const Study& study, const PairPlan& plan, const fs::path& program,
                      const job::Watch& watch)
{
    RK_TRY(const auto manifest, images(study));
    PairPlan named = plan;
    named.name = "trial";
    RK_TRY(const PairSettings settings, settingsOfPair(study, named, manifest));
    return tryRun(settings.p2x, manifest, program, watch);
}

} // namespace rekindle::study

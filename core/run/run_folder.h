#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/run/settings.h"
#include "core/storage/file_lock.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace rekindle::run {

enum class State { Queued, Running, Paused, Finishing, Done, Failed, Cancelled };
[[nodiscard]] std::string_view stateName(State state);

/// What somebody asks of a running worker.
enum class Request { None, Pause, Finish, Cancel };
[[nodiscard]] std::string_view requestName(Request request);

/// `status.json`: where a run stands. Written whole by its worker, at most once a second.
struct Status {
    State state = State::Queued;
    std::int64_t epoch = 0, epochs = 0; ///< passes finished, planned
    std::int64_t step = 0, steps = 0;
    std::int64_t imagesSeen = 0;
    double rate = 0;        ///< images per second in this sitting; 0 = not known yet
    double etaSeconds = -1; ///< -1 = not known yet
    std::string activity;   ///< a short word for people: "pretraining", "fine-tuning 2 of 12"
    std::string device;     ///< "cpu (2 threads)", "cuda:0 NVIDIA ..."
    Request request = Request::None; ///< asked for and not yet done
    std::optional<Error> error;
    Warnings warnings;   ///< of the whole run, all its sittings together
    std::string updated; ///< UTC
    long pid = 0;
    std::string host;
    /// Derived on reading: says Running but nobody holds its lock, or nothing came from another
    /// computer for five minutes.
    bool interrupted = false;
};

/// The object of status.json, as `--json` prints it too (`rate` and `eta_s` null = not known yet).
[[nodiscard]] Json toJson(const Status& status);
/// Kinds Damaged, Version. `interrupted` is not in the file.
[[nodiscard]] Result<Status> statusFromJson(const Json& json, const std::string& subject);

/// A run on disk; the interface between command line, window and worker. Nothing is cached: every
/// call looks at the folder, and a damaged file is an Error.
class RunFolder
{
public:
    /// Makes the folder with job.json (0600 in 0700) and a Queued status: whole or not at all. Kind
    /// Usage if it exists with something in it; Space, Io. Paths of the settings are made absolute;
    /// those beneath `movesWith` (the study) are stored relative to the run, so that both move
    /// together.
    /// `imageList` as in setImageList, where the list is stored already.
    [[nodiscard]] static Result<RunFolder> create(const std::filesystem::path& path,
                                                  const Settings& settings,
                                                  const std::filesystem::path& movesWith = {},
                                                  const std::filesystem::path& imageList = {});
    /// Kinds NotFound, Unknown (no run folder), Damaged (links or pipes in the place of its files).
    [[nodiscard]] static Result<RunFolder> open(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::string name() const { return m_path.filename().string(); }
    /// What was asked, with absolute paths. Kinds Damaged, Version.
    [[nodiscard]] Result<Settings> settings() const;
    /// The same images lie in another folder now (another computer, another drive); `movesWith` as
    /// above. Nothing else of the job can be changed. Kinds Busy (it is being worked on), Damaged,
    /// Io, Space.
    [[nodiscard]] Result<void> setImages(const std::filesystem::path& folder,
                                         const std::filesystem::path& movesWith = {}) const;

    /// Says where the list of images is stored that the run was planned with: in the run, or in its
    /// study, whose runs share it. Kinds as above.
    [[nodiscard]] Result<void> setImageList(const std::filesystem::path& file,
                                            const std::filesystem::path& movesWith = {}) const;
    /// That file (dataset::readManifest), absolute. Kinds as `settings`; NotFound for a run that
    /// names none.
    [[nodiscard]] Result<std::filesystem::path> imageList() const;

    /// Images of this pretraining run are gone for good: it goes on with the others, which is
    /// written into its job. Kinds as `setImages`; Usage for a score, which would no longer be of
    /// the same test images.
    [[nodiscard]] Result<void> goOnWithoutMissing() const;
    [[nodiscard]] bool goesOnWithoutMissing() const;

    [[nodiscard]] std::filesystem::path metricsFile() const { return m_path / "metrics.jsonl"; }
    [[nodiscard]] std::filesystem::path logFile() const { return m_path / "log.txt"; }
    [[nodiscard]] std::filesystem::path environmentFile() const
    {
        return m_path / "environment.json";
    }
    [[nodiscard]] std::filesystem::path resultFile() const { return m_path / "result.json"; }
    [[nodiscard]] std::filesystem::path backboneFile() const
    {
        return m_path / "backbone.safetensors";
    }
    [[nodiscard]] std::filesystem::path checkpointsFolder() const { return m_path / "checkpoints"; }
    /// snapshots/epoch-000010.safetensors; epoch 0 holds the start weights of a random run.
    [[nodiscard]] std::filesystem::path snapshotFile(std::int64_t epoch) const;
    [[nodiscard]] std::filesystem::path scoresFolder() const { return m_path / "scores"; }
    /// snapshots/early-3.74.safetensors: the weights of a run that was finished early, after 3.74
    /// passes. A planned snapshot is never replaced by them.
    [[nodiscard]] std::filesystem::path earlyFile(double passes) const;
    /// Where a run was finished early, in passes; nothing if it was not.
    [[nodiscard]] std::optional<double> earlyEnd() const;
    /// Epochs that have a planned snapshot, ascending.
    [[nodiscard]] std::vector<std::int64_t> snapshotEpochs() const;

    /// A missing status.json means Queued. Kinds Damaged, Version, Io.
    [[nodiscard]] Result<Status> status() const;
    [[nodiscard]] Result<void> writeStatus(const Status& status) const;
    /// Into the file that is there, without a new one beside it: for the last word on a full disk.
    [[nodiscard]] Result<void> overwriteStatus(const Status& status) const;

    /// Leaves `request.json` for the worker. When nobody works on it, Cancel and Pause set the
    /// state of an unfinished run at once, and Finish waits for the next worker. Kind Usage for a
    /// run that has ended.
    [[nodiscard]] Result<void> ask(Request request) const;
    /// What was asked last, and forgets it. For the worker.
    [[nodiscard]] Request takeRequest() const;

    /// Held by the worker for its life, and by whoever changes the run. Kinds Busy; Damaged for a
    /// folder that holds links, pipes or devices at any depth.
    [[nodiscard]] Result<storage::FileLock> lock() const;
    [[nodiscard]] bool isLocked() const;

private:
    [[nodiscard]] Result<void>
    changeJob(const std::function<void(Json& job)>& change) const; ///< under the lock
    [[nodiscard]] Result<void> writeJob(const Json& job) const;
    explicit RunFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

} // namespace rekindle::run

#pragma once

#include "app/cli/commands.h"
#include "core/dataset/manifest.h"
#include "core/job/stop.h"
#include "core/run/run_folder.h"

#include <filesystem>
#include <functional>
#include <string>

namespace rekindle::cli {

/// Does something long with progress on standard error; a signal asks it to stop.
[[nodiscard]] Result<void>
watched(const Output& output, const std::function<Result<void>(const job::Watch& watch)>& work);

/// How an image folder is read: the options that several verbs have.
struct ImageOptions {
    std::string labels;          ///< a table, or empty
    std::uint64_t splitSeed = 0; ///< of the test part, where the folder has none
    image::Reading reading;      ///< bands, slices and grey levels
    int threads = 0;             ///< 0 = all cores
    bool fresh = false;          ///< read every file, whatever an earlier scan found
};
/// --labels, --split-seed, --fresh and those of addReadingOptions.
void addImageOptions(CLI::App& verb, ImageOptions& options);
/// Reads an image folder with progress; a signal ends it (kind Cancelled).
[[nodiscard]] Result<dataset::Manifest>
scanImages(const std::filesystem::path& folder, const ImageOptions& options, const Output& output);

/// Whether this path is a run folder.
[[nodiscard]] bool isRunFolder(const std::filesystem::path& path);

/// Whether a run may be made at `folder`: kind Usage if there is something and no `force`, or with
/// it if that is no run; Busy if somebody works on it. Nothing is changed.
[[nodiscard]] Result<void> checkPlace(const std::filesystem::path& folder, bool force);

/// Makes a run folder with the images it was planned with. With `force` a former run gives way in
/// the moment when the new one stands, not before; kind Usage if the new one reads from it.
[[nodiscard]] Result<run::RunFolder> makeRun(const std::filesystem::path& folder,
                                             const run::Settings& settings,
                                             const dataset::Manifest& manifest, bool force);

/// Works a run off in a process of its own, watches over it and tells how it ended: 0 done, 5
/// paused or cancelled, or the error that it failed with.
[[nodiscard]] Result<Exit> workRun(const run::RunFolder& folder, Output& output);

/// Works a run off in this process, with progress on standard error.
[[nodiscard]] Result<run::Status> workHere(const run::RunFolder& folder, const Output& output);

} // namespace rekindle::cli

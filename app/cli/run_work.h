#pragma once

#include "app/cli/commands.h"
#include "core/dataset/manifest.h"
#include "core/run/run_folder.h"

#include <filesystem>
#include <string>

namespace rekindle::cli {

/// Reads an image folder with progress; a signal ends it (kind Cancelled). `threads` 0 = all cores.
[[nodiscard]] Result<dataset::Manifest> scanImages(const std::filesystem::path& folder,
                                                   const std::string& labels, int threads,
                                                   const Output& output);

/// Whether this path is a run folder.
[[nodiscard]] bool isRunFolder(const std::filesystem::path& path);

/// Kind Usage if there is something at `folder`; with `force` a former run of nobody is discarded.
[[nodiscard]] Result<void> clearRunFolder(const std::filesystem::path& folder, bool force);

/// Makes a run folder with the images it was planned with.
[[nodiscard]] Result<run::RunFolder> makeRun(const std::filesystem::path& folder,
                                             const run::Settings& settings,
                                             const dataset::Manifest& manifest);

/// Works a run off in this process and tells how it ended: 0 done, 5 paused or cancelled, or the
/// error that it failed with.
[[nodiscard]] Result<Exit> workRun(const run::RunFolder& folder, Output& output);

} // namespace rekindle::cli

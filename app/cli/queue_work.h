#pragma once

#include "app/cli/commands.h"
#include "core/study/study.h"

#include <filesystem>

namespace rekindle::cli {

/// Works a study's queue off with progress, each run in a process of its own. A run that failed in
/// this sitting is the error, after the others had their turn; 5 when a signal ended it.
[[nodiscard]] Result<Exit> workStudy(const std::filesystem::path& study, Output& output);

/// Every run of a study with how it stands.
[[nodiscard]] Json runsJson(const study::Study& study);
void showRuns(const study::Study& study, Output& output);
/// What the runs of a study warn of, each with the run's name.
void warnOfRuns(const study::Study& study, Output& output);

} // namespace rekindle::cli

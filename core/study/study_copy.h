#pragma once

#include "core/base/result.h"
#include "core/job/stop.h"

#include <filesystem>

namespace rekindle::study {

/// Copies a study with its runs, weights and lists to a folder that is not there yet, whole or not
/// at all; images outside it stay where they are. A copy of the finished example can be changed.
/// Kinds Usage (the target holds something, or lies inside the study), Busy (a run is being worked
/// on: its files would be of different moments), Cancelled, Space, Io.
[[nodiscard]] Result<void> copyStudy(const std::filesystem::path& study,
                                     const std::filesystem::path& target,
                                     const job::Watch& watch = {});

} // namespace rekindle::study

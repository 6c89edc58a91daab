#pragma once

#include "core/study/study.h"

#include <filesystem>
#include <vector>

namespace rekindle::study {

/// A plan makes many run folders before study.json names them, and may be killed in between. Their
/// names are therefore written down before each is made (`plan.pending`), under the study's lock.
/// Kinds Space, Io.
[[nodiscard]] Result<void> notePlanned(const std::filesystem::path& study,
                                       const std::vector<std::filesystem::path>& folders);

/// The plan is over, whichever way it ended. Nothing for an empty path.
void forgetPlanned(const std::filesystem::path& study);

/// Takes away what a plan made that never came to its end: run folders that nobody has begun with
/// and that the queue does not name. Under the study's lock. Kinds Space, Io.
[[nodiscard]] Result<void> undoUnfinishedPlan(const Study& study);

} // namespace rekindle::study

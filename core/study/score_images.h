#pragma once

#include "core/dataset/split.h"
#include "core/run/settings.h"

#include <filesystem>

namespace rekindle::study {

/// Training and test images of a score with these settings. Kinds of dataset::splitOf.
[[nodiscard]] Result<dataset::Split> splitToScore(const dataset::Manifest& manifest,
                                                  const run::ScoreSettings& settings);

/// Refuses test images that this run was pretrained on, unless the settings keep leaks. Kind
/// Mismatch tells how many, and what reading the run gives.
[[nodiscard]] Result<void> checkUnseen(const std::filesystem::path& run,
                                       const dataset::Manifest& manifest,
                                       const dataset::Split& split,
                                       const run::ScoreSettings& settings);

} // namespace rekindle::study

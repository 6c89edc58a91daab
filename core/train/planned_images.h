#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/run/run_folder.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace rekindle::train {

struct PlannedImages {
    dataset::Manifest manifest;
    std::uint64_t gone = 0; ///< of its images, where the run goes on without them
};

/// The list of images that a run was planned with, for images that lie in `images`: it is the one
/// that the run's settings name by `imagesHash` (empty: not recorded), and what it lists is there
/// unchanged (dataset::checkUnchanged), but for missing images of a run that was told to go on
/// without them (RunFolder::goesOnWithoutMissing). Kinds of RunFolder::imageList and
/// dataset::readManifest; Mismatch when list or images are not those of the plan; Cancelled.
[[nodiscard]] Result<PlannedImages> readPlannedImages(const run::RunFolder& folder,
                                                      const std::filesystem::path& images,
                                                      const std::string& imagesHash,
                                                      const std::stop_token& stop);

} // namespace rekindle::train

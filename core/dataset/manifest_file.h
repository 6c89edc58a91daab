#pragma once

#include "core/dataset/manifest.h"

namespace rekindle::dataset {

/// The whole manifest as a file (`images.json` of a run, `set.json` of a study), so that a run sees
/// what it was planned with. Absolute folder path kept beside the relative files. Kinds Io, Space.
[[nodiscard]] Result<void> writeManifest(const std::filesystem::path& file,
                                         const Manifest& manifest);
[[nodiscard]] Result<Manifest> readManifest(const std::filesystem::path& file);

/// Compares the files on the disk with the manifest by presence and size. Kind Mismatch counts what
/// is gone or changed ("12 of 640 images are gone, 3 have changed").
[[nodiscard]] Result<void> checkUnchanged(const Manifest& manifest);

} // namespace rekindle::dataset

#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/job/stop.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace rekindle::dataset {

/// When a file was changed last, in nanoseconds since 1970; nothing if it cannot be asked.
[[nodiscard]] std::optional<std::int64_t> modifiedAt(const std::filesystem::path& file);

enum class Looking {
    AtFacts, ///< by presence, size and time; the content alone where only the time differs
    AtBytes  ///< the content of every file, by its SHA-256
};

/// Compares the files on the drive with the manifest. Kind Mismatch counts what is gone or changed
/// ("12 of 640 images are gone, 3 have changed") and names the first; Io when a drive does not
/// answer; Cancelled.
[[nodiscard]] Result<void> checkUnchanged(const Manifest& manifest, Looking looking,
                                          const job::Watch& watch);

/// The same for whoever can do without some: how many images are gone. What is there must be
/// unchanged, and something must be there.
[[nodiscard]] Result<std::uint64_t> countGone(const Manifest& manifest, Looking looking,
                                              const job::Watch& watch);

} // namespace rekindle::dataset

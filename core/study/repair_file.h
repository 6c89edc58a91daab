#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/repair/repair.h"
#include "core/storage/atomic_write.h"

#include <filesystem>

namespace rekindle::study {

/// Where the report of a repair stands: `<weights>.repair.json`.
[[nodiscard]] std::filesystem::path repairReportFile(const std::filesystem::path& weights);

/// Writes repaired weights with what is known of `original` in their metadata, then the report
/// beside them (input and output are set here, as file names). Kinds Usage (exists), Space, Io, and
/// those of contentHash, since the original is named by its content.
[[nodiscard]] Result<void> writeRepaired(const std::filesystem::path& target,
                                         const checkpoint::Checkpoint& original,
                                         repair::Repaired& repaired,
                                         storage::Existing existing = storage::Existing::Refuse);

} // namespace rekindle::study

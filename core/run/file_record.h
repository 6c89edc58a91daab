#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/run/run_folder.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rekindle::run {

/// `files.json` of a run: the size and the SHA-256 of each file that stands in it for good, so that
/// whoever comes later can tell whether a bit of it has changed. Saves have lists of their own
/// (storage::SealedFolder) and lines of the journal their own checksums; of the journal the record
/// says how far it went when the run was left. The log is for people and not in it. The record
/// itself carries its checksum. Written by whoever holds the run's lock.

/// Writes a file of the run by `write` and records it. A kill in between leaves the file
/// unrecorded, and never recorded as something that it is not. Kinds as `write`; Space, Io.
[[nodiscard]] Result<void> writeRecorded(const RunFolder& folder, const std::filesystem::path& file,
                                         const std::function<Result<void>()>& write);

/// When a worker begins: what a killed one left unrecorded is recorded as it stands, and the
/// journal is open again. A record that is damaged is begun anew, with a warning: training does not
/// need it.
[[nodiscard]] Result<Warnings> beginRecord(const RunFolder& folder);

/// When a worker ends: how far the journal goes.
[[nodiscard]] Result<void> endRecord(const RunFolder& folder);

/// How one file of the run compares with the record.
struct RecordCheck {
    std::string name; ///< relative to the run
    Result<void> result;
};

/// Every file of the run against the record, and whether a file is missing or was never recorded
/// although the run has ended. A run of an earlier version, which has no record, gives nothing.
/// Files that a worker changes while we look are no fault. Kinds in the results: Damaged, Io.
[[nodiscard]] std::vector<RecordCheck> checkRecord(const RunFolder& folder);

} // namespace rekindle::run

#pragma once

#include "core/dataset/manifest.h"
#include "core/job/cores.h"
#include "core/job/stop.h"

#include <filesystem>

namespace rekindle::dataset {

struct ScanOptions {
    std::filesystem::path labelsCsv; ///< optional (dataset/labels_csv.h)
    std::uint64_t splitSeed = 0;     ///< of the test part, where the folder has none (drawParts)
    int threads = job::usableCores();
    image::Reading reading; ///< as chosen; the set's range is found here
    /// Where what was found is kept for the next scan, which reads only what has changed
    /// (userRecords); empty: nothing is kept, and everything is read.
    std::filesystem::path records;
};

/// Reads an image folder: flat (no labels), one subfolder a class, train/val/test above those, or a
/// CSV beside them. Every image is decoded once in full, so a truncated file is found here and not
/// in the third night of a run; anything unreadable becomes a Problem. Hidden files and folders are
/// left out and listed. Errors: NotFound (no such folder, or no
/// image in it), Io, Damaged (the CSV), Cancelled.
[[nodiscard]] Result<Manifest> scanFolder(const std::filesystem::path& folder,
                                          const ScanOptions& options, const job::Watch& watch);

} // namespace rekindle::dataset

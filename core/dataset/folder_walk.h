#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/job/stop.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// What lies in a folder before anything is decoded. Paths are relative to it, with '/', sorted.
struct FolderListing {
    std::vector<std::string> pictures; ///< files to read: by their name or by their content
    std::vector<Problem> problems; ///< hidden, unreadable folders, links to what is read already
    std::set<std::string> emptyFolders;          ///< folders with nothing in them at all
    std::map<std::string, std::uint64_t> others; ///< extension -> files that are no pictures
};

/// Walks a folder and everything below it, at most 64 levels and 5 million files. Links to folders
/// are followed to what no other path leads to, each folder once. Kinds NotFound, Io, Limit,
/// Cancelled.
[[nodiscard]] Result<FolderListing> walkFolder(const std::filesystem::path& folder,
                                               const job::Watch& watch);

} // namespace rekindle::dataset

#pragma once

#include "core/dataset/manifest.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// By what a file is known to be unchanged without being read: any write changes one of these.
struct FileFacts {
    std::uint64_t bytes = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::int64_t changed = 0;  ///< the same, of its entry (ctime): nobody can set it back
    std::uint64_t inode = 0;

    [[nodiscard]] bool operator==(const FileFacts&) const = default;
};

/// Nothing if it cannot be asked.
[[nodiscard]] std::optional<FileFacts> factsOf(const std::filesystem::path& file);

/// What was found in one file: its readable images, and what could not be read.
struct Finding {
    ImageFile file;
    std::vector<ImageEntry> images; ///< none: only problems
    std::vector<Problem> problems;
    std::vector<Problem> remarks;
    std::string group;         ///< whose they are, as the file says
    int bands = 0;             ///< of its images, where they are more than a screen shows
    std::uint16_t largest = 0; ///< value of its plain pictures of more than 8 bits
};

} // namespace rekindle::dataset

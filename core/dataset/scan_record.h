#pragma once

#include "core/dataset/finding.h"
#include "core/image/reading.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// What a scan of a folder found, file by file, so that the next one reads only what has changed.
/// It stands for a folder, a reading and a version of the program, and is nothing but a saving:
/// whatever is wrong with a record, the folder is read as if there were none.
class ScanRecord
{
public:
    /// Of `folder`, out of the folder of records. Empty where there is none, or none that is whole.
    [[nodiscard]] static ScanRecord read(const std::filesystem::path& records,
                                         const std::filesystem::path& folder,
                                         const image::Reading& reading);

    /// What was found in a file of this name that is as it was, or null.
    [[nodiscard]] const Finding* find(const std::string& path, const FileFacts& facts) const;
    [[nodiscard]] std::size_t size() const { return m_files.size(); }
    /// Values were tallied over the whole set: then all of it counts, or nothing.
    [[nodiscard]] bool tallied() const { return m_reading.has_value(); }
    /// As the tally settled it; only where there was one.
    [[nodiscard]] const image::Reading& reading() const { return *m_reading; }

private:
    struct Known {
        FileFacts facts;
        Finding finding;
    };
    std::map<std::string, Known, std::less<>> m_files;
    std::optional<image::Reading> m_reading;
};

/// What a scan found, as it is kept.
struct Scanned {
    std::vector<std::optional<FileFacts>> facts; ///< one a finding, from before it was read
    std::vector<std::string> paths;              ///< one a finding
    std::int64_t began = 0;                      ///< nanoseconds since 1970
    std::optional<image::Reading> tallied;       ///< ScanRecord::reading
};

/// Keeps what was found. Left out are files that were written while or just before they were read,
/// since a clock may not tell two writes apart, and those whose drive did not answer. Kinds Io,
/// Space, Memory.
[[nodiscard]] Result<void> writeRecord(const std::filesystem::path& records,
                                       const std::filesystem::path& folder,
                                       const image::Reading& reading, const Scanned& scanned,
                                       const std::vector<Finding>& findings);

/// The user's own folder for records: `$XDG_CACHE_HOME/rekindle/scans`, or below `~/.cache`; empty
/// where there is no home.
[[nodiscard]] std::filesystem::path userRecords();

} // namespace rekindle::dataset

#pragma once

#include "core/archive/zip_reader.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::archive {

/// Reads and checks the table of contents of a zip archive.
class ZipDirectory
{
public:
    explicit ZipDirectory(const storage::InputFile& file);

    /// All members with `data` filled in, checked against their local headers and each other.
    [[nodiscard]] Result<std::vector<ZipArchive::Member>> read();

private:
    struct Table {
        std::uint64_t members = 0;
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };
    [[nodiscard]] Result<Table> findTable() const;
    [[nodiscard]] Result<Table> readLargeEnd(std::uint64_t endRecord, const Table& small) const;
    [[nodiscard]] Result<std::size_t> readMember(Bytes table, std::size_t at,
                                                 ZipArchive::Member& member) const;
    [[nodiscard]] Result<void> readLargeExtra(Bytes extra, ZipArchive::Member& member) const;
    [[nodiscard]] Result<void> checkLocal(ZipArchive::Member& member, std::uint64_t limit) const;
    [[nodiscard]] Result<void> checkTogether(const std::vector<ZipArchive::Member>& members,
                                             std::uint64_t limit) const;
    [[nodiscard]] tl::unexpected<Error> damaged(const std::string& what) const;

    const storage::InputFile& m_file;
    std::string m_subject;
};

} // namespace rekindle::archive

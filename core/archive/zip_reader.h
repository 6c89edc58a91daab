#pragma once

#include "core/base/byte_view.h"
#include "core/base/result.h"
#include "core/storage/input_file.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::archive {

/// A zip archive read by its central directory alone. Refused: two tables of contents, encryption,
/// several volumes, names that appear twice, members that overlap or leave the file, local headers
/// that tell another story, methods but stored and deflate, an expansion over 16 MiB + 16 x file.
class ZipArchive
{
public:
    struct Member {
        std::string name;
        std::uint64_t size = 0;   ///< bytes once unpacked
        std::uint64_t packed = 0; ///< bytes in the file
        std::uint64_t header = 0; ///< where its local header begins
        std::uint64_t data = 0;   ///< where its bytes begin
        std::uint32_t crc = 0;
        std::uint16_t flags = 0;
        std::uint16_t method = 0; ///< 0 stored, 8 deflate
    };

    /// Kinds Damaged, Limit, Io.
    [[nodiscard]] static Result<ZipArchive> open(std::shared_ptr<const storage::InputFile> file);

    /// In the order of the directory.
    [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
    [[nodiscard]] const Member* find(std::string_view name) const;

    /// The unpacked bytes, CRC-32 checked. Kinds Damaged, Io, Memory.
    [[nodiscard]] Result<std::vector<std::byte>> read(const Member& member) const;
    /// The same into memory that is used again.
    [[nodiscard]] Result<void> read(const Member& member, storage::ReadBuffer& into) const;
    /// Only checks the CRC-32, in pieces. Kinds as `read`.
    [[nodiscard]] Result<void> verify(const Member& member) const;

private:
    friend class ZipDirectory;
    ZipArchive() = default;

    std::shared_ptr<const storage::InputFile> m_file;
    std::vector<Member> m_members;
    std::vector<std::size_t> m_byName;
};

} // namespace rekindle::archive

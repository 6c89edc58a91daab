#pragma once

#include "core/base/result.h"
#include "core/storage/input_file.h"
#include "core/storage/table_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::storage {

/// An array of unsigned whole numbers that may be larger than memory.
struct Bulk {
    std::string name;
    std::size_t width = 1;   ///< bytes of an element: 1, or 2 with the lower one first
    std::uint64_t count = 0; ///< elements, at least 1
    [[nodiscard]] std::uint64_t bytes() const { return width * count; }
    [[nodiscard]] bool operator==(const Bulk&) const = default;
};

/// An HDF5 file with a table and one bulk behind it. Everything but the bulk is its head, which is
/// read and verified whole; the bulk is the file's last part, in one piece, and is read and written
/// by position, without HDF5. In front of the head stands a seal: the head's length and SHA-256.
///
///     seal (4096 bytes, text)  |  HDF5: table, then the bulk from `head length` to the file's end

/// The seal and the head of such a file: what stands before its bulk. Its length follows from the
/// sides and names alone, so that a head with other numbers fits in its place. `kind` is the seal's
/// first word. For a moment there is a scratch file beside `target`. Kinds Internal, Memory, Space,
/// Io.
[[nodiscard]] Result<std::vector<std::byte>> bulkHead(std::string_view kind, const Table& table,
                                                      const Bulk& bulk,
                                                      const std::filesystem::path& target);

/// Such a file, opened; safe from any thread. Of the bulk nothing is verified here: whoever reads
/// it needs checksums in the table.
class BulkFile
{
public:
    /// Kinds NotFound, Io, Limit, Memory, Unknown (no file of this kind), Damaged.
    [[nodiscard]] static Result<BulkFile> open(const std::filesystem::path& file,
                                               std::string_view kind, const std::string& bulkName);

    [[nodiscard]] const Table& table() const { return m_table; }
    [[nodiscard]] const Bulk& bulk() const { return m_bulk; }
    /// Of the head.
    [[nodiscard]] const std::string& sha256() const { return m_sha256; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_input.path(); }
    /// Elements from `first` on; Damaged where the bulk ends before.
    [[nodiscard]] Result<void> readElements(std::uint64_t first, std::span<std::byte> into) const;

private:
    explicit BulkFile(InputFile input) : m_input(std::move(input)) {}
    InputFile m_input;
    Table m_table;
    Bulk m_bulk;
    std::string m_sha256;
    std::uint64_t m_start = 0; ///< of the bulk
};

} // namespace rekindle::storage

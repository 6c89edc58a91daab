#pragma once

#include "core/base/result.h"
#include "core/storage/atomic_write.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::archive {

/// Writes a zip archive as PyTorch does: nothing compressed, the bytes of each entry aligned to 64,
/// no dates, so that the same entries give the same file. Entries of any size.
class ZipWriter
{
public:
    explicit ZipWriter(storage::AtomicFile& file) : m_file(file) {}

    /// Kinds Space, Io.
    [[nodiscard]] Result<void> add(const std::string& name, std::span<const std::byte> bytes);
    [[nodiscard]] Result<void> add(const std::string& name, std::string_view text);
    /// The table of contents; nothing can be added behind it.
    [[nodiscard]] Result<void> finish();

private:
    struct Entry {
        std::string name;
        std::uint64_t size = 0;
        std::uint64_t header = 0;
        std::uint32_t crc = 0;
    };
    [[nodiscard]] Result<void> put(std::span<const std::byte> bytes);

    storage::AtomicFile& m_file;
    std::uint64_t m_at = 0;
    std::vector<Entry> m_entries;
};

} // namespace rekindle::archive

#pragma once

#include "core/base/result.h"
#include "core/storage/atomic_write.h"
#include "core/storage/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace rekindle::storage {

/// A file in the making that is written by position from several threads, and kept between tries:
/// whoever was killed over it can go on. `moveTo` gives it its name once it is whole.
class PlacedFile
{
public:
    /// Opens what an earlier try left, or makes it, with mode 0600; room for `bytes` is taken at
    /// once. Links are not followed. Kinds Space, Io, Usage (no ordinary file).
    [[nodiscard]] static Result<PlacedFile> open(const std::filesystem::path& file,
                                                 std::uint64_t bytes);

    /// Safe from any thread. Kinds Space, Io.
    [[nodiscard]] Result<void> write(std::uint64_t offset, std::span<const std::byte> bytes) const;
    /// Kinds Io, Damaged (the file ends first).
    [[nodiscard]] Result<void> read(std::uint64_t offset, std::span<std::byte> into) const;
    /// What was written is on the disk after it.
    [[nodiscard]] Result<void> sync() const;
    /// Closes and renames it. Kinds Io, Space, Usage (under Refuse something is there).
    [[nodiscard]] Result<void> moveTo(const std::filesystem::path& target, Existing existing);

private:
    PlacedFile(Descriptor file, std::filesystem::path path)
        : m_file(std::move(file)), m_path(std::move(path))
    {
    }
    Descriptor m_file;
    std::filesystem::path m_path;
};

} // namespace rekindle::storage

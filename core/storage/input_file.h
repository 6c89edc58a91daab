#pragma once

#include "core/base/result.h"
#include "core/storage/read_buffer.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace rekindle::storage {

/// A file from outside, read by position with pread and never mapped, so that one that shrinks
/// while it is read is an error and not a crash. Only ordinary files open (no FIFO, device or
/// folder); the open never blocks.
class InputFile
{
public:
    /// Kinds NotFound, Unknown (a folder, a pipe, a device), Io.
    [[nodiscard]] static Result<InputFile> open(const std::filesystem::path& file);
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&& other) noexcept;
    ~InputFile();

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Fills `into` from `offset`; Damaged when the file ends first.
    [[nodiscard]] Result<void> readAt(std::uint64_t offset, std::span<std::byte> into) const;
    /// `count` bytes from `offset`, checked against the size before memory is taken.
    [[nodiscard]] Result<std::vector<std::byte>> read(std::uint64_t offset,
                                                      std::uint64_t count) const;
    /// The same into memory that is used again for one piece after another.
    [[nodiscard]] Result<void> read(std::uint64_t offset, std::uint64_t count,
                                    ReadBuffer& into) const;

private:
    InputFile(int fd, std::uint64_t size, std::filesystem::path path);
    int m_fd = -1;
    std::uint64_t m_size = 0;
    std::filesystem::path m_path;
};

} // namespace rekindle::storage

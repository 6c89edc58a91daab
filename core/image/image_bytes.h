#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rekindle::image {

/// The bytes of one file of images, on a disk or in memory, as a format reads them: all at once
/// where the file is small, in pieces where it is a slide of gigabytes. For one thread.
class ImageBytes
{
public:
    /// `mostAtOnce`: pieces longer than that are refused. Kinds NotFound, Io.
    [[nodiscard]] static Result<ImageBytes> open(const std::filesystem::path& file,
                                                 std::uint64_t mostAtOnce);
    /// `memory` must outlive this.
    ImageBytes(std::span<const std::byte> memory, std::uint64_t mostAtOnce);
    ImageBytes(ImageBytes&&) noexcept;
    ImageBytes& operator=(ImageBytes&&) noexcept;
    ~ImageBytes();

    [[nodiscard]] std::uint64_t size() const;
    /// `count` bytes from `offset`. Kinds Damaged (the file ends first), Limit, Io, Memory.
    [[nodiscard]] Result<std::vector<std::byte>> read(std::uint64_t offset,
                                                      std::uint64_t count) const;
    /// Everything; read once, then kept. Kinds Limit, Io, Memory.
    [[nodiscard]] Result<std::span<const std::byte>> whole();
    /// SHA-256 of everything, 64 lower-case digits. Takes no more memory than is taken already.
    [[nodiscard]] Result<std::string> sha256() const;

private:
    struct State;
    explicit ImageBytes(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace rekindle::image

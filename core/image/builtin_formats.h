#pragma once

#include "core/image/image_format.h"

namespace rekindle::image {

/// One function a file `<name>_images.cpp`; `imageFormats()` lists them.
[[nodiscard]] ImageFormat pngFormat();
[[nodiscard]] ImageFormat jpegFormat();
[[nodiscard]] ImageFormat tiffFormat();
[[nodiscard]] ImageFormat webpFormat();
[[nodiscard]] ImageFormat bmpFormat();
[[nodiscard]] ImageFormat dicomFormat();
[[nodiscard]] ImageFormat niftiFormat();

/// Big-endian numbers of a file; the caller has checked that the bytes are there.
[[nodiscard]] inline std::uint32_t big16(std::span<const std::byte> bytes, std::size_t at)
{
    return (std::to_integer<std::uint32_t>(bytes[at]) << 8) |
           std::to_integer<std::uint32_t>(bytes[at + 1]);
}
[[nodiscard]] inline std::uint32_t big32(std::span<const std::byte> bytes, std::size_t at)
{
    return (big16(bytes, at) << 16) | big16(bytes, at + 2);
}

} // namespace rekindle::image

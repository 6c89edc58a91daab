#pragma once

#include "core/image/image_format.h"

#include <cstdint>
#include <functional>
#include <string>

/// A format unlike the product's own: two images of 16 bits in one file, read in pieces.
///
/// "TWOFRAME", width and height as little-endian 32-bit numbers, then frame after frame, row after
/// row, little-endian 16-bit values.
namespace twoframes {

[[nodiscard]] rekindle::image::ImageFormat format();

/// The bytes of a file with these values.
[[nodiscard]] std::string
fileOf(int width, int height, const std::function<std::uint16_t(int frame, int x, int y)>& value);

} // namespace twoframes

#pragma once

#include "core/image/image.h"

#include <optional>
#include <span>

namespace rekindle::image {

/// The orientation (1..8) out of a JPEG's APP1 payload, or nothing where it is no EXIF block, is
/// damaged or says nothing (CIPA DC-008, tag 0x0112).
[[nodiscard]] std::optional<int> exifOrientation(std::span<const std::byte> payload);

/// The same out of a TIFF block, as a PNG's eXIf chunk holds it.
[[nodiscard]] std::optional<int> tiffOrientation(std::span<const std::byte> block);

/// Whether this orientation exchanges width and height.
[[nodiscard]] inline bool swapsSides(int orientation)
{
    return orientation >= 5;
}

/// Turns and mirrors a picture as its camera asked for.
[[nodiscard]] Image turnedUpright(Image image, int orientation);

} // namespace rekindle::image

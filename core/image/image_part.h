#pragma once

#include "core/image/image.h"
#include "core/image/jpeg_planes.h"

#include <optional>

namespace rekindle::image {

/// A rectangle of an image's pixels, inside the image and never empty.
struct ImageBox {
    int x = 0, y = 0, width = 0, height = 0;

    [[nodiscard]] bool operator==(const ImageBox&) const = default;
};

/// Pixels of one rectangle of an image. They may be a smaller copy: `pixels` is then narrower and
/// lower than what it covers.
struct ImagePart {
    Image pixels;
    ImageBox covers;     ///< in the image's own coordinates, as its header counts them
    bool mapped = false; ///< its values are levels already, as the reading asks (levels.h)
    /// The samples are these planes, and not pixels: where Request::takesPlanes allows it.
    std::optional<JpegPlanes> planes{};
};

/// A whole image as its one part.
[[nodiscard]] ImagePart wholePart(Image image);

/// Whether a part can answer for `box` with at least `leastSide` pixels along the box's shorter
/// side; 0 asks for the pixels as they are stored. A box that is smaller than that itself is
/// answered by the pixels as stored.
[[nodiscard]] bool serves(const ImagePart& part, const ImageBox& box, int leastSide);

} // namespace rekindle::image

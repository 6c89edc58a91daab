#pragma once

#include "core/image/image.h"

namespace rekindle::image {

/// A smaller copy, at least a pixel on each side: Lanczos' filter of three lobes, widened by the
/// reduction (as PIL has it), one axis after the other in float, rounded once to the picture's own
/// depth. Depths below 8 bits become 8, since between black and white there is no third level.
[[nodiscard]] Image shrink(const Image& image, int width, int height);

} // namespace rekindle::image

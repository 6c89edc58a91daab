#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <cstddef>
#include <vector>

namespace rekindle::image {

/// A picture of 1 or 3 channels and 8 bits as a PNG file's bytes. Kinds Usage (another depth),
/// Internal.
[[nodiscard]] Result<std::vector<std::byte>> pngBytes(const Image& image);

} // namespace rekindle::image

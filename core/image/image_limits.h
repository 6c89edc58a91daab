#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <cstdint>

namespace rekindle::image {

/// What a picture may ask for, checked before memory is taken (reliability 5). The one place where
/// these numbers stand.
struct ImageLimits {
    std::uint64_t fileBytes = std::uint64_t{2} << 30; ///< that are held in memory at once
    int side = 32768;                                 ///< pixels, width and height alike
    std::uint64_t pixels = 100'000'000;               ///< width x height
    double aspect = 200.0;                            ///< the longer side over the shorter one
    double expansion = 1000.0; ///< decoded bytes over file bytes, 96 MiB allowed on top
};

/// Kind Limit when more bytes of a file than `most` (ImageLimits::fileBytes) were held at once.
[[nodiscard]] Result<void> checkFileBytes(std::uint64_t bytes, std::uint64_t most);

/// Kinds Damaged for a header that no picture has, Limit in words of pixels.
[[nodiscard]] Result<void> checkHeader(const ImageHeader& header, std::uint64_t fileBytes,
                                       const ImageLimits& limits);

} // namespace rekindle::image

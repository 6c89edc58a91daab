#pragma once

#include "core/image/image_part.h"
#include "core/image/tiff_file.h"

#include <cstdint>
#include <vector>

namespace rekindle::image {

/// The samples of one box of a page, as stored: [height, width, wanted], `wanted` the samples'
/// numbers from 0. `Sample`: std::uint8_t (8 bits and fewer), std::uint16_t (16 and fewer) or float
/// (any kind of number). Kind Damaged.
template <class Sample>
[[nodiscard]] Result<std::vector<Sample>> tiffSamples(TiffFile& file, const TiffPage& page,
                                                      const ImageBox& box,
                                                      const std::vector<int>& wanted);

} // namespace rekindle::image

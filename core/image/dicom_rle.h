#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <vector>

namespace rekindle::image {

/// Unpacks a frame of DICOM's own run lengths (PS3.5, annex G), which are simple enough to need no
/// library: [pixels, samples] of `bytesOfSample`, the lowest byte first. Kind Damaged.
[[nodiscard]] Result<std::vector<std::byte>> unpackRle(std::span<const std::byte> packed,
                                                       std::size_t pixels, std::size_t samples,
                                                       std::size_t bytesOfSample);

} // namespace rekindle::image

#pragma once

#include "core/image/image_part.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace rekindle::image {

/// Memory for a picture's samples, kept by each thread from one picture to the next: taking it from
/// the system and clearing it each time costs as much as a tenth of decoding.

/// So many samples, whatever they are: for a decoder that writes all of them.
template <class Sample>
[[nodiscard]] std::vector<Sample> roomForSamples(std::size_t count);
extern template std::vector<std::uint8_t> roomForSamples<std::uint8_t>(std::size_t count);
extern template std::vector<std::uint16_t> roomForSamples<std::uint16_t>(std::size_t count);

/// A part whose samples' memory is kept by the thread that lets go of it last.
[[nodiscard]] std::shared_ptr<const ImagePart> sharedPart(ImagePart part);

} // namespace rekindle::image

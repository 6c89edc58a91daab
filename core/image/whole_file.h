#pragma once

#include "core/image/image_format.h"

namespace rekindle::image {

/// The reader of a format that is decoded as a whole and holds one image: all its bytes are read at
/// once, and every box is answered by all its pixels.
[[nodiscard]] Result<std::unique_ptr<ImageReader>>
wholeFileReader(ImageBytes& bytes, Result<ImageHeader> (*header)(std::span<const std::byte> file),
                Result<Image> (*decode)(std::span<const std::byte> file));
/// The same of a format that answers in other ways than by pixels alone.
[[nodiscard]] Result<std::unique_ptr<ImageReader>>
wholeFileReader(ImageBytes& bytes, Result<ImageHeader> (*header)(std::span<const std::byte> file),
                Result<ImagePart> (*decode)(std::span<const std::byte> file));

} // namespace rekindle::image

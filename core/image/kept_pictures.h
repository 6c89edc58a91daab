#pragma once

#include "core/base/result.h"
#include "core/image/image_part.h"

#include <cstddef>

namespace rekindle::image {

/// Pictures of a list of images that are kept ready, so that no file of the list is opened for
/// their pixels. Safe from any thread.
class KeptPictures
{
public:
    virtual ~KeptPictures() = default;
    /// The whole of the list's image at `place`, as the list's reading shows it; smaller than its
    /// file's where it was made smaller when it was kept. Kinds Damaged, Io, Memory.
    [[nodiscard]] virtual Result<ImagePart> picture(std::size_t place) const = 0;
};

} // namespace rekindle::image

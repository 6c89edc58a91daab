#pragma once

#include "core/dataset/manifest.h"
#include "core/image/image.h"

namespace rekindle::dataset {

/// The look of a picture: the signs of its 16 x 16 lowest frequencies, constant ones left out (the
/// discrete cosine transform of the grey picture averaged to 64 x 64). Another size, another
/// compression, brightness and contrast change few of them. Zero for a picture without detail.
[[nodiscard]] Look lookOf(const image::Image& image);

/// In how many of the 256 bits two looks differ.
[[nodiscard]] int difference(const Look& one, const Look& other);

} // namespace rekindle::dataset

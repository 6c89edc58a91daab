#pragma once

#include "core/image/image_part.h"
#include "core/views/axis.h"
#include "core/views/resampled_rows.h"

namespace rekindle::views {

/// Crops and resizes to planes [channels, size, size] float32, in which the format's largest value
/// is 1. The bicubic kernel may leave [0, 1]. `box` is in the image's own coordinates and served by
/// the part (image::serves); out of a smaller copy it is cut between pixels.
void resample(const image::ImagePart& part, const image::ImageBox& box, Resampling resampling,
              Mirror mirror, int size, float* planes);

} // namespace rekindle::views

#pragma once

#include "core/base/rng.h"
#include "core/image/image_part.h"
#include "core/views/view_recipe.h"

namespace rekindle::views {

/// The recipe's crop of a picture of `width` x `height` pixels; draws only where the rule has
/// chance in it.
[[nodiscard]] image::ImageBox drawCrop(const ViewRecipe& recipe, int width, int height,
                                       Random& random);

} // namespace rekindle::views

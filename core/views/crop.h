#pragma once

#include "core/base/rng.h"
#include "core/views/view_recipe.h"

namespace rekindle::views {

/// A rectangle of source pixels, inside the picture and never empty.
struct CropBox {
    int x = 0, y = 0, width = 0, height = 0;
};

/// The recipe's crop of a picture of `width` x `height` pixels; draws only where the rule has
/// chance in it.
[[nodiscard]] CropBox drawCrop(const ViewRecipe& recipe, int width, int height, Random& random);

} // namespace rekindle::views

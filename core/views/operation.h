#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/image/image.h"
#include "core/views/view_recipe.h"

#include <string>
#include <vector>

namespace rekindle::views {

/// A view in the making: planes [planes, size, size] float32 in [0, 1].
struct ViewInWork {
    int size = 0;
    int planes = 0; ///< 1 for a grey picture, else 3
    std::vector<float> values;
};

/// The first step: a box of a picture, resized as the recipe does. Of `crop` are read x, y, width
/// and height (the whole picture where one is missing) and size (else the recipe's).
[[nodiscard]] Result<ViewInWork> cropOperation(const image::Image& image, const ViewRecipe& recipe,
                                               const Json& crop);

/// One further step of a recipe, by itself and with its parameters given: {"op": ...} is flip,
/// brightness (delta, or factor with torchvision's colours), contrast (factor), saturation
/// (factor), hue (delta, fraction of a turn), grey, blur (sigma, pixels), solarise or clip. The
/// recipe says by whose rule. Kind Usage for any other name or without its parameter.
[[nodiscard]] Result<void> applyOperation(const Json& operation, const ViewRecipe& recipe,
                                          ViewInWork& view);

} // namespace rekindle::views

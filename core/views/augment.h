#pragma once

#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/image/image.h"
#include "core/views/view_recipe.h"

#include <array>
#include <span>

namespace rekindle::views {

/// Everything chance decides about one view, drawn before any pixel is touched, so that it can be
/// printed, checked and drawn again.
struct ViewParameters {
    int cropX = 0, cropY = 0, cropWidth = 0, cropHeight = 0; ///< source pixels
    bool flip = false;
    bool jitter = false;
    std::array<int, 4> jitterOrder{0, 1, 2, 3}; ///< 0 brightness, 1 contrast, 2 saturation, 3 hue
    double brightness = 0.0;                    ///< added
    double contrast = 1.0;                      ///< factor
    double saturation = 1.0;                    ///< factor
    double hue = 0.0;                           ///< fraction of a turn
    bool grey = false;
    double blurSigma = 0.0; ///< pixels; 0 = none
};

/// Draws a view's parameters. `batchBlurSigma` is used where the recipe shares one width per batch.
[[nodiscard]] ViewParameters drawView(const ViewRecipe& recipe, int width, int height,
                                      Random& random, double batchBlurSigma);

/// The blur width that all images of a batch share for one view (BlurWidth::PerBatch).
[[nodiscard]] double drawBatchBlur(Random random);

/// Renders one view into `out`: [3, size, size] float32 in [0, 1], planes R, G, B; grey pictures
/// are repeated over the planes. `out` has 3 * size * size elements.
void renderView(const image::Image& image, const ViewRecipe& recipe,
                const ViewParameters& parameters, std::span<float> out);

[[nodiscard]] Json toJson(const ViewParameters& parameters);

} // namespace rekindle::views

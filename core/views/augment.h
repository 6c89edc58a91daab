#pragma once

#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/image/image_part.h"
#include "core/views/view_recipe.h"

#include <array>
#include <span>

namespace rekindle::views {

/// Everything chance decides about one view, drawn before any pixel is touched, so that it can be
/// printed, checked and drawn again.
struct ViewParameters {
    image::ImageBox crop; ///< in the image's own coordinates, whatever copy of it is rendered
    bool flip = false;
    bool jitter = false;
    std::array<int, 4> jitterOrder{0, 1, 2, 3}; ///< 0 brightness, 1 contrast, 2 saturation, 3 hue
    double brightness = 0.0;                    ///< added, or the factor (ColourRule)
    double contrast = 1.0;                      ///< factor
    double saturation = 1.0;                    ///< factor
    double hue = 0.0;                           ///< fraction of a turn
    bool grey = false;
    double blurSigma = 0.0; ///< pixels; 0 = none
    bool solarise = false;
    std::array<double, 3> stainFactor{1, 1, 1}; ///< of haematoxylin, eosin, the rest
    std::array<double, 3> stainShift{};         ///< added, in decadic optical density
    double rotation = 0.0;                      ///< degrees, counter-clockwise
};

/// Draws a view's parameters for an image of this size: what its file says, and not what a smaller
/// copy has. `batchBlurSigma` is used where the recipe shares one width per batch.
[[nodiscard]] ViewParameters drawView(const ViewRecipe& recipe, int width, int height,
                                      Random& random, double batchBlurSigma);

/// The blur width that all images of a batch share for one view (BlurWidth::PerBatch).
[[nodiscard]] double drawBatchBlur(Random random);

/// How many pixels the shorter side of a view's crop must have to look like the image as stored,
/// for `image::serves`; 0: the stored pixels themselves, since the recipe's resampling takes single
/// pixels out of them.
[[nodiscard]] int leastSide(const ViewRecipe& recipe);

/// Whether this processor makes pixels of a JPEG's planes faster than libjpeg makes all of them
/// (image::Request::takesPlanes). Views are the same either way.
[[nodiscard]] bool gainsByPlanes();

/// Renders one view out of a part that serves its crop into `out`: [3, size, size] float32 in
/// [0, 1], planes R, G, B; grey pictures are repeated over the planes. `out` has 3 * size * size
/// elements.
void renderView(const image::ImagePart& part, const ViewRecipe& recipe,
                const ViewParameters& parameters, std::span<float> out);

[[nodiscard]] Json toJson(const ViewParameters& parameters);

} // namespace rekindle::views

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <array>
#include <string>

namespace rekindle::views {

enum class CropRule {
    TensorFlow, ///< sample_distorted_bounding_box (SimCLR): uniform aspect, height uniform, >= 10 %
                ///< covered
    Torchvision, ///< RandomResizedCrop: log-uniform aspect, 10 attempts
    Clipped,     ///< log-uniform aspect, sides cut to the image's, one attempt (BYOL)
    Centre       ///< the central square of `centreShare` of the shorter side: scoring
};

enum class Resampling {
    Tf1Bicubic, ///< A = -0.75, corner-aligned grid src = dst * scale, no antialias (SimCLR)
    Tf2Bicubic, ///< A = -0.5, half-pixel grid, no antialias; clipped to [0, 1] (BYOL)
    Triangle    ///< bilinear with a support that grows with the reduction: antialiased
};

enum class BlurWidth { PerImage, PerBatch };

/// Whose colour operations (recipes 1.3).
enum class ColourRule {
    TensorFlow, ///< brightness adds, contrast about each channel's mean, saturation on HSV's S
    Torchvision ///< brightness multiplies, contrast about the mean grey, saturation about the grey
};

enum class BlurRule {
    Gaussian, ///< a kernel of a tenth of the side, zeros beyond the border (SimCLR, BYOL)
    Boxes     ///< three box filters in a row, the border repeated (PIL, SwAV)
};

/// How one view of an image is made, as data: what the run's settings record and the loader
/// follows. Operations run in the order of the fields; all arithmetic is float in [0, 1]
/// (recipes 1.3).
struct ViewRecipe {
    std::string name;
    int size = 224; ///< side of the square output, pixels
    CropRule crop = CropRule::TensorFlow;
    double areaMin = 0.08;
    double areaMax = 1.0;
    double aspectMin = 0.75;
    double aspectMax = 4.0 / 3.0;
    double centreShare = 0.875;
    Resampling resampling = Resampling::Tf1Bicubic;
    double flip = 0.5;   ///< probability of a left-right flip
    double jitter = 0.8; ///< probability of the four colour operations, in random order
    ColourRule colour = ColourRule::TensorFlow;
    double brightness = 0.8; ///< added, uniform in +-brightness (SimCLR v1), or factor 1 +- it
    double contrast = 0.8;   ///< factor 1 +- contrast
    double saturation = 0.8; ///< factor 1 +- saturation
    double hue = 0.2;        ///< fraction of a turn
    double grey = 0.2;       ///< probability; weights .2989 .5870 .1140, or .299 .587 .114
    double blur = 0.5;       ///< probability; sigma uniform in 0.1 .. 2
    BlurRule blurRule = BlurRule::Gaussian;
    BlurWidth blurWidth = BlurWidth::PerBatch;
    double solarise = 0; ///< probability: x below 1/2 stays, else 1 - x
    /// Of pictures stained with H&E, along with the colour operations: how far the amount of each
    /// stain may change, as a share of it (shiftStains); 0 = not at all.
    double stain = 0;
    double rotation = 0; ///< degrees, uniform in +- it; 0 = never turned
};

/// SimCLR's two views (recipes 1.3, first column), `strength` multiplying the four colour ranges.
[[nodiscard]] ViewRecipe simclrView(int size, double strength = 1.0);
/// A crop of SwAV (second column) that covers `areaMin` to `areaMax` of the image.
[[nodiscard]] ViewRecipe swavView(int size, double areaMin, double areaMax, double strength = 1.0);
/// MoCo v2's two views: SwAV's operations, weaker colours.
[[nodiscard]] ViewRecipe mocoView(int size);
/// BYOL's two views (third column), which differ: the first is always blurred, the second seldom,
/// and it is solarised now and then.
[[nodiscard]] std::array<ViewRecipe, 2> byolViews(int size);
/// Training views for fine-tuning: random resized crop and flip (recipes 5, #24).
[[nodiscard]] ViewRecipe fineTuneView(int size);
/// The one view an image is scored with: central crop, no chance in it, resampled as training views
/// for fine-tuning are: another resampler would show the network other frequencies than it learned.
[[nodiscard]] ViewRecipe scoringView(int size);

[[nodiscard]] Json toJson(const ViewRecipe& recipe);

} // namespace rekindle::views

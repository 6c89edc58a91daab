#include "core/views/crop.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rekindle::views {
namespace {

using image::ImageBox;

constexpr float kMinObjectCovered = 0.1f;
constexpr int kTensorFlowAttempts = 100;
constexpr int kTorchvisionAttempts = 10;

/// Rounds to the nearest integer, halves to even, as both reference programs do.
int rounded(double value)
{
    return static_cast<int>(std::lrint(value));
}
int rounded(float value)
{
    return static_cast<int>(std::lrintf(value));
}

int drawBelow(Random& random, int bound)
{
    return static_cast<int>(random.below(static_cast<std::uint64_t>(bound)));
}

/// The tallest crop of this aspect whose rounded width fits into `width`.
int tallest(float wanted, float aspect, int width)
{
    int height = rounded(wanted);
    if (std::lrintf(static_cast<float>(height) * aspect) <= width)
        return height;
    height = static_cast<int>((width + 0.5 - 1e-7) / static_cast<double>(aspect));
    return std::lrintf(static_cast<float>(height) * aspect) > width ? height - 1 : height;
}

/// One attempt at a crop of a given aspect (width / height), in the float arithmetic of
/// TensorFlow's sample_distorted_bounding_box: the height is uniform between its bounds, the area
/// is not.
std::optional<ImageBox> attempt(const ViewRecipe& recipe, int imageWidth, int imageHeight,
                                float aspect, Random& random)
{
    const auto pixels = static_cast<float>(imageWidth) * static_cast<float>(imageHeight);
    const float minArea = static_cast<float>(recipe.areaMin) * pixels;
    const float maxArea = static_cast<float>(recipe.areaMax) * pixels;
    const auto widthOf = [&](int height) { return rounded(static_cast<float>(height) * aspect); };

    const int highest =
        std::min(tallest(std::sqrt(maxArea / aspect), aspect, imageWidth), imageHeight);
    int height = std::min(rounded(std::sqrt(minArea / aspect)), highest);
    if (height < highest)
        height += drawBelow(random, highest - height + 1);
    // Rounding may leave the area just outside its bounds: one pixel more or less is allowed.
    const auto area = [&] { return static_cast<float>(widthOf(height) * height); };
    if (area() < minArea)
        ++height;
    if (area() > maxArea)
        --height;
    const int width = widthOf(height);
    if (area() < minArea || area() > maxArea || width > imageWidth || height > imageHeight ||
        width <= 0 || height <= 0)
        return std::nullopt;
    ImageBox box{0, 0, width, height};
    // The original draws offsets below H - h, so the last row and column are never reached.
    if (height < imageHeight)
        box.y = drawBelow(random, imageHeight - height);
    if (width < imageWidth)
        box.x = drawBelow(random, imageWidth - width);
    return box;
}

/// recipes 1.3, row 1, SimCLR: the whole picture is the object to be covered.
ImageBox tensorFlowCrop(const ViewRecipe& recipe, int width, int height, Random& random)
{
    const auto low = static_cast<float>(recipe.aspectMin);
    const auto high = static_cast<float>(recipe.aspectMax);
    const float whole = static_cast<float>(width) * static_cast<float>(height);
    for (int i = 0; i < kTensorFlowAttempts; ++i) {
        const float aspect = static_cast<float>(random.uniform()) * (high - low) + low;
        const auto box = attempt(recipe, width, height, aspect, random);
        if (box && static_cast<float>(box->width * box->height) / whole >= kMinObjectCovered)
            return *box;
    }
    return {0, 0, width, height};
}

/// torchvision's RandomResizedCrop (recipes 1.3, last note).
ImageBox torchvisionCrop(const ViewRecipe& recipe, int width, int height, Random& random)
{
    const double pixels = static_cast<double>(width) * height;
    for (int i = 0; i < kTorchvisionAttempts; ++i) {
        const double area = pixels * random.uniform(recipe.areaMin, recipe.areaMax);
        const double aspect =
            std::exp(random.uniform(std::log(recipe.aspectMin), std::log(recipe.aspectMax)));
        const int w = rounded(std::sqrt(area * aspect));
        const int h = rounded(std::sqrt(area / aspect));
        if (w < 1 || h < 1 || w > width || h > height)
            continue;
        const int y = drawBelow(random, height - h + 1);
        const int x = drawBelow(random, width - w + 1);
        return {x, y, w, h};
    }
    int w = width;
    int h = height;
    const double aspect = static_cast<double>(width) / height;
    if (aspect < recipe.aspectMin)
        h = std::clamp(rounded(w / recipe.aspectMin), 1, height);
    else if (aspect > recipe.aspectMax)
        w = std::clamp(rounded(h * recipe.aspectMax), 1, width);
    return {(width - w) / 2, (height - h) / 2, w, h};
}

/// recipes 1.3, row 1, BYOL: what does not fit is cut to the image, whatever shape that gives.
ImageBox clippedCrop(const ViewRecipe& recipe, int width, int height, Random& random)
{
    const double pixels = static_cast<double>(width) * height;
    const double area = pixels * random.uniform(recipe.areaMin, recipe.areaMax);
    const double aspect =
        std::exp(random.uniform(std::log(recipe.aspectMin), std::log(recipe.aspectMax)));
    const int w = std::clamp(rounded(std::sqrt(area * aspect)), 1, width);
    const int h = std::clamp(rounded(std::sqrt(area / aspect)), 1, height);
    const int y = drawBelow(random, height - h + 1);
    const int x = drawBelow(random, width - w + 1);
    return {x, y, w, h};
}

/// The central square of a share of the shorter side (recipes 1.3, "SimCLR eval preprocessing").
ImageBox centralCrop(const ViewRecipe& recipe, int width, int height)
{
    const int shorter = std::min(width, height);
    const int side = std::clamp(rounded(recipe.centreShare * shorter), 1, shorter);
    return {(width - side + 1) / 2, (height - side + 1) / 2, side, side};
}

} // namespace

ImageBox drawCrop(const ViewRecipe& recipe, int width, int height, Random& random)
{
    switch (recipe.crop) {
    case CropRule::TensorFlow:
        return tensorFlowCrop(recipe, width, height, random);
    case CropRule::Torchvision:
        return torchvisionCrop(recipe, width, height, random);
    case CropRule::Clipped:
        return clippedCrop(recipe, width, height, random);
    case CropRule::Centre:
        break;
    }
    return centralCrop(recipe, width, height);
}

} // namespace rekindle::views

#include "core/views/augment.h"

#include "core/base/check.h"
#include "core/views/blur.h"
#include "core/views/colour.h"
#include "core/views/crop.h"
#include "core/views/resample.h"

#include <algorithm>

namespace rekindle::views {
namespace {

constexpr double kSmallestSigma = 0.1;
constexpr double kLargestSigma = 2.0;

enum ColourStep { Brightness, Contrast, Saturation, Hue };

void drawJitter(const ViewRecipe& recipe, Random& random, ViewParameters& parameters)
{
    std::array<std::size_t, 4> order{Brightness, Contrast, Saturation, Hue};
    random.shuffle(order);
    std::transform(order.begin(), order.end(), parameters.jitterOrder.begin(),
                   [](std::size_t step) { return static_cast<int>(step); });
    const auto factor = [&](double spread) {
        return random.uniform(std::max(0.0, 1.0 - spread), 1.0 + spread);
    };
    parameters.brightness = recipe.colour == ColourRule::Torchvision
                                ? factor(recipe.brightness)
                                : random.uniform(-recipe.brightness, recipe.brightness);
    parameters.contrast = factor(recipe.contrast);
    parameters.saturation = factor(recipe.saturation);
    parameters.hue = random.uniform(-recipe.hue, recipe.hue);
}

void applyTensorFlow(int step, const ViewParameters& parameters, int planes, std::size_t count,
                     float* values)
{
    const std::size_t all = count * static_cast<std::size_t>(planes);
    if (step == Brightness)
        addBrightness(values, all, static_cast<float>(parameters.brightness));
    else if (step == Contrast)
        for (std::size_t at = 0; at < all; at += count)
            scaleContrast(values + at, count, static_cast<float>(parameters.contrast));
    else if (step == Saturation && planes == 3)
        scaleSaturation(values, count, static_cast<float>(parameters.saturation));
    else if (step == Hue && planes == 3)
        turnHue(values, count, static_cast<float>(parameters.hue));
}

void applyTorchvision(int step, const ViewParameters& parameters, int planes, std::size_t count,
                      float* values)
{
    if (step == Brightness)
        scaleBrightness(values, count * static_cast<std::size_t>(planes),
                        static_cast<float>(parameters.brightness));
    else if (step == Contrast)
        scaleContrastAboutGrey(values, planes, count, static_cast<float>(parameters.contrast));
    else if (step == Saturation && planes == 3)
        scaleSaturationAboutGrey(values, count, static_cast<float>(parameters.saturation));
    else if (step == Hue && planes == 3)
        turnHueInSteps(values, count, static_cast<float>(parameters.hue));
}

/// The four operations in their drawn order, each followed by a clip (recipes 1.3, row 4). A grey
/// picture comes as one plane: its hue and saturation have nothing to change.
void applyJitter(const ViewParameters& parameters, ColourRule rule, int planes, std::size_t count,
                 float* values)
{
    for (const int step : parameters.jitterOrder) {
        if (rule == ColourRule::Torchvision)
            applyTorchvision(step, parameters, planes, count, values);
        else
            applyTensorFlow(step, parameters, planes, count, values);
        clipToUnit(values, count * static_cast<std::size_t>(planes));
    }
}

void applyGrey(ColourRule rule, int planes, std::size_t count, float* values)
{
    if (rule == ColourRule::Torchvision) {
        if (planes == 3)
            makeGreyAsPil(values, count);
    } else if (planes == 3) {
        makeGrey(values, count);
    } else {
        makeGreyPlane(values, count);
    }
}

} // namespace

ViewParameters drawView(const ViewRecipe& recipe, int width, int height, Random& random,
                        double batchBlurSigma)
{
    ViewParameters parameters;
    parameters.crop = drawCrop(recipe, width, height, random);
    parameters.flip = recipe.flip > 0.0 && random.chance(recipe.flip);
    parameters.jitter = recipe.jitter > 0.0 && random.chance(recipe.jitter);
    if (parameters.jitter)
        drawJitter(recipe, random, parameters);
    parameters.grey = recipe.grey > 0.0 && random.chance(recipe.grey);
    if (recipe.blur > 0.0 && random.chance(recipe.blur))
        parameters.blurSigma = recipe.blurWidth == BlurWidth::PerBatch
                                   ? batchBlurSigma
                                   : random.uniform(kSmallestSigma, kLargestSigma);
    parameters.solarise = recipe.solarise > 0.0 && random.chance(recipe.solarise);
    return parameters;
}

double drawBatchBlur(Random random)
{
    return random.uniform(kSmallestSigma, kLargestSigma);
}

int leastSide(const ViewRecipe& recipe)
{
    // An antialiased reduction by two or more hides how the pixels before it came about.
    return recipe.resampling == Resampling::Triangle ? 2 * recipe.size : 0;
}

void renderView(const image::ImagePart& part, const ViewRecipe& recipe,
                const ViewParameters& parameters, std::span<float> out)
{
    const auto side = static_cast<std::size_t>(recipe.size);
    const std::size_t count = side * side;
    RK_ASSERT(out.size() == 3 * count);
    float* values = out.data();
    const int planes = part.pixels.channels;
    const std::size_t all = count * static_cast<std::size_t>(planes);
    resample(part, parameters.crop, recipe.resampling,
             parameters.flip ? Mirror::LeftRight : Mirror::No, recipe.size, values);
    if (recipe.resampling == Resampling::Tf2Bicubic)
        clipToUnit(values, all);
    if (parameters.jitter)
        applyJitter(parameters, recipe.colour, planes, count, values);
    if (parameters.grey)
        applyGrey(recipe.colour, planes, count, values);
    clipToUnit(values, all);
    if (parameters.blurSigma > 0.0) {
        if (recipe.blurRule == BlurRule::Boxes)
            boxBlur(values, planes, recipe.size, parameters.blurSigma);
        else
            blur(values, planes, recipe.size, parameters.blurSigma);
        clipToUnit(values, all);
    }
    if (parameters.solarise)
        solarise(values, all);
    if (planes == 1) {
        std::copy_n(values, count, values + count);
        std::copy_n(values, count, values + 2 * count);
    }
}

Json toJson(const ViewParameters& parameters)
{
    Json json;
    json["crop"] = {parameters.crop.x, parameters.crop.y, parameters.crop.width,
                    parameters.crop.height};
    json["flip"] = parameters.flip;
    json["jitter"] = parameters.jitter;
    if (parameters.jitter) {
        static constexpr std::array kWords{"brightness", "contrast", "saturation", "hue"};
        json["order"] = Json::array();
        for (const int step : parameters.jitterOrder)
            json["order"].push_back(kWords.at(static_cast<std::size_t>(step)));
        json["brightness"] = parameters.brightness;
        json["contrast"] = parameters.contrast;
        json["saturation"] = parameters.saturation;
        json["hue"] = parameters.hue;
    }
    json["grey"] = parameters.grey;
    json["blur_sigma_px"] = parameters.blurSigma;
    json["solarise"] = parameters.solarise;
    return json;
}

} // namespace rekindle::views

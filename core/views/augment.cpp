#include "core/views/augment.h"

#include "core/base/check.h"
#include "core/views/blur.h"
#include "core/views/colour.h"
#include "core/views/crop.h"
#include "core/views/resample.h"
#include "core/views/rotate.h"

#include <algorithm>

namespace rekindle::views {
namespace {

constexpr double kSmallestSigma = 0.1;
constexpr double kLargestSigma = 2.0;
/// Of ViewRecipe::stain: at 0.2 the brightness of bare glass changes by up to an eighth.
constexpr double kStainShiftShare = 0.25;

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

/// Drawn last, so that recipes without them draw what they always drew.
void drawPolicy(const ViewRecipe& recipe, Random& random, ViewParameters& parameters)
{
    if (recipe.stain > 0.0 && parameters.jitter) {
        for (double& factor : parameters.stainFactor)
            factor = random.uniform(1.0 - recipe.stain, 1.0 + recipe.stain);
        for (double& shift : parameters.stainShift)
            shift = kStainShiftShare * random.uniform(-recipe.stain, recipe.stain);
    }
    if (recipe.rotation > 0.0)
        parameters.rotation = random.uniform(-recipe.rotation, recipe.rotation);
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

/// One operation of the jitter, and its clip (recipes 1.3, row 4).
void applyStep(int step, const ViewParameters& parameters, ColourRule rule, int planes,
               std::size_t count, float* values)
{
    if (rule == ColourRule::Torchvision)
        applyTorchvision(step, parameters, planes, count, values);
    else
        applyTensorFlow(step, parameters, planes, count, values);
    clipToUnit(values, count * static_cast<std::size_t>(planes));
}

/// Operations that look at one pixel at a time, a piece of the picture after the other: each piece
/// stays in the processor's nearest cache for all of them.
void applyByPieces(std::span<const int> steps, const ViewParameters& parameters, ColourRule rule,
                   int planes, std::size_t count, float* values)
{
    if (steps.empty())
        return;
    constexpr std::size_t kPiece = 1024;
    std::array<float, 3 * kPiece> piece{};
    for (std::size_t start = 0; start < count; start += kPiece) {
        const std::size_t length = std::min(kPiece, count - start);
        for (std::size_t plane = 0; plane < static_cast<std::size_t>(planes); ++plane)
            std::copy_n(values + plane * count + start, length, piece.data() + plane * length);
        for (const int step : steps)
            applyStep(step, parameters, rule, planes, length, piece.data());
        for (std::size_t plane = 0; plane < static_cast<std::size_t>(planes); ++plane)
            std::copy_n(piece.data() + plane * length, length, values + plane * count + start);
    }
}

/// The four operations in their drawn order. Contrast needs the whole picture's mean, the others
/// nothing but a pixel. A grey picture comes as one plane: its hue and saturation have nothing to
/// change.
void applyJitter(const ViewParameters& parameters, ColourRule rule, int planes, std::size_t count,
                 float* values)
{
    const std::span<const int> order = parameters.jitterOrder;
    for (std::size_t at = 0; at < order.size();) {
        std::size_t end = at;
        while (end < order.size() && order[end] != Contrast)
            ++end;
        applyByPieces(order.subspan(at, end - at), parameters, rule, planes, count, values);
        if (end < order.size())
            applyStep(Contrast, parameters, rule, planes, count, values);
        at = end + 1;
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
    drawPolicy(recipe, random, parameters);
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
    if (parameters.rotation != 0.0)
        rotate(values, planes, recipe.size, parameters.rotation);
    if (recipe.stain > 0.0 && parameters.jitter && planes == 3) {
        shiftStains(values, count, parameters.stainFactor, parameters.stainShift);
        clipToUnit(values, all);
    }
    if (parameters.jitter)
        applyJitter(parameters, recipe.colour, planes, count, values);
    if (parameters.grey)
        applyGrey(recipe.colour, planes, count, values);
    // Jitter ends within [0, 1].
    if (!parameters.jitter || parameters.grey)
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
    if (parameters.rotation != 0.0)
        json["rotation_degrees"] = parameters.rotation;
    if (parameters.stainFactor != ViewParameters{}.stainFactor) {
        json["stain_factor"] = parameters.stainFactor;
        json["stain_shift"] = parameters.stainShift;
    }
    return json;
}

} // namespace rekindle::views

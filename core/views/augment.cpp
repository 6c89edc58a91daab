#include "core/views/augment.h"

#include "core/base/aligned.h"
#include "core/base/check.h"
#include "core/views/blur.h"
#include "core/views/colour.h"
#include "core/views/crop.h"
#include "core/views/resampled_rows.h"
#include "core/views/rotate.h"
#include "core/views/row_steps.h"
#include "core/views/wide_across.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

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

RowStep stepOf(int step, const ViewParameters& parameters)
{
    using Kind = RowStep::Kind;
    switch (step) {
    case Brightness:
        return {Kind::Brightness, static_cast<float>(parameters.brightness), {}, false};
    case Saturation:
        // A factor of 1 and no turn leave nothing but the clip.
        return {parameters.saturation == 1.0 ? Kind::Clip : Kind::Saturation,
                static_cast<float>(parameters.saturation),
                {},
                false};
    case Hue:
        return {parameters.hue == 0.0 ? Kind::Clip : Kind::Hue,
                static_cast<float>(parameters.hue),
                {},
                false};
    default:
        return {Kind::Contrast, static_cast<float>(parameters.contrast), {}, false};
    }
}

/// The colour operations of a view. Contrast needs the mean of the whole picture, the others
/// nothing but a pixel.
struct ColourPlan {
    std::vector<RowStep> first; ///< up to where contrast needs the mean
    std::vector<RowStep> second;
    bool contrast = false; ///< second begins with it
};

/// The four operations in their drawn order, each with its clip (recipes 1.3, row 4), and grey.
ColourPlan planOf(const ViewParameters& parameters)
{
    ColourPlan plan;
    const auto add = [&](RowStep step) {
        (plan.contrast ? plan.second : plan.first).push_back(step);
    };
    if (parameters.jitter) {
        bool isUnit = false;
        for (const int step : parameters.jitterOrder) {
            plan.contrast = plan.contrast || step == Contrast;
            RowStep next = stepOf(step, parameters);
            next.isUnit = std::exchange(isUnit, true);
            add(next);
        }
    }
    if (parameters.grey)
        add({RowStep::Kind::Grey, 0.0f, {}, false});
    // Jitter ends within [0, 1].
    if (!parameters.jitter || parameters.grey)
        add({RowStep::Kind::Clip, 0.0f, {}, false});
    return plan;
}

/// What contrast leaves as it is: each plane's mean (TensorFlow), or that of the grey picture,
/// rounded to a 255th.
std::array<float, 3> centresOf(const std::array<double, 3>& sums, double count, int planes,
                               ColourRule rule)
{
    std::array<float, 3> centres{};
    if (rule == ColourRule::Torchvision) {
        const double grey =
            planes == 3 ? 0.299 * sums[0] + 0.587 * sums[1] + 0.114 * sums[2] : sums[0];
        centres.fill(static_cast<float>(std::floor(255.0 * grey / count + 0.5) / 255.0));
    } else {
        std::transform(sums.begin(), sums.end(), centres.begin(),
                       [&](double sum) { return static_cast<float>(sum / count); });
    }
    return centres;
}

/// Planes [channels, size, size] in the making.
struct Work {
    float* values = nullptr;
    int channels = 3;
    std::size_t side = 0;

    [[nodiscard]] std::size_t count() const { return side * side; }
    [[nodiscard]] std::size_t all() const { return static_cast<std::size_t>(channels) * count(); }
    [[nodiscard]] Piece row(std::size_t y) const
    {
        float* first = values + y * side;
        return channels == 1 ? Piece{{first, nullptr, nullptr}, 1, side}
                             : Piece{{first, first + count(), first + 2 * count()}, 3, side};
    }
};

/// What looks at more than a pixel or is drawn seldom, on the whole picture between its crop and
/// its colours.
bool needsWhole(const ViewRecipe& recipe, const ViewParameters& parameters, int channels)
{
    return parameters.rotation != 0.0 || (recipe.stain > 0.0 && parameters.jitter && channels == 3);
}

void applyWhole(const ViewRecipe& recipe, const ViewParameters& parameters, const Work& work)
{
    if (parameters.rotation != 0.0)
        rotate(work.values, work.channels, recipe.size, parameters.rotation);
    if (recipe.stain > 0.0 && parameters.jitter && work.channels == 3) {
        shiftStains(work.values, work.count(), parameters.stainFactor, parameters.stainShift);
        clipToUnit(work.values, work.all());
    }
}

/// Crop and colours: each row goes through all that can be done to it while the processor has it at
/// hand, once up to contrast's mean and once from there.
void cropAndColour(const image::ImagePart& part, const ViewRecipe& recipe,
                   const ViewParameters& parameters, const Work& work)
{
    thread_local ResampledRows rows;
    rows.begin(part, parameters.crop, recipe.resampling,
               parameters.flip ? Mirror::LeftRight : Mirror::No, recipe.size);
    ColourPlan plan = planOf(parameters);
    const RowSteps first(plan.first, recipe.colour, work.channels);
    std::array<double, 3> sums{};
    const bool whole = needsWhole(recipe, parameters, work.channels);
    const auto colour = [&](const Piece& piece) {
        plan.contrast ? first.applyAndAdd(piece, sums) : first.apply(piece);
    };
    constexpr std::array kClip{RowStep{}};
    const RowSteps clip(kClip, recipe.colour, work.channels);
    for (std::size_t y = 0; y < work.side; ++y) {
        const Piece piece = work.row(y);
        rows.row(static_cast<int>(y), piece.planes);
        if (recipe.resampling == Resampling::Tf2Bicubic)
            clip.apply(piece);
        if (!whole)
            colour(piece);
    }
    if (whole) {
        applyWhole(recipe, parameters, work);
        for (std::size_t y = 0; y < work.side; ++y)
            colour(work.row(y));
    }
    if (!plan.contrast)
        return;
    plan.second.front().centre =
        centresOf(sums, static_cast<double>(work.count()), work.channels, recipe.colour);
    const RowSteps second(plan.second, recipe.colour, work.channels);
    for (std::size_t y = 0; y < work.side; ++y)
        second.apply(work.row(y));
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

bool gainsByPlanes()
{
    return WideAcross::isThere();
}

void renderView(const image::ImagePart& part, const ViewRecipe& recipe,
                const ViewParameters& parameters, std::span<float> out)
{
    const auto side = static_cast<std::size_t>(recipe.size);
    const std::size_t count = side * side;
    RK_ASSERT(out.size() == 3 * count);
    const bool blurs = parameters.blurSigma > 0.0;
    thread_local AlignedFloats unblurred;
    if (blurs)
        unblurred.resize(std::max(unblurred.size(), 3 * count));
    float* values = out.data();
    const Work work{blurs ? unblurred.data() : values, part.pixels.channels, side};
    cropAndColour(part, recipe, parameters, work);
    // The planes of what is grey are all the same.
    const int planes = parameters.grey ? 1 : work.channels;
    const std::size_t all = count * static_cast<std::size_t>(planes);
    if (blurs)
        blur(recipe.blurRule, parameters.blurSigma, planes, recipe.size, Range::Unit,
             unblurred.data(), values);
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

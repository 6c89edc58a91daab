#include "core/views/operation.h"

#include "core/base/text.h"
#include "core/image/image_part.h"
#include "core/views/blur.h"
#include "core/views/colour.h"
#include "core/views/resample.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rekindle::views {
namespace {

constexpr int kLargest = 4096;

/// The first parameter of these names that is a number.
std::optional<double> number(const Json& operation, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const auto found = operation.find(name);
        if (found != operation.end() && found->is_number())
            return found->get<double>();
    }
    return std::nullopt;
}

tl::unexpected<Error> lacks(const std::string& name, const char* what)
{
    return fail(ErrorKind::Usage, "This operation needs its " + std::string(what), name);
}

void mirror(ViewInWork& view)
{
    const auto side = static_cast<std::ptrdiff_t>(view.size);
    for (auto row = view.values.begin(); row != view.values.end(); row += side)
        std::reverse(row, row + side);
}

void colour(const std::string& name, float by, const ViewRecipe& recipe, ViewInWork& view)
{
    const std::size_t all = view.values.size();
    const std::size_t count = all / static_cast<std::size_t>(view.planes);
    float* values = view.values.data();
    const bool torchvision = recipe.colour == ColourRule::Torchvision;
    if (name == "brightness" && torchvision) {
        scaleBrightness(values, all, by);
    } else if (name == "brightness") {
        addBrightness(values, all, by);
    } else if (name == "contrast" && torchvision) {
        scaleContrastAboutGrey(values, view.planes, count, by);
    } else if (name == "contrast") {
        for (std::size_t at = 0; at < all; at += count)
            scaleContrast(values + at, count, by);
    } else if (view.planes == 3 && name == "saturation") {
        torchvision ? scaleSaturationAboutGrey(values, count, by)
                    : scaleSaturation(values, count, by);
    } else if (view.planes == 3) {
        torchvision ? turnHueInSteps(values, count, by) : turnHue(values, count, by);
    }
}

void grey(const ViewRecipe& recipe, ViewInWork& view)
{
    const std::size_t count = view.values.size() / static_cast<std::size_t>(view.planes);
    const bool torchvision = recipe.colour == ColourRule::Torchvision;
    if (view.planes == 3)
        torchvision ? makeGreyAsPil(view.values.data(), count)
                    : makeGrey(view.values.data(), count);
    else if (!torchvision)
        makeGreyPlane(view.values.data(), count);
}

} // namespace

Result<ViewInWork> cropOperation(const image::Image& image, const ViewRecipe& recipe,
                                 const Json& crop)
{
    const auto whole = [&](const char* name, int otherwise) {
        return static_cast<int>(number(crop, {name}).value_or(otherwise));
    };
    image::ImageBox box;
    box.x = whole("x", 0);
    box.y = whole("y", 0);
    box.width = whole("width", image.width - box.x);
    box.height = whole("height", image.height - box.y);
    ViewInWork view;
    view.size = whole("size", recipe.size);
    view.planes = image.channels;
    if (box.x < 0 || box.y < 0 || box.width < 1 || box.height < 1 ||
        box.x > image.width - box.width || box.y > image.height - box.height)
        return fail(ErrorKind::Usage, "This crop does not lie within the picture", "crop");
    if (view.size < 1 || view.size > kLargest)
        return fail(ErrorKind::Usage, "The size of a view is from 1 to 4096 pixels", "crop");
    const auto side = static_cast<std::size_t>(view.size);
    view.values.resize(static_cast<std::size_t>(view.planes) * side * side);
    resample(image::wholePart(image), box, recipe.resampling, Mirror::No, view.size,
             view.values.data());
    if (recipe.resampling == Resampling::Tf2Bicubic)
        clipToUnit(view.values.data(), view.values.size());
    return view;
}

Result<void> applyOperation(const Json& operation, const ViewRecipe& recipe, ViewInWork& view)
{
    const auto word = operation.find("op");
    if (word == operation.end() || !word->is_string())
        return fail(ErrorKind::Usage, "An operation has a name under 'op'", "operations");
    const auto name = word->get<std::string>();
    constexpr std::array kColours{"brightness", "contrast", "saturation", "hue"};
    if (std::find(kColours.begin(), kColours.end(), name) != kColours.end()) {
        const auto by = number(operation, {"factor", "delta", "turns"});
        if (!by)
            return lacks(name, "factor or delta");
        colour(name, static_cast<float>(*by), recipe, view);
    } else if (name == "blur") {
        const auto sigma = number(operation, {"sigma", "radius"});
        if (!sigma || !(*sigma > 0))
            return lacks(name, "sigma, above 0");
        blur(recipe.blurRule, *sigma, view.planes, view.size, view.values.data());
    } else if (name == "flip") {
        mirror(view);
    } else if (name == "grey" || name == "gray") {
        grey(recipe, view);
    } else if (name == "solarise" || name == "solarize") {
        solarise(view.values.data(), view.values.size());
    } else if (name == "clip") {
        clipToUnit(view.values.data(), view.values.size());
    } else {
        return fail(ErrorKind::Usage, "There is no operation of this name", text::shown(name),
                    "There are: crop, flip, brightness, contrast, saturation, hue, grey, blur, "
                    "solarise, clip.");
    }
    return {};
}

} // namespace rekindle::views

#include "core/views/view_recipe.h"

namespace rekindle::views {
namespace {

/// A recipe without chance in it, to start from.
ViewRecipe still(std::string name, int size)
{
    ViewRecipe recipe;
    recipe.name = std::move(name);
    recipe.size = size;
    recipe.flip = 0.0;
    recipe.jitter = 0.0;
    recipe.grey = 0.0;
    recipe.blur = 0.0;
    return recipe;
}

std::string_view word(CropRule rule)
{
    switch (rule) {
    case CropRule::TensorFlow:
        return "tensorflow";
    case CropRule::Torchvision:
        return "torchvision";
    case CropRule::Clipped:
        return "clipped";
    case CropRule::Centre:
        break;
    }
    return "centre";
}

std::string_view word(Resampling resampling)
{
    switch (resampling) {
    case Resampling::Tf1Bicubic:
        return "tf1-bicubic";
    case Resampling::Tf2Bicubic:
        return "tf2-bicubic";
    case Resampling::Triangle:
        break;
    }
    return "triangle-antialias";
}

void strengthen(ViewRecipe& recipe, double strength)
{
    recipe.brightness *= strength;
    recipe.contrast *= strength;
    recipe.saturation *= strength;
    recipe.hue *= strength;
}

} // namespace

ViewRecipe simclrView(int size, double strength)
{
    ViewRecipe recipe;
    recipe.name = "simclr";
    recipe.size = size;
    strengthen(recipe, strength);
    return recipe;
}

ViewRecipe swavView(int size, double areaMin, double areaMax, double strength)
{
    ViewRecipe recipe;
    recipe.name = "swav";
    recipe.size = size;
    recipe.crop = CropRule::Torchvision;
    recipe.areaMin = areaMin;
    recipe.areaMax = areaMax;
    recipe.resampling = Resampling::Triangle;
    recipe.colour = ColourRule::Torchvision;
    recipe.blurRule = BlurRule::Boxes;
    recipe.blurWidth = BlurWidth::PerImage;
    strengthen(recipe, strength);
    return recipe;
}

ViewRecipe mocoView(int size)
{
    ViewRecipe recipe = swavView(size, 0.2, 1.0);
    recipe.name = "moco";
    recipe.brightness = 0.4;
    recipe.contrast = 0.4;
    recipe.saturation = 0.4;
    recipe.hue = 0.1;
    return recipe;
}

std::array<ViewRecipe, 2> byolViews(int size)
{
    ViewRecipe first;
    first.name = "byol";
    first.size = size;
    first.crop = CropRule::Clipped;
    first.resampling = Resampling::Tf2Bicubic;
    first.brightness = 0.4;
    first.contrast = 0.4;
    first.saturation = 0.2;
    first.hue = 0.1;
    first.blur = 1.0;
    first.blurWidth = BlurWidth::PerImage;
    ViewRecipe second = first;
    second.blur = 0.1;
    second.solarise = 0.2;
    return {first, second};
}

ViewRecipe fineTuneView(int size)
{
    ViewRecipe recipe = still("fine-tune", size);
    recipe.crop = CropRule::Torchvision;
    recipe.resampling = Resampling::Triangle;
    recipe.flip = 0.5;
    return recipe;
}

ViewRecipe scoringView(int size)
{
    ViewRecipe recipe = still("scoring", size);
    recipe.crop = CropRule::Centre;
    recipe.resampling = fineTuneView(size).resampling;
    return recipe;
}

Json toJson(const ViewRecipe& recipe)
{
    Json json;
    json["name"] = recipe.name;
    json["size_px"] = recipe.size;
    json["crop"] = word(recipe.crop);
    if (recipe.crop == CropRule::Centre) {
        json["centre_share"] = recipe.centreShare;
    } else {
        json["area"] = {recipe.areaMin, recipe.areaMax};
        json["aspect"] = {recipe.aspectMin, recipe.aspectMax};
    }
    json["resampling"] = word(recipe.resampling);
    json["flip"] = recipe.flip;
    json["jitter"] = recipe.jitter;
    json["colour"] = recipe.colour == ColourRule::TensorFlow ? "tensorflow" : "torchvision";
    json["brightness"] = recipe.brightness;
    json["contrast"] = recipe.contrast;
    json["saturation"] = recipe.saturation;
    json["hue"] = recipe.hue;
    json["grey"] = recipe.grey;
    json["blur"] = recipe.blur;
    json["blur_rule"] = recipe.blurRule == BlurRule::Gaussian ? "gaussian" : "boxes";
    json["blur_sigma"] = recipe.blurWidth == BlurWidth::PerBatch ? "per_batch" : "per_image";
    json["solarise"] = recipe.solarise;
    if (recipe.stain > 0.0)
        json["stain"] = recipe.stain;
    if (recipe.rotation > 0.0)
        json["rotation_degrees"] = recipe.rotation;
    return json;
}

} // namespace rekindle::views

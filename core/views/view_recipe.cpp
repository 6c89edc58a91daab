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
    case CropRule::Centre:
        break;
    }
    return "centre";
}

} // namespace

ViewRecipe simclrView(int size, double strength)
{
    ViewRecipe recipe;
    recipe.name = "simclr";
    recipe.size = size;
    recipe.brightness *= strength;
    recipe.contrast *= strength;
    recipe.saturation *= strength;
    recipe.hue *= strength;
    return recipe;
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
    json["resampling"] =
        recipe.resampling == Resampling::Tf1Bicubic ? "tf1-bicubic" : "triangle-antialias";
    json["flip"] = recipe.flip;
    json["jitter"] = recipe.jitter;
    json["brightness"] = recipe.brightness;
    json["contrast"] = recipe.contrast;
    json["saturation"] = recipe.saturation;
    json["hue"] = recipe.hue;
    json["grey"] = recipe.grey;
    json["blur"] = recipe.blur;
    json["blur_sigma"] = recipe.blurWidth == BlurWidth::PerBatch ? "per_batch" : "per_image";
    return json;
}

} // namespace rekindle::views

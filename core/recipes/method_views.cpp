#include "core/recipes/method_views.h"

#include "core/specs/simclr_spec.h"
#include "core/specs/swav_spec.h"
#include "core/views/policy.h"

#include <algorithm>

namespace rekindle::recipes {

ViewList simclrViews(const run::PretrainSettings& settings)
{
    const auto own = specs::simclrSettings(settings.own);
    auto recipe = views::simclrView(settings.imageSize, own.colourStrength);
    recipe.blur = own.blur;
    recipe.blurWidth =
        own.blurSigma == "per_image" ? views::BlurWidth::PerImage : views::BlurWidth::PerBatch;
    return {recipe, recipe};
}

ViewList swavViews(const run::PretrainSettings& settings)
{
    const auto own = specs::swavSettings(settings.own);
    const int size = settings.imageSize;
    if (!specs::swavHasSmallCrops(size, own))
        return {2, views::swavView(size, 0.08, 1.0, own.colourStrength)};
    ViewList crops(2, views::swavView(size, 0.14, 1.0, own.colourStrength));
    crops.insert(crops.end(), static_cast<std::size_t>(own.smallCrops),
                 views::swavView(own.smallSize, 0.05, 0.14, own.colourStrength));
    return crops;
}

ViewList byolViews(const run::PretrainSettings& settings)
{
    const auto both = views::byolViews(settings.imageSize);
    return {both.begin(), both.end()};
}

ViewList mocoViews(const run::PretrainSettings& settings)
{
    return {2, views::mocoView(settings.imageSize)};
}

ViewList supervisedViews(const run::PretrainSettings& settings)
{
    return {views::fineTuneView(settings.imageSize)};
}

std::deque<MethodViews>& methodViews()
{
    static std::deque<MethodViews> list = {
        {"simclr", simclrViews},
        {"swav", swavViews},
        {"byol", byolViews},
        {"moco", mocoViews},
        {"supervised", supervisedViews},
    };
    return list;
}

ViewList underPolicy(ViewList recipes, const run::PretrainSettings& settings)
{
    const auto policy = views::parsePolicy(settings.policy).value_or(views::Policy::Paper);
    for (views::ViewRecipe& recipe : recipes)
        recipe = views::withPolicy(std::move(recipe), policy);
    return recipes;
}

Result<ViewList> viewsOf(const run::PretrainSettings& settings)
{
    const auto& list = methodViews();
    const auto found = std::find_if(list.begin(), list.end(), [&](const MethodViews& entry) {
        return entry.method == settings.method;
    });
    if (found == list.end())
        return fail(ErrorKind::Usage, "The views of this method cannot be shown", settings.method);
    return underPolicy(found->views(settings), settings);
}

} // namespace rekindle::recipes

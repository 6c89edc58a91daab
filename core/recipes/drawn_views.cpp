#include "core/recipes/drawn_views.h"

#include "core/dataset/split.h"
#include "core/loader/batch_loader.h"
#include "core/recipes/method_views.h"

#include <algorithm>

namespace rekindle::recipes {
namespace {

constexpr int kImages = 4;
constexpr std::size_t kMostBytes = std::size_t{256} << 20;
/// Of whole pictures, kept for the other views of the same image.
constexpr std::size_t kCacheBytes = std::size_t{64} << 20;

std::size_t planesOf(int size)
{
    return 3 * static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
}

/// How many images are drawn at a time.
int imagesAtOnce(const ViewList& recipes)
{
    std::size_t bytes = 0;
    for (const views::ViewRecipe& recipe : recipes)
        bytes += planesOf(recipe.size) * sizeof(float);
    return static_cast<int>(
        std::clamp<std::size_t>(kMostBytes / std::max<std::size_t>(bytes, 1), 1, kImages));
}

/// The first `most` rows of a batch, as images with views.
std::vector<DrawnImage> imagesOf(const loader::ImageBatch& batch, std::size_t views, int most)
{
    std::vector<DrawnImage> images(static_cast<std::size_t>(std::min(batch.count, most)));
    const auto rows = static_cast<std::size_t>(batch.count);
    for (std::size_t row = 0; row < images.size(); ++row) {
        images[row].image = batch.images[row];
        images[row].views.resize(views);
        for (const loader::ViewBlock& block : batch.blocks) {
            const std::size_t pixels = planesOf(block.size);
            for (std::size_t v = 0; v < block.views.size(); ++v) {
                const auto from = block.pixels.values().begin() +
                                  static_cast<std::ptrdiff_t>((v * rows + row) * pixels);
                images[row].views[static_cast<std::size_t>(block.views[v])] = {
                    block.size, {from, from + static_cast<std::ptrdiff_t>(pixels)}};
            }
        }
    }
    return images;
}

} // namespace

Result<std::vector<DrawnImage>> drawViews(const dataset::Manifest& manifest,
                                          const run::PretrainSettings& settings, std::int64_t turn,
                                          const std::stop_token& stop)
{
    const auto labels =
        run::needsLabels(settings) ? dataset::Labels::Needed : dataset::Labels::NotNeeded;
    RK_TRY(auto images, dataset::imagesToLearnFrom(manifest, settings.seeTestImages, labels));
    loader::LoaderSettings wanted;
    RK_TRY(wanted.recipes, viewsOf(settings));
    const int atOnce = imagesAtOnce(wanted.recipes);
    wanted.batch = static_cast<int>(std::min(
        settings.batch, static_cast<std::int64_t>(std::max<std::size_t>(images.size(), 1))));
    // A replica's part of a batch has the numbers that these rows have in the whole batch.
    wanted.world = std::max(1, wanted.batch / atOnce);
    wanted.rank = static_cast<int>(turn % wanted.world);
    wanted.firstStep = turn / wanted.world;
    wanted.steps = 1;
    wanted.seed = settings.seed;
    wanted.mostAhead = 1;
    wanted.cacheBytes = kCacheBytes;
    const std::size_t views = wanted.recipes.size();
    RK_TRY(const auto loader,
           loader::BatchLoader::create(manifest, std::move(images), std::move(wanted)));
    RK_TRY(const auto batch, loader->next(stop));
    return imagesOf(batch, views, atOnce);
}

} // namespace rekindle::recipes

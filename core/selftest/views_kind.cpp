#include "core/selftest/kinds.h"

#include "core/image/read_image.h"
#include "core/image/write_png.h"
#include "core/pretrain/method_torch.h"
#include "core/storage/atomic_write.h"
#include "core/views/augment.h"
#include "core/views/operation.h"

#include <algorithm>
#include <cmath>

namespace rekindle::selftest {
namespace {

/// Planes [planes][S][S] as nested lists.
Json planesJson(const std::vector<float>& values, int size)
{
    Json planes = Json::array();
    const auto side = static_cast<std::size_t>(size);
    for (std::size_t at = 0; at < values.size();) {
        Json plane = Json::array();
        for (std::size_t y = 0; y < side; ++y, at += side)
            plane.push_back(
                std::vector<double>(values.begin() + static_cast<std::ptrdiff_t>(at),
                                    values.begin() + static_cast<std::ptrdiff_t>(at + side)));
        planes.push_back(std::move(plane));
    }
    return planes;
}

/// Writes a view as view-<number>.png; the file's name, or null where no folder was given.
Result<Json> picture(const std::filesystem::path& folder, const std::vector<float>& values,
                     int size, std::size_t number)
{
    if (folder.empty())
        return Json();
    const auto count = static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
    const std::size_t planes = values.size() / count;
    std::vector<std::uint8_t> pixels(values.size());
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c < planes; ++c)
            pixels[i * planes + c] = static_cast<std::uint8_t>(
                std::lround(std::clamp(values[c * count + i], 0.0f, 1.0f) * 255.0f));
    }
    RK_TRY(const auto bytes,
           image::pngBytes({size, size, static_cast<int>(planes), 8, std::move(pixels)}));
    const std::string name = "view-" + std::to_string(number) + ".png";
    RK_TRY(auto file, storage::AtomicFile::create(folder / name));
    RK_CHECK(file.write(bytes));
    RK_CHECK(file.commit());
    return Json(name);
}

Result<std::vector<views::ViewRecipe>> recipesOf(const Json& request)
{
    Json settings = request;
    for (const char* other :
         {"kind", "dtype", "image", "seed", "epoch", "index", "count", "operations"})
        settings.erase(other);
    RK_TRY(const auto pretrain, run::pretrainSettingsFromJson(settings, "the request"));
    RK_TRY(const auto architecture, weights::parseArchitecture("resnet18/16"));
    RK_TRY(const auto method, pretrain::makeMethod(pretrain, architecture, pretrain.conventions));
    return method->views();
}

/// A whole number from 0.
Result<std::uint32_t> place(const Json& request, const char* name, std::uint32_t otherwise)
{
    const auto found = request.find(name);
    if (found == request.end())
        return otherwise;
    if (!found->is_number_integer() || found->get<std::int64_t>() < 0 ||
        found->get<std::int64_t>() > 0xffffffff)
        return fail(ErrorKind::Usage, "This is a whole number from 0", name);
    return found->get<std::uint32_t>();
}

/// The views that a method draws of image `index` in pass `epoch`, `count` times over.
Result<Json> drawn(const Json& request, const image::Image& image,
                   const std::filesystem::path& folder)
{
    RK_TRY(const auto recipes, recipesOf(request));
    RK_TRY(const auto seed, place(request, "seed", 0));
    RK_TRY(const auto epoch, place(request, "epoch", 0));
    RK_TRY(const auto index, place(request, "index", 0));
    RK_TRY(const auto count, place(request, "count", static_cast<std::uint32_t>(recipes.size())));
    if (count > 1000)
        return fail(ErrorKind::Usage, "At most 1000 views are drawn", "count");
    const image::ImagePart whole = image::wholePart(image);
    Json parameters = Json::array(), images = Json::array(), files = Json::array();
    for (std::uint32_t i = 0; i < count; ++i) {
        const views::ViewRecipe& recipe = recipes[i % recipes.size()];
        const double sigma =
            views::drawBatchBlur(Random(seed, Purpose::BatchBlur, epoch, index, i));
        Random random(seed, Purpose::View, index, epoch, i);
        const auto view = views::drawView(recipe, image.width, image.height, random, sigma);
        const auto side = static_cast<std::size_t>(recipe.size);
        std::vector<float> values(3 * side * side);
        views::renderView(whole, recipe, view, values);
        RK_TRY(Json file, picture(folder, values, recipe.size, i));
        parameters.push_back(views::toJson(view));
        parameters.back()["size_px"] = recipe.size;
        images.push_back(planesJson(values, recipe.size));
        files.push_back(std::move(file));
    }
    return Json{{"parameters", parameters}, {"images", images}, {"files", files}};
}

/// The given operations one after the other, each with what it left.
Result<Json> operated(const Json& request, const image::Image& image,
                      const std::filesystem::path& folder)
{
    RK_TRY(const auto recipes, recipesOf(request));
    const views::ViewRecipe& recipe = recipes.front();
    const Json& operations = request["operations"];
    if (!operations.is_array())
        return fail(ErrorKind::Usage, "This is a list of operations", "operations");
    const bool crops = !operations.empty() && operations.front().is_object() &&
                       operations.front().value("op", Json()) == "crop";
    RK_TRY(auto view,
           views::cropOperation(image, recipe, crops ? operations.front() : Json::object()));
    for (std::size_t i = crops ? 1 : 0; i < operations.size(); ++i) {
        if (!operations[i].is_object())
            return fail(ErrorKind::Usage, "An operation has a name under 'op'", "operations");
        RK_CHECK(views::applyOperation(operations[i], recipe, view));
    }
    RK_TRY(const Json file, picture(folder, view.values, view.size, 0));
    return Json{{"parameters", operations},
                {"images", Json::array({planesJson(view.values, view.size)})},
                {"files", Json::array({file})}};
}

} // namespace

Result<Json> viewsKind(const Json& request, const std::filesystem::path& pictures)
{
    const Json file = request.value("image", Json());
    if (!file.is_string())
        return fail(ErrorKind::Usage, "The request names a picture", "image");
    RK_TRY(const auto image, image::readImage({file.get<std::string>(), 0}));
    return request.contains("operations") ? operated(request, image, pictures)
                                          : drawn(request, image, pictures);
}

} // namespace rekindle::selftest

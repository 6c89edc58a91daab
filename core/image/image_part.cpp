#include "core/image/image_part.h"

#include <algorithm>
#include <cstdint>

namespace rekindle::image {
namespace {

bool lies(const ImageBox& box, const ImageBox& within)
{
    return box.x >= within.x && box.y >= within.y && box.x + box.width <= within.x + within.width &&
           box.y + box.height <= within.y + within.height;
}

} // namespace

ImagePart wholePart(Image image)
{
    const ImageBox all{0, 0, image.width, image.height};
    return {std::move(image), all};
}

bool serves(const ImagePart& part, const ImageBox& box, int leastSide)
{
    if (!lies(box, part.covers))
        return false;
    if (part.pixels.width == part.covers.width && part.pixels.height == part.covers.height)
        return true;
    const auto pixels = [](int side, int stored, int whole) {
        return std::int64_t{side} * stored / whole;
    };
    return leastSide > 0 &&
           std::min(pixels(box.width, part.pixels.width, part.covers.width),
                    pixels(box.height, part.pixels.height, part.covers.height)) >= leastSide;
}

} // namespace rekindle::image

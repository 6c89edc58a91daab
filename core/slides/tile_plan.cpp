#include "core/slides/tile_plan.h"

#include <cmath>

namespace rekindle::slides {

TileScale scaleOf(const SlideFacts& facts, double slideMicrons, double microns, int side)
{
    // Levels are a few pixels off the round numbers that they are meant to be.
    constexpr double kSlack = 1.01;
    TileScale scale;
    const double wanted = microns / slideMicrons;
    scale.whole = side * wanted;
    for (int level = 0; level < facts.levels; ++level) {
        if (facts.downsample[level] <= wanted * kSlack &&
            facts.downsample[level] >= facts.downsample[scale.level])
            scale.level = level;
    }
    scale.pixels = static_cast<int>(std::lround(scale.whole / facts.downsample[scale.level]));
    return scale;
}

std::vector<TilePlace> planTiles(const SlideFacts& facts, const TissueMask& tissue,
                                 const TileScale& scale, double leastTissue, std::size_t most)
{
    const auto width = static_cast<double>(facts.width[0]);
    const auto height = static_cast<double>(facts.height[0]);
    std::vector<TilePlace> places;
    const auto columns = static_cast<std::int64_t>(width / scale.whole);
    const auto rows = static_cast<std::int64_t>(height / scale.whole);
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            const double x = static_cast<double>(column) * scale.whole;
            const double y = static_cast<double>(row) * scale.whole;
            if (tissue.share(x / width, y / height, (x + scale.whole) / width,
                             (y + scale.whole) / height) >= leastTissue)
                places.push_back({std::llround(x), std::llround(y)});
        }
    }
    if (places.size() <= most)
        return places;
    std::vector<TilePlace> some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(places[i * places.size() / most]);
    return some;
}

} // namespace rekindle::slides

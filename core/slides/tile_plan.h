#pragma once

#include "core/slides/slide_request.h"
#include "core/slides/tissue.h"

#include <cstdint>
#include <vector>

namespace rekindle::slides {

/// How tiles are read: which level, how many of its pixels a side, and how many of level 0.
struct TileScale {
    int level = 0;
    int pixels = 0;   ///< of that level, to be made smaller to the tile's side
    double whole = 0; ///< of level 0
};

/// For tiles of `side` pixels of `microns` each from a slide whose pixels are `slideMicrons`: the
/// smallest level that has at least as many pixels. A slide that is coarser than that gives
/// `pixels` below `side`.
[[nodiscard]] TileScale scaleOf(const SlideFacts& facts, double slideMicrons, double microns,
                                int side);

/// A tile's corner, in pixels of level 0.
struct TilePlace {
    std::int64_t x = 0, y = 0;

    [[nodiscard]] bool operator==(const TilePlace&) const = default;
};

/// Places side by side, row by row, that lie within the slide and hold at least `leastTissue` of
/// tissue; of more than `most` those evenly spread over their list.
[[nodiscard]] std::vector<TilePlace> planTiles(const SlideFacts& facts, const TissueMask& tissue,
                                               const TileScale& scale, double leastTissue,
                                               std::size_t most);

} // namespace rekindle::slides

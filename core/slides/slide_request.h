#pragma once

#include <cstdint>

namespace rekindle::slides {

inline constexpr int kMostLevels = 16;

/// What the program rekindle-slides is asked for: to open the slide whose path follows, or for a
/// rectangle of the one that it opened. Both programs are of one build.
struct SlideRequest {
    static constexpr std::uint32_t kMagic = 0x31736c73;
    enum class What : std::uint32_t { Open, Region };

    std::uint32_t magic = kMagic;
    What what = What::Open;
    std::int64_t x = 0, y = 0; ///< of the rectangle's corner, in pixels of level 0
    std::int32_t level = 0;
    std::int32_t width = 0, height = 0; ///< pixels of that level
    std::int32_t milliseconds = 0;      ///< of computing that it may take
};

/// The answer to Open.
struct SlideFacts {
    std::uint32_t isSlide = 0; ///< 0: no slide that can be read; nothing else holds then
    std::int32_t levels = 0;
    double micronsPerPixel = 0; ///< of level 0; 0: the slide does not say
    std::int64_t width[kMostLevels] = {}, height[kMostLevels] = {};
    double downsample[kMostLevels] = {}; ///< level 0's pixels for one of this level
};

/// The answer to Region is 1 and [height, width, 3] bytes, over white; or 0 and nothing.

} // namespace rekindle::slides

#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <vector>

namespace rekindle::slides {

/// Where a small picture of a slide shows tissue: pixels that have more colour than glass has. How
/// much that is, is Otsu's threshold (IEEE Trans. Syst. Man Cybern. 9:62, 1979) of the saturation,
/// within bounds, since glass alone and tissue alone have no two kinds of pixels. Black pixels
/// (ink, the scanner's border) are none.
class TissueMask
{
public:
    explicit TissueMask(const image::Image& picture); ///< 3 channels of 8 bits

    /// Share of tissue in a rectangle of the slide, given as shares of its width and height.
    [[nodiscard]] double share(double left, double top, double right, double bottom) const;
    /// Of the whole.
    [[nodiscard]] double share() const { return share(0, 0, 1, 1); }
    [[nodiscard]] int threshold() const { return m_threshold; } ///< of 255

private:
    int m_width = 0, m_height = 0;
    int m_threshold = 0;
    std::vector<std::uint32_t> m_sums; ///< tissue pixels above and to the left, [height+1, width+1]
};

/// Otsu's threshold of a histogram: values above it are the upper kind.
[[nodiscard]] int otsuThreshold(const std::vector<std::uint64_t>& histogram);

} // namespace rekindle::slides

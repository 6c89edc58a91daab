#pragma once

#include "core/image/image_part.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rekindle::views {

/// Rows of pixels out of a JPEG's planes, to the very numbers that libjpeg makes of them
/// (jdsample.c and jdcolor.c): differences of colour between neighbours' at a quarter of the way,
/// then red, green and blue in whole numbers. Only what a view needs is made. For one thread.
class PlaneRows
{
public:
    /// `count` pixels of each row from `x` on. `part` has planes and outlives the rows.
    void begin(const image::ImagePart& part, int x, int count);
    /// How many pixels there must be room for where `count` are asked for.
    [[nodiscard]] static std::size_t roomFor(std::size_t count);
    /// Row `y` of the picture as `count` values of each colour.
    void apart(int y, float* red, float* green, float* blue);
    /// The same as four values a pixel, of which the last means nothing.
    void together(int y, float* quads);

private:
    [[nodiscard]] const std::uint8_t* rowOf(std::size_t number, int y) const;
    [[nodiscard]] const std::uint8_t* widen(std::size_t number, int y,
                                            std::vector<std::uint16_t>& out);
    void prepare(int y);

    const std::uint8_t* m_samples = nullptr;
    std::array<image::JpegPlanes::Plane, 3> m_planes{};
    int m_width = 0, m_height = 0; ///< of the picture
    int m_across = 1, m_down = 1;  ///< JpegPlanes
    std::size_t m_first = 0;       ///< the first pixel of a row
    std::size_t m_count = 0;       ///< how many
    std::size_t m_pairs = 0;       ///< that they lie in
    std::size_t m_left = 0;        ///< pixels in front of it that are made, too, since it is odd
    std::vector<std::uint16_t> m_sums; ///< differences of colour of two rows, and one at each side
    std::vector<std::uint16_t> m_toBlue, m_toRed; ///< for each pixel; two bytes
    std::vector<std::uint32_t> m_words;
    const std::uint8_t* m_lumaRow = nullptr; ///< of the latest row, as are the following
    const std::uint8_t* m_toBlueRow = nullptr;
    const std::uint8_t* m_toRedRow = nullptr;
};

} // namespace rekindle::views

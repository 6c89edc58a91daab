#pragma once

#include <cstddef>

namespace rekindle::image {

/// How the planes of a colour JPEG lie in a picture's samples, of 8 bits, as they are stored and
/// one behind the other: brightness (Y), then two differences of colour (Cb, Cr) that neighbours
/// may share. All planes end with whole blocks, beyond the picture if need be.
struct JpegPlanes {
    int across = 1; ///< pixels of a row that share a difference of colour: 1 or 2
    int down = 1;   ///< rows that do: 1, or 2 where `across` is 2

    struct Plane {
        std::size_t first = 0;  ///< sample
        std::size_t stride = 0; ///< samples from one row to the next
        std::size_t rows = 0;   ///< that there is room for
    };
    /// Of a picture of this size; `number` from 0 to 2.
    [[nodiscard]] Plane plane(int width, int height, int number) const
    {
        constexpr std::size_t kBlock = 8;
        const auto blocks = [](int side, int share) {
            const std::size_t block = kBlock * static_cast<std::size_t>(share);
            return (static_cast<std::size_t>(side) + block - 1) / block * kBlock;
        };
        const Plane colour{0, blocks(width, across), blocks(height, down)};
        const Plane luma{0, colour.stride * static_cast<std::size_t>(across),
                         colour.rows * static_cast<std::size_t>(down)};
        if (number == 0)
            return luma;
        const auto before = static_cast<std::size_t>(number - 1);
        return {luma.stride * luma.rows + before * colour.stride * colour.rows, colour.stride,
                colour.rows};
    }
    /// May be read behind the last, so that a loop need not stop within a vector.
    static constexpr std::size_t kBehind = 32;
    /// Of all planes, and what is behind.
    [[nodiscard]] std::size_t samples(int width, int height) const
    {
        const Plane last = plane(width, height, 2);
        return last.first + last.stride * last.rows + kBehind;
    }
};

} // namespace rekindle::image

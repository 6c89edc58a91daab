#include "core/image/tiff_samples.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace rekindle::image {
namespace {

template <class Number>
Number storedAt(const std::byte* row, std::size_t index)
{
    Number value;
    std::memcpy(&value, row + index * sizeof value, sizeof value);
    return value;
}

/// Numbers of any length that are packed without gaps, the highest bit first.
unsigned packedAt(const std::byte* row, std::size_t index, int bits)
{
    const std::size_t first = index * static_cast<std::size_t>(bits);
    unsigned value = 0;
    for (std::size_t bit = first; bit < first + static_cast<std::size_t>(bits); ++bit)
        value = (value << 1) | ((std::to_integer<unsigned>(row[bit / 8]) >> (7 - bit % 8)) & 1u);
    return value;
}

/// IEEE 754 of 16 bits.
float halfAt(const std::byte* row, std::size_t index)
{
    const auto half = storedAt<std::uint16_t>(row, index);
    const int exponent = (half >> 10) & 0x1f;
    const int fraction = half & 0x3ff;
    const float sign = (half & 0x8000) != 0 ? -1.0f : 1.0f;
    if (exponent == 0x1f)
        return fraction == 0 ? sign * INFINITY : NAN;
    if (exponent == 0)
        return sign * std::ldexp(static_cast<float>(fraction), -24);
    return sign * std::ldexp(static_cast<float>(1024 + fraction), exponent - 25);
}

/// One number of a row, whatever its kind.
template <class Sample>
Sample sampleAt(const std::byte* row, std::size_t index, const TiffPage& page)
{
    const auto as = [](auto value) { return static_cast<Sample>(value); };
    if (page.numbers == TiffNumbers::Float) {
        if (page.bits == 16)
            return as(halfAt(row, index));
        return page.bits == 32 ? as(storedAt<float>(row, index)) : as(storedAt<double>(row, index));
    }
    const bool isSigned = page.numbers == TiffNumbers::Signed;
    switch (page.bits) {
    case 8:
        return isSigned ? as(storedAt<std::int8_t>(row, index))
                        : as(storedAt<std::uint8_t>(row, index));
    case 16:
        return isSigned ? as(storedAt<std::int16_t>(row, index))
                        : as(storedAt<std::uint16_t>(row, index));
    case 32:
        return isSigned ? as(storedAt<std::int32_t>(row, index))
                        : as(storedAt<std::uint32_t>(row, index));
    default:
        return as(packedAt(row, index, page.bits));
    }
}

/// Where the samples of a piece go.
struct Area {
    std::uint32_t left, top, right, bottom; ///< of the piece that lies in the box
};

} // namespace

template <class Sample>
Result<std::vector<Sample>> tiffSamples(TiffFile& file, const TiffPage& page, const ImageBox& box,
                                        const std::vector<int>& wanted)
{
    const auto left = static_cast<std::uint32_t>(box.x), top = static_cast<std::uint32_t>(box.y);
    const auto right = left + static_cast<std::uint32_t>(box.width);
    const auto bottom = top + static_cast<std::uint32_t>(box.height);
    const std::size_t channels = wanted.size();
    std::vector<Sample> samples;
    const std::size_t perPixel = page.planes ? 1 : static_cast<std::size_t>(page.samples);
    const std::size_t rowBytes = file.rowBytes();
    const std::size_t rowBits = page.pieceWidth * perPixel * static_cast<std::size_t>(page.bits);
    for (std::size_t plane = 0; plane < (page.planes ? channels : 1); ++plane) {
        for (std::uint32_t y = top - top % page.pieceHeight; y < bottom; y += page.pieceHeight) {
            for (std::uint32_t x = left - left % page.pieceWidth; x < right; x += page.pieceWidth) {
                RK_TRY(const auto piece, file.piece(x, y, page.planes ? wanted[plane] : 0));
                // Memory for pixels is taken when some have come.
                samples.resize(static_cast<std::size_t>(box.width) *
                               static_cast<std::size_t>(box.height) * channels);
                const Area area{std::max(left, x), std::max(top, y),
                                std::min(right, x + page.pieceWidth),
                                std::min(bottom, y + page.pieceHeight)};
                if (rowBytes * 8 < rowBits || (area.bottom - y) * rowBytes > piece.size())
                    return fail(ErrorKind::Damaged, "The TIFF's pieces are too short", {},
                                "Copy or export the picture again.");
                for (std::uint32_t row = area.top; row < area.bottom; ++row) {
                    const std::byte* from = piece.data() + (row - y) * rowBytes;
                    Sample* to = samples.data() + (static_cast<std::size_t>(row - top) *
                                                       static_cast<std::size_t>(box.width) +
                                                   (area.left - left)) *
                                                      channels;
                    for (std::uint32_t column = area.left; column < area.right; ++column) {
                        const std::size_t pixel = (column - x) * perPixel;
                        if (page.planes) {
                            to[plane] = sampleAt<Sample>(from, pixel, page);
                        } else {
                            for (std::size_t c = 0; c < channels; ++c)
                                to[c] = sampleAt<Sample>(
                                    from, pixel + static_cast<std::size_t>(wanted[c]), page);
                        }
                        to += channels;
                    }
                }
            }
        }
    }
    return samples;
}

template Result<std::vector<std::uint8_t>> tiffSamples(TiffFile&, const TiffPage&, const ImageBox&,
                                                       const std::vector<int>&);
template Result<std::vector<std::uint16_t>> tiffSamples(TiffFile&, const TiffPage&, const ImageBox&,
                                                        const std::vector<int>&);
template Result<std::vector<float>> tiffSamples(TiffFile&, const TiffPage&, const ImageBox&,
                                                const std::vector<int>&);

} // namespace rekindle::image

#include "core/image/orientation.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rekindle::image {
namespace {

/// Numbers of a TIFF block in its own byte order; nothing beyond its end.
struct TiffBlock {
    std::span<const std::byte> bytes;
    bool big = false;

    [[nodiscard]] std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const
    {
        if (at > bytes.size() || size > bytes.size() - at)
            return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value =
                (value << 8) | std::to_integer<std::uint32_t>(bytes[at + (big ? i : size - 1 - i)]);
        return value;
    }
};

/// The source pixel that belongs at (x, y) of the upright picture.
std::pair<int, int> sourceOf(int x, int y, int width, int height, int orientation)
{
    switch (orientation) {
    case 2:
        return {width - 1 - x, y};
    case 3:
        return {width - 1 - x, height - 1 - y};
    case 4:
        return {x, height - 1 - y};
    case 5:
        return {y, x};
    case 6:
        return {y, height - 1 - x};
    case 7:
        return {width - 1 - y, height - 1 - x};
    case 8:
        return {width - 1 - y, x};
    default:
        return {x, y};
    }
}

/// The samples of `from` in the order of `to`.
template <class Sample>
std::vector<Sample> turned(const std::vector<Sample>& stored, const Image& from, const Image& to,
                           int orientation)
{
    const auto channels = static_cast<std::size_t>(from.channels);
    std::vector<Sample> samples(stored.size());
    std::size_t at = 0;
    for (int y = 0; y < to.height; ++y) {
        for (int x = 0; x < to.width; ++x, at += channels) {
            const auto [sx, sy] = sourceOf(x, y, from.width, from.height, orientation);
            const std::size_t source =
                (static_cast<std::size_t>(sy) * static_cast<std::size_t>(from.width) +
                 static_cast<std::size_t>(sx)) *
                channels;
            std::copy_n(stored.data() + source, channels, samples.data() + at);
        }
    }
    return samples;
}

} // namespace

std::optional<int> exifOrientation(std::span<const std::byte> payload)
{
    constexpr char kMark[] = {'E', 'x', 'i', 'f', 0, 0};
    if (payload.size() < sizeof kMark || std::memcmp(payload.data(), kMark, sizeof kMark) != 0)
        return std::nullopt;
    return tiffOrientation(payload.subspan(sizeof kMark));
}

std::optional<int> tiffOrientation(std::span<const std::byte> block)
{
    constexpr std::uint32_t kShort = 3, kLong = 4;
    TiffBlock tiff{block};
    if (tiff.bytes.size() < 8)
        return std::nullopt;
    tiff.big = tiff.bytes[0] == std::byte{'M'};
    const auto start = tiff.number(4, 4);
    const auto entries = start ? tiff.number(*start, 2) : std::nullopt;
    for (std::size_t i = 0; entries && i < *entries; ++i) {
        const std::size_t at = std::size_t{*start} + 2 + 12 * i;
        const auto tag = tiff.number(at, 2);
        if (!tag)
            return std::nullopt;
        if (*tag != 0x0112)
            continue;
        const auto type = tiff.number(at + 2, 2);
        const auto value = tiff.number(at + 8, type == kLong ? 4 : 2);
        const bool known = type == kShort || type == kLong;
        if (known && value && *value >= 1 && *value <= 8)
            return static_cast<int>(*value);
        return std::nullopt;
    }
    return std::nullopt;
}

Image turnedUpright(Image image, int orientation)
{
    if (orientation <= 1 || orientation > 8)
        return image;
    Image out;
    out.width = swapsSides(orientation) ? image.height : image.width;
    out.height = swapsSides(orientation) ? image.width : image.height;
    out.channels = image.channels;
    out.bits = image.bits;
    out.remark = std::move(image.remark);
    std::visit([&](const auto& stored) { out.pixels = turned(stored, image, out, orientation); },
               image.pixels);
    return out;
}

} // namespace rekindle::image

#include "core/packed/pack_layout.h"

#include <algorithm>

namespace rekindle::packed {
namespace {

constexpr int kByte = 8;

/// `side` of a picture whose shorter side becomes `target`, rounded to the nearest.
int scaled(int side, int target, int shorter)
{
    return static_cast<int>((std::int64_t{side} * target + shorter / 2) / shorter);
}

} // namespace

std::uint64_t Slot::elements() const
{
    return static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) *
           static_cast<std::uint64_t>(channels);
}

Layout layoutOf(const dataset::Manifest& manifest, int shortSide, Room room)
{
    Layout layout;
    layout.slots.reserve(manifest.images.size());
    for (const dataset::ImageEntry& image : manifest.images) {
        const int shorter = std::min(image.width, image.height);
        Slot slot{layout.elements, image.width, image.height,
                  room.colour || image.channels > 2 ? 3 : 1};
        if (shorter > shortSide) {
            slot.width = scaled(image.width, shortSide, shorter);
            slot.height = scaled(image.height, shortSide, shorter);
        }
        layout.elements += slot.elements();
        layout.slots.push_back(slot);
        if (room.wide || image.bits > kByte)
            layout.width = 2;
    }
    return layout;
}

} // namespace rekindle::packed

#pragma once

#include "core/dataset/manifest.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rekindle::packed {

/// Where one picture has its place, in elements of the file's one array.
struct Slot {
    std::uint64_t offset = 0;
    int width = 0, height = 0; ///< pixels, of the copy
    int channels = 0;          ///< room for so many
    [[nodiscard]] std::uint64_t elements() const;
};

/// The places of all pictures of a list, in its order, known before one of them is read.
struct Layout {
    std::vector<Slot> slots;
    std::uint64_t elements = 0;
    std::size_t width = 1; ///< bytes of an element
    [[nodiscard]] std::uint64_t bytes() const { return elements * width; }
};

/// What headers promise may be less than what is decoded: then there is more room.
struct Room {
    bool wide = false;   ///< two bytes for every value, whatever headers say
    bool colour = false; ///< three channels for every picture
};

/// Pictures whose shorter side is longer than `shortSide` get copies with that shorter side.
[[nodiscard]] Layout layoutOf(const dataset::Manifest& manifest, int shortSide, Room room);

} // namespace rekindle::packed

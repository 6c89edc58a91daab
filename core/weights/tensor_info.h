#pragma once

#include "core/weights/element_type.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::weights {

/// A tensor of a file, before its values are read.
struct TensorInfo {
    std::string container; ///< keys of the dicts around its own ("state_dict"), joined by dots
    std::string key;       ///< its name in the innermost dict
    ElementType type = ElementType::Other;
    std::vector<std::int64_t> shape;
    std::uint64_t elements = 0;

    [[nodiscard]] std::string fullName() const
    {
        return container.empty() ? key : container + "." + key;
    }
};

constexpr std::size_t kMostTensors = 100'000;
constexpr std::size_t kHighestRank = 8;
constexpr std::uint64_t kMostElements = std::uint64_t{1} << 33;

/// The product of the sides; false above the limits on rank and elements or for a negative side.
[[nodiscard]] inline bool countElements(const std::vector<std::int64_t>& shape,
                                        std::uint64_t& elements)
{
    elements = 1;
    bool empty = false;
    for (const std::int64_t side : shape) {
        if (side < 0 || (side > 0 && static_cast<std::uint64_t>(side) > kMostElements / elements))
            return false;
        empty = empty || side == 0;
        elements *= side > 0 ? static_cast<std::uint64_t>(side) : 1;
    }
    elements = empty ? 0 : elements;
    return shape.size() <= kHighestRank;
}

} // namespace rekindle::weights

#include "core/formats/load_order.h"

#include <algorithm>
#include <numeric>

namespace rekindle::formats {

std::vector<std::size_t> largestFirst(std::span<const std::uint64_t> bytes)
{
    std::vector<std::size_t> places(bytes.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return bytes[a] > bytes[b]; });
    return places;
}

} // namespace rekindle::formats

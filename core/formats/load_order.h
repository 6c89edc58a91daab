#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rekindle::formats {

/// The places of rows of `bytes`, largest first, equal ones in their order. A row lies in memory
/// twice while its numbers are taken out of it: in this order that never adds up to more than all
/// of them together, however large the largest is.
[[nodiscard]] std::vector<std::size_t> largestFirst(std::span<const std::uint64_t> bytes);

/// The entries of a map from storages to what lies in them, in the same order; `bytesOf` an entry.
template <class Map, class BytesOf>
[[nodiscard]] std::vector<const typename Map::value_type*> largestFirst(const Map& storages,
                                                                        const BytesOf& bytesOf)
{
    std::vector<const typename Map::value_type*> entries;
    std::vector<std::uint64_t> bytes;
    entries.reserve(storages.size());
    bytes.reserve(storages.size());
    for (const auto& entry : storages) {
        entries.push_back(&entry);
        bytes.push_back(bytesOf(entry));
    }
    std::vector<const typename Map::value_type*> sorted;
    sorted.reserve(entries.size());
    for (const std::size_t nth : largestFirst(bytes))
        sorted.push_back(entries[nth]);
    return sorted;
}

} // namespace rekindle::formats

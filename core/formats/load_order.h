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

} // namespace rekindle::formats

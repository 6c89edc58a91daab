#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rekindle::image {

enum class ByteOrder { Little, Big };

/// The unsigned number of 1 to 8 bytes at a place; the caller has checked that they are there.
[[nodiscard]] inline std::uint64_t numberAt(std::span<const std::byte> bytes, std::size_t at,
                                            std::size_t size, ByteOrder order)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8) | std::to_integer<std::uint64_t>(
                                   bytes[at + (order == ByteOrder::Big ? i : size - 1 - i)]);
    return value;
}

} // namespace rekindle::image

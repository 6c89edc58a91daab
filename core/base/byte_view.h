#pragma once

#include "core/base/check.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace rekindle {

using Bytes = std::span<const std::byte>;

/// A little-endian number at `offset`; the caller has checked the range.
template <class T>
[[nodiscard]] T littleAt(Bytes bytes, std::size_t offset)
{
    static_assert(std::is_trivially_copyable_v<T>);
    RK_ASSERT(offset <= bytes.size() && sizeof(T) <= bytes.size() - offset);
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

[[nodiscard]] inline std::string_view asText(Bytes bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// a * b and a + b; false when the result does not fit into 64 bits.
[[nodiscard]] inline bool multiply(std::uint64_t a, std::uint64_t b, std::uint64_t& result)
{
    return !__builtin_mul_overflow(a, b, &result);
}
[[nodiscard]] inline bool add(std::uint64_t a, std::uint64_t b, std::uint64_t& result)
{
    return !__builtin_add_overflow(a, b, &result);
}

} // namespace rekindle

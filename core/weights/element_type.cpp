#include "core/weights/element_type.h"

#include "core/base/check.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace rekindle::weights {
namespace {

static_assert(std::endian::native == std::endian::little, "only little-endian machines are built");

template <class Bits>
Bits loadBits(const std::byte* from, ByteOrder order)
{
    Bits bits{};
    if (order == ByteOrder::Little) {
        std::memcpy(&bits, from, sizeof bits);
        return bits;
    }
    for (std::size_t i = 0; i < sizeof bits; ++i)
        bits = static_cast<Bits>((static_cast<std::uint64_t>(bits) << 8) |
                                 std::to_integer<std::uint64_t>(from[i]));
    return bits;
}

template <class Bits, class Number, class Convert>
void convertAll(ByteOrder order, std::span<const std::byte> raw, std::span<Number> into,
                Convert convert)
{
    for (std::size_t i = 0; i < into.size(); ++i)
        into[i] = convert(loadBits<Bits>(raw.data() + i * sizeof(Bits), order));
}

float doubleToFloat(std::uint64_t bits)
{
    const auto value = std::bit_cast<double>(bits);
    if (std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max()) ||
        !std::isfinite(value))
        return static_cast<float>(value);
    return std::copysign(std::numeric_limits<float>::infinity(),
                         static_cast<float>(value < 0 ? -1 : 1));
}

} // namespace

std::size_t elementSize(ElementType type)
{
    switch (type) {
    case ElementType::F64:
    case ElementType::I64:
        return 8;
    case ElementType::F32:
    case ElementType::I32:
        return 4;
    case ElementType::F16:
    case ElementType::BF16:
    case ElementType::I16:
        return 2;
    case ElementType::I8:
    case ElementType::U8:
    case ElementType::Bool:
        return 1;
    case ElementType::Other:
        break;
    }
    return 0;
}

bool isFloating(ElementType type)
{
    return type == ElementType::F64 || type == ElementType::F32 || type == ElementType::F16 ||
           type == ElementType::BF16;
}

float halfToFloat(std::uint16_t bits)
{
    const std::uint32_t sign = (bits & 0x8000U) << 16;
    const std::uint32_t exponent = (bits >> 10) & 0x1FU;
    const std::uint32_t mantissa = bits & 0x3FFU;
    if (exponent == 0) {
        const float magnitude = std::ldexp(static_cast<float>(mantissa), -24);
        return sign == 0 ? magnitude : -magnitude;
    }
    const std::uint32_t wide = exponent == 31 ? 0x7F800000U : (exponent + 112U) << 23;
    return std::bit_cast<float>(sign | wide | (mantissa << 13));
}

void toFloat(ElementType type, ByteOrder order, std::span<const std::byte> raw,
             std::span<float> into)
{
    RK_ASSERT(raw.size() == into.size() * elementSize(type));
    switch (type) {
    case ElementType::F32:
        if (order == ByteOrder::Little && !into.empty())
            std::memcpy(into.data(), raw.data(), raw.size());
        else
            convertAll<std::uint32_t>(
                order, raw, into, [](std::uint32_t bits) { return std::bit_cast<float>(bits); });
        break;
    case ElementType::F64:
        convertAll<std::uint64_t>(order, raw, into, doubleToFloat);
        break;
    case ElementType::F16:
        convertAll<std::uint16_t>(order, raw, into, halfToFloat);
        break;
    case ElementType::BF16:
        convertAll<std::uint16_t>(order, raw, into, [](std::uint16_t bits) {
            return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
        });
        break;
    default:
        for (std::size_t i = 0; i < into.size(); ++i)
            into[i] = static_cast<float>(integerAt(type, order, raw, i));
        break;
    }
}

void toDouble(ElementType type, ByteOrder order, std::span<const std::byte> raw,
              std::span<double> into)
{
    RK_ASSERT(raw.size() == into.size() * elementSize(type));
    if (type == ElementType::F64) {
        convertAll<std::uint64_t>(order, raw, into,
                                  [](std::uint64_t bits) { return std::bit_cast<double>(bits); });
        return;
    }
    if (!isFloating(type)) {
        for (std::size_t i = 0; i < into.size(); ++i)
            into[i] = static_cast<double>(integerAt(type, order, raw, i));
        return;
    }
    std::vector<float> values(into.size());
    toFloat(type, order, raw, values);
    std::copy(values.begin(), values.end(), into.begin());
}

std::optional<std::span<const float>> floatsIn(ElementType type, ByteOrder order,
                                               std::span<const std::byte> raw)
{
    if (type != ElementType::F32 || order != ByteOrder::Little ||
        reinterpret_cast<std::uintptr_t>(raw.data()) % alignof(float) != 0)
        return std::nullopt;
    return std::span(reinterpret_cast<const float*>(raw.data()), raw.size() / sizeof(float));
}

bool allFinite(std::span<const float> values)
{
    // 0 times a number is 0, of anything else not a number, which stays in a sum.
    constexpr std::size_t kLanes = 16;
    std::array<float, kLanes> lanes{};
    std::size_t i = 0;
    for (; i + kLanes <= values.size(); i += kLanes) {
        for (std::size_t k = 0; k < kLanes; ++k)
            lanes[k] += values[i + k] * 0.0F;
    }
    for (; i < values.size(); ++i)
        lanes[0] += values[i] * 0.0F;
    return std::all_of(lanes.begin(), lanes.end(), [](float lane) { return lane == 0; });
}

std::int64_t integerAt(ElementType type, ByteOrder order, std::span<const std::byte> raw,
                       std::size_t index)
{
    const std::byte* at = raw.data() + index * elementSize(type);
    switch (type) {
    case ElementType::I64:
        return static_cast<std::int64_t>(loadBits<std::uint64_t>(at, order));
    case ElementType::I32:
        return static_cast<std::int32_t>(loadBits<std::uint32_t>(at, order));
    case ElementType::I16:
        return static_cast<std::int16_t>(loadBits<std::uint16_t>(at, order));
    case ElementType::I8:
        return static_cast<std::int8_t>(loadBits<std::uint8_t>(at, order));
    case ElementType::U8:
        return loadBits<std::uint8_t>(at, order);
    case ElementType::Bool:
        return loadBits<std::uint8_t>(at, order) != 0 ? 1 : 0;
    default:
        return 0;
    }
}

} // namespace rekindle::weights

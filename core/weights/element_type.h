#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace rekindle::weights {

/// What a stored number is. Other: complex, 8-bit floats and the like, which no ResNet needs.
enum class ElementType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool, Other };

enum class ByteOrder { Little, Big };

/// Bytes of one element; 0 for Other.
[[nodiscard]] std::size_t elementSize(ElementType type);
[[nodiscard]] bool isFloating(ElementType type);

/// Turns `into.size()` packed elements into float32; `raw` holds exactly that many. A double too
/// large for float32 becomes infinite, so that it is counted among the non-finite values.
void toFloat(ElementType type, ByteOrder order, std::span<const std::byte> raw,
             std::span<float> into);

/// The same in float64, which holds every floating type exactly.
void toDouble(ElementType type, ByteOrder order, std::span<const std::byte> raw,
              std::span<double> into);

/// The numbers where they lie, if they are float32 as this machine has them in memory.
[[nodiscard]] std::optional<std::span<const float>> floatsIn(ElementType type, ByteOrder order,
                                                             std::span<const std::byte> raw);

/// Whether none of them is infinite or no number at all.
[[nodiscard]] bool allFinite(std::span<const float> values);

/// One integer element, exactly; 0 for floating types.
[[nodiscard]] std::int64_t integerAt(ElementType type, ByteOrder order,
                                     std::span<const std::byte> raw, std::size_t index);

/// IEEE 754 half precision, subnormals included.
[[nodiscard]] float halfToFloat(std::uint16_t bits);

} // namespace rekindle::weights

#pragma once

#include <span>

namespace rekindle::inspect {

/// Sum of squares in double precision, over eight lanes in a fixed order: the same bits everywhere.
[[nodiscard]] double sumOfSquares(std::span<const float> values);

} // namespace rekindle::inspect

#pragma once

#include <span>

namespace rekindle::inspect {

/// Sum of squares in double precision, over eight lanes in a fixed order: the same bits everywhere.
[[nodiscard]] double sumOfSquares(std::span<const float> values);
[[nodiscard]] double sumOfSquares(std::span<const double> values);

/// The Frobenius norm for a sum of squares of `values` that may have left the range of a double
/// (squares beyond 1e308 or below 1e-308): in that case it is taken anew of scaled values.
[[nodiscard]] double normOf(double sumOfSquares, std::span<const double> values);

} // namespace rekindle::inspect

#pragma once

#include <QString>

#include <vector>

namespace rekindle::bridge {

/// Numbers as a reader of the window's language expects them, with a real minus sign.
[[nodiscard]] QString fixedNumber(double value, int decimals);
/// The same with a plus before what is greater than 0.
[[nodiscard]] QString signedNumber(double value, int decimals);
/// At most so many digits that count: "0.000123", "41.5", "3.2 × 10⁻⁵".
[[nodiscard]] QString shortNumber(double value, int digits = 4);
/// How many decimals tell values apart that lie as these do: none where all are whole.
[[nodiscard]] int decimalsFor(const std::vector<double>& values);

/// A number or words around numbers that were written with a decimal point ("chance 14.3 %") and
/// thousands apart ("1,200 filters"), as the window writes numbers. Not for names, in which a point
/// is no decimal point.
[[nodiscard]] QString withShownNumbers(const QString& text);

} // namespace rekindle::bridge

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rekindle::figures {

/// One field of a CSV line (RFC 4180): quoted where it holds a comma, a quote or a line break.
[[nodiscard]] std::string csvField(std::string_view text);

/// A number for a CSV field: point as decimal separator, empty for what is not a number.
[[nodiscard]] std::string csvNumber(double value);

/// Fields joined by commas, with the line's end.
[[nodiscard]] std::string csvLine(const std::vector<std::string>& fields);

} // namespace rekindle::figures

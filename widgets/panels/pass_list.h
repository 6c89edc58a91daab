#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace rekindle::panels {

/// Passes as people write them: "5, 10, 20", in any order, ascending and once each. Nothing if a
/// word among them is no whole number from 0.
[[nodiscard]] std::optional<std::vector<std::int64_t>> passesFromText(const QString& text);

} // namespace rekindle::panels

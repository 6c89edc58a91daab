#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::text {

/// Shortest text that reads back as the same double; decimal point whatever the locale.
[[nodiscard]] std::string number(double value);

/// Fixed number of decimals; decimal point whatever the locale.
[[nodiscard]] std::string fixed(double value, int decimals);

/// "1,234,567"
[[nodiscard]] std::string count(std::uint64_t value);
/// "1 image", "1,000 images": for nouns whose plural takes an s.
[[nodiscard]] std::string count(std::uint64_t value, std::string_view noun);

/// "94.1 MiB"
[[nodiscard]] std::string bytes(std::uint64_t value);

/// "less than a minute", "12 min", "6 h 40 min", "3 days 4 h"
[[nodiscard]] std::string duration(double seconds);

/// Now, as ISO 8601 in UTC with seconds: "2026-01-31T09:12:05Z".
[[nodiscard]] std::string utcNow();

/// The text with control characters and bytes that are not UTF-8 written as \xNN, cut at `limit`
/// bytes with "…": for names that come out of files.
[[nodiscard]] std::string shown(std::string_view raw, std::size_t limit = 200);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// ASCII lower case.
[[nodiscard]] std::string lower(std::string_view text);

} // namespace rekindle::text

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace rekindle::specs {

/// "6G", "6GiB", "1.5g", "800M", "2GB" (2 000 000 000) or plain bytes; nothing if it is no size.
[[nodiscard]] std::optional<std::int64_t> parseSize(const std::string& text);

/// The shortest of these that reads back as the same: "6G", "1536M", "0".
[[nodiscard]] std::string sizeText(std::int64_t bytes);

} // namespace rekindle::specs

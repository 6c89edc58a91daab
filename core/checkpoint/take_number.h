#pragma once

#include <string_view>

namespace rekindle::checkpoint {

/// Takes `word` and the number behind it (0 to 9999) off the front of `rest`: "block_3/..." of
/// "block_". False where they are not there; `rest` is then of no use.
[[nodiscard]] bool takeNumber(std::string_view& rest, std::string_view word, int& number);

} // namespace rekindle::checkpoint

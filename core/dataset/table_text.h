#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace rekindle::dataset {

/// The text of a table as UTF-8 with "\n" at the ends of lines, whatever program wrote it: UTF-8
/// and UTF-16 with their marks, UTF-8 without, anything else as Windows-1252. Kind Damaged for what
/// is no text.
[[nodiscard]] Result<std::string> tableText(std::string_view bytes, const std::string& subject);

/// Whether these bytes are UTF-8 throughout.
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// Windows-1252 as UTF-8; its five empty places stay control characters.
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);

} // namespace rekindle::dataset

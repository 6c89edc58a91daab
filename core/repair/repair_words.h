#pragma once

#include "core/repair/repair.h"

#include <string_view>

namespace rekindle::repair {

/// The words of the command line and of repair.json.
[[nodiscard]] std::string_view word(DeadMode mode);
[[nodiscard]] std::string_view word(ScaleScope scope);
[[nodiscard]] std::string_view word(ScaleRule rule);
[[nodiscard]] std::string_view word(EpsMode mode);

} // namespace rekindle::repair

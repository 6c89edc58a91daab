#pragma once

#include "core/base/json.h"

#include <optional>

namespace rekindle {

/// {kind, message, subject, hint}.
[[nodiscard]] Json toJson(const Error& error);

/// The reverse; null is no error. A kind of a later version reads as Internal. Kind Damaged.
[[nodiscard]] Result<std::optional<Error>> errorFromJson(const Json& json,
                                                         const std::string& subject);

} // namespace rekindle

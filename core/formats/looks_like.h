#pragma once

#include "core/base/error.h"
#include "core/formats/format.h"

#include <string>

namespace rekindle::formats {

/// What a file that no format knows looks like, and what to do: kind Unknown.
[[nodiscard]] Error looksLike(const Glimpse& glimpse, const std::string& subject);

} // namespace rekindle::formats

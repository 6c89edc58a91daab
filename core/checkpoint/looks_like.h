#pragma once

#include "format.h"

#include <rekindle/base/error.h>

#include <string>

namespace rekindle::checkpoint {

/// What a file that no format knows looks like, and what to do: kind Unknown.
[[nodiscard]] Error looksLike(const FileStart& start, const storage::InputFile& file);

} // namespace rekindle::checkpoint

#pragma once

// Private to the folder: how pictures are read, in words.

#include "core/image/reading.h"

#include <QString>

#include <array>

namespace rekindle::panels {

/// Which bands were chosen; empty where none were.
[[nodiscard]] QString bandsText(const std::array<int, 3>& bands);

/// Everything that was chosen by somebody, a sentence each; empty where all is as usual.
[[nodiscard]] QString readingText(const image::Reading& reading);

} // namespace rekindle::panels

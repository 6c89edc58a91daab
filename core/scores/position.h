#pragma once

#include "core/base/json.h"

#include <string>

namespace rekindle::scores {

/// How far a pretraining had come when its weights were kept, in passes over its images: whole at a
/// planned point, anything where it was finished early. Written 3 or 3.74.
[[nodiscard]] Json positionJson(double passes);
[[nodiscard]] std::string positionText(double passes);

} // namespace rekindle::scores

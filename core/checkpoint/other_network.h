#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rekindle::checkpoint {

struct NamedShape {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// Says in words what a set of tensors without a ResNet looks like: kind Mismatch.
[[nodiscard]] Error otherNetwork(std::span<const NamedShape> tensors, const std::string& subject);

} // namespace rekindle::checkpoint

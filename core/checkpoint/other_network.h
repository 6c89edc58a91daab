#pragma once

#include "core/base/error.h"
#include "core/formats/format.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rekindle::checkpoint {

struct NamedShape {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// What these tensors are when their names or shapes say so for certain: a relative of ResNets, or
/// weights that are kept in another way than their network has them. Kind Mismatch.
[[nodiscard]] std::optional<Error> knownNetwork(std::span<const NamedShape> tensors,
                                                const std::string& subject);

/// Why tensors that have no plain row of values cannot be read: kind Mismatch. `unread` is not
/// empty.
[[nodiscard]] Error unreadTensors(std::span<const formats::UnreadTensor> unread,
                                  const std::string& subject);

/// Says in words what a set of tensors without a ResNet looks like: kind Mismatch.
[[nodiscard]] Error otherNetwork(std::span<const NamedShape> tensors, const std::string& subject);

} // namespace rekindle::checkpoint

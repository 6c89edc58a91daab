#pragma once

#include "core/base/result.h"
#include "core/weights/architecture.h"
#include "core/weights/weight_set.h"

#include <string>

namespace rekindle::checkpoint {

/// Finds the network in a set of torchvision names from its shapes. Names that begin with "stem."
/// or "input." stand for layers that an ordinary ResNet has not. Kind Mismatch says in words what
/// it is instead (a vision transformer, a deep stem, ...).
[[nodiscard]] Result<weights::Architecture> findArchitecture(const weights::WeightSet& weights,
                                                             const std::string& subject);

} // namespace rekindle::checkpoint

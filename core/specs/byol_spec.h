#pragma once

#include "core/specs/spec.h"

namespace rekindle::specs {

/// What BYOL has beside the settings of all methods.
struct ByolSettings {
    std::string preset = "auto"; ///< auto | 1000 | 300 | 100 | 40: the authors' values for a length
    double targetMomentum = -1;  ///< of the target at the first step; -1: the preset's
};

[[nodiscard]] ByolSettings byolSettings(const Values& own);
[[nodiscard]] MethodSpec byolSpec();

} // namespace rekindle::specs

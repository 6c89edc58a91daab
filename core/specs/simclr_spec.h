#pragma once

#include "core/specs/spec.h"

namespace rekindle::specs {

/// What SimCLR has beside the settings of all methods.
struct SimclrSettings {
    double temperature = 0.1;
    double colourStrength = 1.0;         ///< SimCLR's color_jitter_strength
    double blur = 0.5;                   ///< share of the views that are blurred
    std::string blurSigma = "per_batch"; ///< per_batch (one per view and batch) | per_image
};

[[nodiscard]] SimclrSettings simclrSettings(const Values& own);
[[nodiscard]] MethodSpec simclrSpec();

} // namespace rekindle::specs

#pragma once

#include "core/specs/spec.h"

namespace rekindle::specs {

/// What MoCo v2 has beside the settings of all methods.
struct MocoSettings {
    double temperature = 0.2;
    std::int64_t queue = 65536; ///< rows
    double keyMomentum = 0.999; ///< of the key network
};

[[nodiscard]] MocoSettings mocoSettings(const Values& own);
/// Rows that the queue really has: a multiple of the batch, at least one.
[[nodiscard]] std::int64_t mocoQueueRows(const MocoSettings& own, std::int64_t batch);
[[nodiscard]] MethodSpec mocoSpec();

} // namespace rekindle::specs

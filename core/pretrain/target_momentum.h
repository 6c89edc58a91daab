#pragma once

#include <cstdint>

namespace rekindle::pretrain {

/// BYOL's momentum of the target for a step counted from 0: from `start` to 1 along half a cosine,
/// 1 - (1 - start) (1 + cos(pi step / total)) / 2 (recipes 1.4; utils/schedules.py target_ema).
[[nodiscard]] double targetMomentum(double start, std::int64_t step, std::int64_t total);

} // namespace rekindle::pretrain

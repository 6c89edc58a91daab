#pragma once

#include "core/pretrain/run_length.h"

namespace rekindle::pretrain {

/// 0.1 at a batch of 256, in proportion (torchvision's reference; Goyal et al. 2017).
[[nodiscard]] double supervisedPeakRate(std::int64_t batch);

/// The rate of a step: a linear rise over `warmup` steps, then the peak, a tenth of it from the
/// second third of the passes on and a hundredth in the last (30 of 90 passes each in the
/// reference).
[[nodiscard]] double supervisedRate(double peak, std::int64_t warmup, std::int64_t step,
                                    const RunLength& length);

} // namespace rekindle::pretrain

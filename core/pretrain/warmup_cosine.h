#pragma once

#include <cstdint>

namespace rekindle::pretrain {

struct WarmupCosine {
    std::int64_t warmup = 0; ///< steps
    std::int64_t total = 0;  ///< steps
    double peak = 0;         ///< learning rate after the warm-up
};

/// The rate of a step, counted from 0: linear from 0 to the peak, then a half cosine to 0 (recipes
/// 1.6; SimCLR's model_util.py learning_rate_schedule).
[[nodiscard]] double warmupCosine(const WarmupCosine& schedule, std::int64_t step);

} // namespace rekindle::pretrain

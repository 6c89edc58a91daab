#pragma once

#include <cstdint>

namespace rekindle::pretrain {

struct LinearCosine {
    std::int64_t warmup = 0; ///< steps
    std::int64_t total = 0;  ///< steps
    double start = 0;        ///< learning rate of the first step of the warm-up
    double peak = 0;         ///< of its last
    double final = 0;        ///< towards which the cosine goes
};

/// SwAV's rate of a step, counted from 0: linear from `start` to `peak`, both reached, then a half
/// cosine from `peak` to `final` (recipes 1.6; main_swav.py, the two schedules it puts together).
[[nodiscard]] double linearCosine(const LinearCosine& schedule, std::int64_t step);

} // namespace rekindle::pretrain

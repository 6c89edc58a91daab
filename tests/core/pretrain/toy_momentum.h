#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

/// The toy's moving average follows BYOL's rule (recipes 1.4; utils/schedules.py): from `start` at
/// step 0 to 1 at the last, 1 - (1 - start) (1 + cos(pi step / total)) / 2.
[[nodiscard]] inline double toyMomentum(double start, std::int64_t step, std::int64_t total)
{
    const double done = static_cast<double>(step) / static_cast<double>(total);
    return 1 - (1 - start) * (1 + std::cos(std::numbers::pi * done)) / 2;
}

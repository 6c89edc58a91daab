#include "core/pretrain/warmup_cosine.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rekindle::pretrain {

double warmupCosine(const WarmupCosine& schedule, std::int64_t step)
{
    if (step < schedule.warmup)
        return schedule.peak * static_cast<double>(step) / static_cast<double>(schedule.warmup);
    const auto decay =
        static_cast<double>(std::max<std::int64_t>(schedule.total - schedule.warmup, 1));
    const double done = std::min(static_cast<double>(step - schedule.warmup), decay) / decay;
    return schedule.peak * 0.5 * (1.0 + std::cos(std::numbers::pi * done));
}

} // namespace rekindle::pretrain

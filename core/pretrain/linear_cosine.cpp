#include "core/pretrain/linear_cosine.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rekindle::pretrain {

double linearCosine(const LinearCosine& schedule, std::int64_t step)
{
    if (step < schedule.warmup) {
        // A warm-up of one step stays at its start.
        const auto last = static_cast<double>(std::max<std::int64_t>(schedule.warmup - 1, 1));
        return schedule.start + (schedule.peak - schedule.start) * static_cast<double>(step) / last;
    }
    const auto decay =
        static_cast<double>(std::max<std::int64_t>(schedule.total - schedule.warmup, 1));
    const double done = std::min(static_cast<double>(step - schedule.warmup), decay) / decay;
    return schedule.final +
           0.5 * (schedule.peak - schedule.final) * (1.0 + std::cos(std::numbers::pi * done));
}

} // namespace rekindle::pretrain

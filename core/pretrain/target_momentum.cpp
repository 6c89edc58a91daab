#include "core/pretrain/target_momentum.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rekindle::pretrain {

double targetMomentum(double start, std::int64_t step, std::int64_t total)
{
    const double done =
        static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(total, 1));
    return 1.0 - (1.0 - start) * (1.0 + std::cos(std::numbers::pi * done)) / 2.0;
}

} // namespace rekindle::pretrain

#include "core/pretrain/supervised_rules.h"

#include <cmath>

namespace rekindle::pretrain {

double supervisedPeakRate(std::int64_t batch)
{
    constexpr double kRate = 0.1, kBatch = 256;
    return kRate * static_cast<double>(batch) / kBatch;
}

double supervisedRate(double peak, std::int64_t warmup, std::int64_t step, const RunLength& length)
{
    constexpr std::int64_t kParts = 3;
    constexpr double kDrop = 0.1;
    if (step < warmup)
        return peak * static_cast<double>(step) / static_cast<double>(warmup);
    const std::int64_t pass = step / length.stepsPerEpoch;
    const std::int64_t drops = kParts * pass / length.epochs;
    return peak * std::pow(kDrop, static_cast<double>(drops));
}

} // namespace rekindle::pretrain

#include "core/pretrain/simclr_rules.h"

#include <cmath>

namespace rekindle::pretrain {

std::int64_t simclrSteps(std::int64_t imagesPerEpoch, std::int64_t epochs, std::int64_t batch)
{
    return imagesPerEpoch * epochs / batch + 1;
}

std::int64_t simclrWarmupSteps(std::int64_t imagesPerEpoch, double warmupEpochs, std::int64_t batch)
{
    return static_cast<std::int64_t>(std::floor(warmupEpochs * static_cast<double>(imagesPerEpoch) /
                                                static_cast<double>(batch)));
}

double simclrPeakRate(std::int64_t batch)
{
    return 0.3 * static_cast<double>(batch) / 256.0;
}

} // namespace rekindle::pretrain

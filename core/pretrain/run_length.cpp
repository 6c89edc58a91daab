#include "core/pretrain/run_length.h"

#include <algorithm>

namespace rekindle::pretrain {

double epochsAfter(const RunLength& length, std::int64_t steps)
{
    if (steps >= length.steps)
        return static_cast<double>(length.epochs);
    if (length.stepsPerEpoch > 0)
        return static_cast<double>(steps) / static_cast<double>(length.stepsPerEpoch);
    return static_cast<double>(steps) * static_cast<double>(length.batch) /
           static_cast<double>(length.imagesPerEpoch);
}

std::int64_t stepsFor(const RunLength& length, std::int64_t epoch)
{
    if (epoch >= length.epochs)
        return length.steps;
    if (length.stepsPerEpoch > 0)
        return epoch * length.stepsPerEpoch;
    const std::int64_t images = epoch * length.imagesPerEpoch;
    return std::min((images + length.batch - 1) / length.batch, length.steps);
}

} // namespace rekindle::pretrain

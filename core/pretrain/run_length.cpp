#include "core/pretrain/run_length.h"

#include <algorithm>

namespace rekindle::pretrain {

double epochsAfter(const RunLength& length, std::int64_t steps)
{
    if (steps >= length.steps)
        return static_cast<double>(length.epochs);
    return static_cast<double>(steps) * static_cast<double>(length.batch) /
           static_cast<double>(length.imagesPerEpoch);
}

std::int64_t stepsFor(const RunLength& length, std::int64_t epoch)
{
    if (epoch >= length.epochs)
        return length.steps;
    const std::int64_t images = epoch * length.imagesPerEpoch;
    return std::min((images + length.batch - 1) / length.batch, length.steps);
}

} // namespace rekindle::pretrain

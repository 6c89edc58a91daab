#include "core/pretrain/swav_rules.h"

#include <cmath>

namespace rekindle::pretrain {
namespace {

bool isLarge(std::int64_t batch)
{
    return batch >= 512;
}

} // namespace

std::int64_t swavSteps(std::int64_t imagesPerEpoch, std::int64_t epochs, std::int64_t batch)
{
    return epochs * (imagesPerEpoch / batch);
}

double swavPeakRate(std::int64_t batch)
{
    const auto images = static_cast<double>(batch);
    return isLarge(batch) ? 4.8 * images / 4096.0 : 0.6 * images / 256.0;
}

LinearCosine swavSchedule(const run::PretrainSettings& settings, const specs::SwavSettings& own,
                          std::int64_t stepsPerEpoch)
{
    const double passes = settings.warmupEpochs >= 0 ? settings.warmupEpochs
                          : isLarge(settings.batch)  ? 10.0
                                                     : 0.0;
    LinearCosine schedule;
    schedule.peak = settings.lr > 0 ? settings.lr : swavPeakRate(settings.batch);
    schedule.start = own.startLr >= 0 ? own.startLr : schedule.peak * 0.3 / 4.8;
    schedule.final = own.finalLr >= 0 ? own.finalLr : schedule.peak / 1000.0;
    schedule.warmup =
        static_cast<std::int64_t>(std::floor(passes * static_cast<double>(stepsPerEpoch)));
    schedule.total = settings.epochs * stepsPerEpoch;
    return schedule;
}

SwavQueue swavQueue(std::int64_t batch, const specs::SwavSettings& own, std::int64_t stepsPerEpoch)
{
    SwavQueue queue;
    queue.rows = specs::swavQueueRows(batch, own);
    queue.firstStep =
        static_cast<std::int64_t>(std::ceil(own.queueStart * static_cast<double>(stepsPerEpoch)));
    return queue;
}

std::int64_t swavFrozenSteps(std::int64_t batch, const specs::SwavSettings& own)
{
    return own.freezeIters >= 0 ? own.freezeIters : isLarge(batch) ? 313 : 5005;
}

} // namespace rekindle::pretrain

#include "core/pretrain/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rekindle::pretrain {

Schedule Schedule::simclr(const Settings& settings)
{
    Schedule schedule;
    schedule.m_settings = settings;
    schedule.m_total = settings.imagesPerEpoch * settings.epochs / settings.batch + 1;
    schedule.m_warmup = static_cast<std::int64_t>(
        std::floor(settings.warmupEpochs * static_cast<double>(settings.imagesPerEpoch) /
                   static_cast<double>(settings.batch)));
    return schedule;
}

double Schedule::rate(std::int64_t step) const
{
    if (step < m_warmup)
        return m_settings.peak * static_cast<double>(step) / static_cast<double>(m_warmup);
    const double decaySteps = static_cast<double>(std::max<std::int64_t>(m_total - m_warmup, 1));
    const double done = std::min(static_cast<double>(step - m_warmup), decaySteps) / decaySteps;
    return m_settings.peak * 0.5 * (1.0 + std::cos(std::numbers::pi * done));
}

double Schedule::epochsAfter(std::int64_t steps) const
{
    if (steps >= m_total)
        return static_cast<double>(m_settings.epochs);
    return static_cast<double>(steps) * static_cast<double>(m_settings.batch) /
           static_cast<double>(m_settings.imagesPerEpoch);
}

std::int64_t Schedule::stepsFor(std::int64_t epoch) const
{
    if (epoch >= m_settings.epochs)
        return m_total;
    const std::int64_t images = epoch * m_settings.imagesPerEpoch;
    return std::min((images + m_settings.batch - 1) / m_settings.batch, m_total);
}

double simclrPeakRate(std::int64_t batch)
{
    return 0.3 * static_cast<double>(batch) / 256.0;
}

} // namespace rekindle::pretrain

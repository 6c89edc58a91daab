#include "core/pretrain/byol_rules.h"

#include "core/pretrain/simclr_rules.h"

namespace rekindle::pretrain {

std::int64_t byolSteps(std::int64_t imagesPerEpoch, std::int64_t epochs, std::int64_t batch)
{
    return epochs * imagesPerEpoch / batch;
}

std::int64_t byolWarmupSteps(std::int64_t imagesPerEpoch, double warmupEpochs, std::int64_t batch)
{
    return simclrWarmupSteps(imagesPerEpoch, warmupEpochs, batch); // the same rule
}

ByolPreset byolPreset(const std::string& name, std::int64_t epochs)
{
    if (name == "1000" || (name == "auto" && epochs >= 600))
        return {0.2, 1.5e-6, 0.996};
    if (name == "300" || (name == "auto" && epochs >= 200))
        return {0.3, 1e-6, 0.99};
    if (name == "40")
        return {0.45, 1e-6, 0.97};
    return {0.45, 1e-6, 0.99};
}

ByolValues byolValues(const run::PretrainSettings& settings, const specs::ByolSettings& own)
{
    const ByolPreset preset = byolPreset(own.preset, settings.epochs);
    ByolValues values;
    values.peakRate = settings.lr > 0
                          ? settings.lr
                          : preset.baseRate * static_cast<double>(settings.batch) / 256.0;
    values.weightDecay = settings.weightDecay >= 0 ? settings.weightDecay : preset.weightDecay;
    values.targetMomentum = own.targetMomentum >= 0 ? own.targetMomentum : preset.targetMomentum;
    values.warmupEpochs = settings.warmupEpochs >= 0 ? settings.warmupEpochs : 10.0;
    return values;
}

} // namespace rekindle::pretrain

#pragma once

#include "core/run/settings.h"
#include "core/specs/byol_spec.h"

#include <cstdint>

namespace rekindle::pretrain {

// BYOL's rules of a run's length, rate, decay and target (recipes 1.1, 1.6; configs/byol.py).

/// floor(E * N / B).
[[nodiscard]] std::int64_t byolSteps(std::int64_t imagesPerEpoch, std::int64_t epochs,
                                     std::int64_t batch);

/// floor(N * passes of warm-up / B).
[[nodiscard]] std::int64_t byolWarmupSteps(std::int64_t imagesPerEpoch, double warmupEpochs,
                                           std::int64_t batch);

/// What its authors set for runs of a length.
struct ByolPreset {
    double baseRate = 0.2;
    double weightDecay = 1.5e-6;
    double targetMomentum = 0.996; ///< at the first step
};
/// By name, or with "auto" by the run's passes: 1000 from 600 on, 300 from 200 on, 100 below.
[[nodiscard]] ByolPreset byolPreset(const std::string& name, std::int64_t epochs);

/// What a run has: settings where they say something, the preset elsewhere.
struct ByolValues {
    double peakRate = 0;
    double weightDecay = 0;
    double targetMomentum = 0;
    double warmupEpochs = 10;
};
[[nodiscard]] ByolValues byolValues(const run::PretrainSettings& settings,
                                    const specs::ByolSettings& own);

} // namespace rekindle::pretrain

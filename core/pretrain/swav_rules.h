#pragma once

#include "core/pretrain/linear_cosine.h"
#include "core/run/settings.h"
#include "core/specs/swav_spec.h"

#include <cstdint>

namespace rekindle::pretrain {

// SwAV's rules of a run's length, rate, queue and prototypes (recipes 1.1, 1.6, 2). There are two:
// its scripts for a batch of 4096, taken from a batch of 512 on, and its script for 256, below.

/// E * floor(N / B): every pass drops its last, incomplete batch.
[[nodiscard]] std::int64_t swavSteps(std::int64_t imagesPerEpoch, std::int64_t epochs,
                                     std::int64_t batch);

/// Linear in the batch: 4.8 at 4096, or 0.6 at 256.
[[nodiscard]] double swavPeakRate(std::int64_t batch);

/// The schedule of a run: settings where they say something, the rules elsewhere.
[[nodiscard]] LinearCosine swavSchedule(const run::PretrainSettings& settings,
                                        const specs::SwavSettings& own, std::int64_t stepsPerEpoch);

/// How the queue is kept.
struct SwavQueue {
    std::int64_t rows = 0;      ///< a multiple of the batch; 0 = none
    std::int64_t firstStep = 0; ///< from this one on it is filled
};
[[nodiscard]] SwavQueue swavQueue(std::int64_t batch, const specs::SwavSettings& own,
                                  std::int64_t stepsPerEpoch);

/// Steps for which the prototypes stay as they were drawn.
[[nodiscard]] std::int64_t swavFrozenSteps(std::int64_t batch, const specs::SwavSettings& own);

} // namespace rekindle::pretrain

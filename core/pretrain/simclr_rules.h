#pragma once

#include <cstdint>

namespace rekindle::pretrain {

// SimCLR v1's rules of a run's length and rate (recipes 1.1, 1.6), for N images a pass, E passes
// and B images a batch.

/// floor(N E / B) + 1 (model_util.py get_train_steps).
[[nodiscard]] std::int64_t simclrSteps(std::int64_t imagesPerEpoch, std::int64_t epochs,
                                       std::int64_t batch);

/// floor(N * passes of warm-up / B).
[[nodiscard]] std::int64_t simclrWarmupSteps(std::int64_t imagesPerEpoch, double warmupEpochs,
                                             std::int64_t batch);

/// The linear rule: 0.3 * B / 256.
[[nodiscard]] double simclrPeakRate(std::int64_t batch);

} // namespace rekindle::pretrain

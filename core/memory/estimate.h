#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/memory/workplace.h"
#include "core/run/settings.h"

#include <cstddef>
#include <cstdint>

namespace rekindle::memory {

/// What a pretraining run takes at its peak, in bytes: of the process on a processor, of the card's
/// memory on a card.
struct Estimate {
    double program = 0;  ///< libraries and what they keep
    double weights = 0;  ///< with gradients, the optimiser's state and a slow copy
    double pictures = 0; ///< decoded, kept by the loader
    double batches = 0;  ///< pixels of this step's batch and of those in the making
    double maps = 0;     ///< of the network with the loss at their most, or of a save if it is more

    [[nodiscard]] double total() const { return program + weights + pictures + batches + maps; }
};

[[nodiscard]] Json toJson(const Estimate& estimate);

/// Of a run as its settings say (precision, recompute, pieces). Within 15 % of what is measured on
/// a processor (tests/bench/bench_memory.cpp). Kind Usage for a method that does not tell its load,
/// or a network that cannot be read.
[[nodiscard]] Result<Estimate> estimate(const run::PretrainSettings& settings,
                                        const Workplace& place);

/// How much the loader keeps; numbers do not depend on it. Under a limit it keeps less.
struct LoaderRoom {
    std::size_t mostAhead = 4;                       ///< batches
    std::size_t pictureBytes = std::size_t{1} << 30; ///< of decoded images
};
[[nodiscard]] LoaderRoom loaderRoom(const run::PretrainSettings& settings);

} // namespace rekindle::memory

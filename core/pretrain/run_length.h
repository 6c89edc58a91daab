#pragma once

#include <cstdint>

namespace rekindle::pretrain {

/// How long a run is: passes over images, cut into steps of a batch. How many steps that makes is
/// the method's to say (recipes 1.6).
struct RunLength {
    std::int64_t imagesPerEpoch = 0;
    std::int64_t epochs = 0;
    std::int64_t batch = 0; ///< images, not views
    std::int64_t steps = 0;
    /// Where every pass is a whole number of steps and begins anew; 0: passes have no border.
    std::int64_t stepsPerEpoch = 0;
    std::int64_t classes = 0; ///< of the images' labels; 0 without labels
};

/// Passes finished after `steps` steps, as a fraction.
[[nodiscard]] double epochsAfter(const RunLength& length, std::int64_t steps);
/// Steps after which epoch `epoch` is complete; the last epoch takes all steps.
[[nodiscard]] std::int64_t stepsFor(const RunLength& length, std::int64_t epoch);

} // namespace rekindle::pretrain

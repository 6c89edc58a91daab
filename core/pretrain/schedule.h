#pragma once

#include <cstdint>

namespace rekindle::pretrain {

/// How many steps a run has and what its learning rate is at each: a pure function of the step, so
/// that a resumed run has nothing to restore (recipes 1.6).
class Schedule
{
public:
    struct Settings {
        std::int64_t imagesPerEpoch = 0; ///< N
        std::int64_t epochs = 0;         ///< E
        std::int64_t batch = 0;          ///< B, images (not views)
        double warmupEpochs = 10;
        double peak = 0; ///< learning rate after the warm-up
    };

    /// SimCLR: floor(N E / B) + 1 steps, floor(N * warm-up / B) of them linear from 0 to the peak,
    /// then a half cosine to 0 (model_util.py get_train_steps, learning_rate_schedule).
    [[nodiscard]] static Schedule simclr(const Settings& settings);

    [[nodiscard]] std::int64_t totalSteps() const { return m_total; }
    [[nodiscard]] std::int64_t warmupSteps() const { return m_warmup; }
    /// The rate of step t, counted from 0.
    [[nodiscard]] double rate(std::int64_t step) const;

    /// Passes finished after `steps` steps, as a fraction.
    [[nodiscard]] double epochsAfter(std::int64_t steps) const;
    /// Steps after which epoch `epoch` is complete; the last epoch takes all steps.
    [[nodiscard]] std::int64_t stepsFor(std::int64_t epoch) const;

private:
    Settings m_settings;
    std::int64_t m_total = 0;
    std::int64_t m_warmup = 0;
};

/// SimCLR v1's linear rule: 0.3 * B / 256 (recipes 1.1).
[[nodiscard]] double simclrPeakRate(std::int64_t batch);

} // namespace rekindle::pretrain

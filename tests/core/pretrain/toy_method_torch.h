#pragma once

#include "core/pretrain/method_torch.h"

#include <utility>
#include <vector>

/// What the toy method saw of its run.
struct ToySeen {
    std::vector<std::pair<std::vector<int>, std::vector<std::int64_t>>>
        blocks; ///< of the last batch
    std::vector<std::int64_t> steps;
    std::int64_t total = 0;
    std::vector<double> heads, averages; ///< after each update
};
[[nodiscard]] ToySeen& toySeen();

constexpr std::int64_t kToyFrozen = 2; ///< steps
constexpr double kToyMomentum = 0.75;  ///< of the moving average, at the first step

[[nodiscard]] std::unique_ptr<rekindle::pretrain::PretrainMethod>
makeToy(const rekindle::run::PretrainSettings& settings,
        const rekindle::weights::Architecture& architecture,
        const rekindle::weights::Conventions& conventions);

/// A toy whose steps go wrong as it is told: at `bad` its loss is no number, and from `dies` on it
/// throws, as a stand-in for a kill.
struct Stumbling {
    std::vector<std::int64_t> bad;
    std::int64_t dies = -1; ///< -1: never
};
[[nodiscard]] Stumbling& stumbling();
[[nodiscard]] std::unique_ptr<rekindle::pretrain::PretrainMethod>
makeStumbling(const rekindle::run::PretrainSettings& settings,
              const rekindle::weights::Architecture& architecture,
              const rekindle::weights::Conventions& conventions);

/// Leaves the numbers after its first step.
[[nodiscard]] std::unique_ptr<rekindle::pretrain::PretrainMethod>
makeBad(const rekindle::run::PretrainSettings& settings,
        const rekindle::weights::Architecture& architecture,
        const rekindle::weights::Conventions& conventions);
/// Whether every weight and statistic of the bad method is what it was after the good step.
[[nodiscard]] bool badStateIsAsAfterTheGoodStep();

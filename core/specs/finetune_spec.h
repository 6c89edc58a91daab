#pragma once

#include "core/specs/spec.h"

#include <cstdint>
#include <string>

namespace rekindle::specs {

/// What fine-tuning has beside the settings of all protocols.
struct FineTuneSettings {
    std::int64_t epochs = 100; ///< passes over the labelled images (recipes 5, #24)
    std::int64_t batch = 64;
    double lr = 3e-4;          ///< Adam, constant (paper 4)
    double weightDecay = 1e-4; ///< coupled L2, all parameters (paper 4; recipes 5, #25)
    std::string pick = "last"; ///< last | validation: the pass whose answers are the score
};

[[nodiscard]] FineTuneSettings fineTuneSettings(const Values& own);
/// The reverse, for a plan that is made in code.
[[nodiscard]] Values toValues(const FineTuneSettings& settings);
[[nodiscard]] ProtocolSpec fineTuneSpec();

} // namespace rekindle::specs

#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/run/settings.h"

#include <map>
#include <optional>
#include <string>

namespace rekindle::pretrain {

/// What a run starts from. `weights` is empty for a random start.
struct StartWeights {
    weights::Architecture architecture;
    weights::Conventions conventions;
    std::optional<weights::WeightSet> weights;
};

/// Reads the settings' checkpoint, or names the random network. Kinds of readCheckpoint; Mismatch
/// when the file is not the one the run was planned with (its SHA-256 differs).
[[nodiscard]] Result<StartWeights> readStartWeights(const run::PretrainSettings& settings);

/// The metadata that goes with a backbone of this run.
[[nodiscard]] std::map<std::string, std::string>
backboneMetadata(const run::PretrainSettings& settings, const StartWeights& start, double passes);

} // namespace rekindle::pretrain

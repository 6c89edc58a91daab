#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/dataset/manifest.h"
#include "core/memory/fit.h"
#include "core/study/study.h"

#include <string>

namespace rekindle::study {

/// A checkpoint of the study as its file stands, with the hash of its content.
struct NamedWeights {
    checkpoint::Checkpoint checkpoint;
    std::string sha256;
};
/// Kind Mismatch when the file is another one than was added; what reading a checkpoint gives.
[[nodiscard]] Result<NamedWeights> startWeights(const Study& study, const WeightsEntry& entry);

/// What both runs of a pair are asked to do. P1X takes network, padding and normalisation from the
/// checkpoint that P2X starts from.
struct PairSettings {
    run::PretrainSettings p1x, p2x;
    memory::Workplace place; ///< that both were fitted into
};
/// `plan.name` names the pair as it stands. Kinds NotFound (weights that the study does not know),
/// Usage (settings that cannot be; a batch that cannot be filled), Memory (a limit that
/// they do not fit into), those of startWeights.
[[nodiscard]] Result<PairSettings> settingsOfPair(const Study& study, const PairPlan& plan,
                                                  const dataset::Manifest& manifest);

} // namespace rekindle::study

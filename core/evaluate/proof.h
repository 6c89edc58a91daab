#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/image/reading.h"
#include "core/job/stop.h"
#include "core/repair/repair.h"

#include <filesystem>

namespace rekindle::evaluate {

/// Which images a repair is checked on.
struct ProofInputs {
    std::filesystem::path folder; ///< empty: noise
    image::Reading reading;       ///< as chosen; the set's range is found in the folder
    std::uint64_t count = 64;
    int size = 96; ///< pixels
    std::uint64_t seed = 0;
};

/// Runs the network three times over the same images (original, dead filters replaced, replaced and
/// scaled) and compares the pooled features: in evaluation mode on running statistics, which is
/// what the paper's "the output is the same" speaks of, and in training mode on batch statistics,
/// where the paper's rule damps (recipes 4 c, d). The same is told of the maps behind the stem and
/// each stage, which shows where a change begins.
[[nodiscard]] Result<repair::FeatureProof>
proveRepair(const checkpoint::Checkpoint& original, const weights::WeightSet& replacedOnly,
            const weights::WeightSet& repaired, const ProofInputs& inputs, const job::Watch& watch);

} // namespace rekindle::evaluate

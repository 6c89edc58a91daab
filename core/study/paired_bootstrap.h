#pragma once

#include "core/scores/resampling.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::study {

using scores::kResamples;

/// What the resampling says about a mean difference.
struct Interval {
    double difference = 0;    ///< mean over the cases as they are
    double low = 0, high = 0; ///< 95 % percentile interval
    double error = 0;         ///< standard deviation of the resampled means
    double pValue = 1;        ///< 2 * min(share <= 0, share >= 0), in [2 / resamples, 1]
    std::uint64_t units = 0;  ///< what was resampled: patients, or images
};

/// Paired bootstrap of the mean of `differences` (one per test image: P2X minus P1X). Images of one
/// patient are drawn together; `patients` is empty or as long as `differences`, and an image with
/// an empty entry is a unit of its own. Same inputs and seed give the same numbers.
[[nodiscard]] Interval pairedBootstrap(const std::vector<double>& differences,
                                       const std::vector<std::string>& patients,
                                       std::uint64_t seed = 1, int resamples = kResamples);

} // namespace rekindle::study

#pragma once

#include "core/study/paired_bootstrap.h"

#include <string>
#include <vector>

namespace rekindle::study {

/// The mean difference over pairs that were pretrained from different seeds, with what retraining
/// would change: `differences[pair][image]`, P2X minus P1X, all over the same images. At least
/// three pairs.
///
/// Two sources of chance add up: the pairs (variance of their means over their number, known from
/// few, hence Student's t) and the test images that all share (paired bootstrap, by patient where
/// `patients` says so). Degrees of freedom by Welch and Satterthwaite. A percentile interval of
/// resampled pairs would be far too narrow: of three pairs it excludes 0 in about a quarter of the
/// comparisons where there is nothing.
[[nodiscard]] Interval retrainingInterval(const std::vector<std::vector<double>>& differences,
                                          const std::vector<std::string>& patients);

/// The same where each pair's difference is known (at least three), and by how much drawing other
/// test images would move their mean (a standard deviation; `units` images or patients).
[[nodiscard]] Interval combine(const std::vector<double>& ofPairs, double ofImages,
                               std::uint64_t units);

/// Share of Student's t distribution below `t`; `freedom` > 0, not necessarily whole.
[[nodiscard]] double studentBelow(double t, double freedom);

/// The t of which `share` lies below; `share` in (0.5, 1).
[[nodiscard]] double studentQuantile(double share, double freedom);

} // namespace rekindle::study

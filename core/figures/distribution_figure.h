#pragma once

#include "core/figures/norm_figure.h"

#include <string>
#include <vector>

namespace rekindle::figures {

/// What of a filter is counted: its Frobenius norm, or a number that its normalisation keeps.
enum class Measure { FilterNorm, Gamma, Beta, Mean, Variance };
/// In the middle of a sentence: "filter norm", "running variance".
[[nodiscard]] std::string measureName(Measure measure);

/// How many weights can be laid over each other and still be told apart.
inline constexpr std::size_t kMostLaidOver = 6;

/// The paper's Figure 1: five panels, the filters' norms and gamma, beta, running mean and running
/// variance behind them, each with shared bins. What has both signs (beta, mean) stays on a linear
/// axis. A measure that nobody keeps has no panel. `part` as of normFigure.
[[nodiscard]] Figure distributionFigure(const std::vector<NormInput>& inputs,
                                        const std::string& part, const HistogramStyle& style = {});

} // namespace rekindle::figures

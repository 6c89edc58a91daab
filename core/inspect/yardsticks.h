#pragma once

#include "core/inspect/weight_report.h"

#include <optional>
#include <string>
#include <vector>

namespace rekindle::inspect {

/// What other weights show, beside the user's own: "exploding" says little without it, since half
/// of a fresh network's filters lie above 1 already.
struct Yardstick {
    std::string name;
    double shareAbove = 0;           ///< of the filters, 0 to 1
    std::optional<double> shareDead; ///< nothing where the source does not say
    std::string source;
    bool sameNetwork = true; ///< of the report's own layers; else of a ResNet-50
};

/// A random start as SimCLR draws it for these very layers (truncated normal, variance 1 / fan-in),
/// under the report's thresholds; and what the paper says of ImageNet checkpoints (section 3, at
/// 0.1 and 1).
[[nodiscard]] std::vector<Yardstick> yardsticks(const WeightReport& report);

/// For people: "a random start 49.6 %, supervised 0.5 % ...".
[[nodiscard]] std::string yardstickText(const std::vector<Yardstick>& list);
[[nodiscard]] Json toJson(const std::vector<Yardstick>& list);

} // namespace rekindle::inspect

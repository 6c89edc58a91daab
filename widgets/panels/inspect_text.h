#pragma once

// Private to the folder.

#include "core/inspect/weight_report.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::panels {

/// What of the weights' report the page Inspect puts into words.
struct InspectedPart {
    const inspect::WeightReport& report;
    std::vector<std::uint64_t> dead; ///< of each layer, under the line of now
    double deadBelow = 0;            ///< that line
    std::string part;                ///< a stage or a block; empty: see `layer`
    std::string layer;               ///< empty, too: all layers
};

/// "1,200 filters; 80.0 % above 1, 0.8 % dead (below 0.1)."; of a layer its dead filters, of all
/// layers what other weights show. Empty while a layer's line has been moved and not measured.
[[nodiscard]] QString inspectText(const InspectedPart& what);

} // namespace rekindle::panels

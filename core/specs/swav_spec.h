#pragma once

#include "core/specs/spec.h"

namespace rekindle::specs {

/// What SwAV has beside the settings of all methods. -1: by its authors' rule, which goes by the
/// batch (recipes 2).
struct SwavSettings {
    std::string crops = "auto"; ///< auto | multi | two
    int smallCrops = 6;         ///< with multi
    int smallSize = 96;         ///< pixels, with multi
    double colourStrength = 1.0;
    int prototypes = 3000;
    double temperature = 0.1;
    double epsilon = 0.05;         ///< of Sinkhorn-Knopp
    int iterations = 3;            ///< of Sinkhorn-Knopp
    std::int64_t queue = -1;       ///< rows; 0 = none
    double queueStart = 15;        ///< passes
    std::int64_t freezeIters = -1; ///< steps
    double startLr = -1;
    double finalLr = -1;
};

[[nodiscard]] SwavSettings swavSettings(const Values& own);
/// Whether an image has small crops beside its two large ones.
[[nodiscard]] bool swavHasSmallCrops(int imageSize, const SwavSettings& own);
/// Rows of the queue for each large crop, a multiple of the batch; 0 = none.
[[nodiscard]] std::int64_t swavQueueRows(std::int64_t batch, const SwavSettings& own);
[[nodiscard]] MethodSpec swavSpec();

} // namespace rekindle::specs

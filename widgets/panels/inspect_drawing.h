#pragma once

// Private to the folder.

#include "core/figures/arrangement.h"
#include "core/figures/norm_figure.h"
#include "widgets/bridge/weights_store.h"

#include <QString>

#include <memory>
#include <vector>

namespace rekindle::panels {

/// A picture of weights that is asked for, as a value that any thread can draw.
struct InspectDrawing {
    struct Weights {
        QString name;
        std::shared_ptr<const bridge::WeightsFacts> facts;
        std::shared_ptr<const inspect::WeightReport> report; ///< under the present line
    };
    QString view; ///< norms, distributions, layers, dead, filters
    QString part; ///< a layer, a block or a stage; empty: all
    double deadBelow = 0.1;
    std::vector<Weights> weights;
    figures::HistogramStyle style;
    figures::Arrangement arrangement = figures::Arrangement::Overlay;
};

/// `drawing.weights` is not empty.
[[nodiscard]] figures::Figure figureOf(const InspectDrawing& drawing);

} // namespace rekindle::panels

#pragma once

#include "core/inspect/dead_counts.h"
#include "core/weights/architecture.h"

namespace rekindle::test {

/// The layers of a network by its name ("resnet152"), with norms from 0 to 2, the same each time.
inline inspect::WeightReport randomReport(const char* network)
{
    inspect::WeightReport report;
    std::uint64_t state = 1;
    for (const weights::ConvLayer& conv :
         weights::convLayers(*weights::parseArchitecture(network))) {
        inspect::LayerReport layer;
        layer.name = conv.conv;
        for (int i = 0; i < conv.outputs; ++i) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            layer.filterNorms.push_back(static_cast<double>(state >> 40) / (1 << 24) * 2);
        }
        report.totals.filters += layer.filterNorms.size();
        report.layers.push_back(std::move(layer));
    }
    return report;
}

/// The same with what is dead under this line.
inline inspect::WeightReport randomReport(const char* network, double deadBelow)
{
    return inspect::withDeadBelow(randomReport(network), deadBelow);
}

} // namespace rekindle::test

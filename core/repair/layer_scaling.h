#pragma once

#include "core/inspect/weight_report.h"
#include "core/repair/conv_norm.h"
#include "core/repair/repair.h"

namespace rekindle::repair {

/// What one channel becomes under a rule for norm s: factors of its tensors, and the gain of
/// (y - beta) that remains in evaluation (running statistics) and in training (batch statistics,
/// epsilon aside). All in double precision (recipes 4, table).
struct ChannelScaling {
    double weight = 1, mean = 1, var = 1, gamma = 1;
    double evalGain = 1, trainGain = 1;
};
[[nodiscard]] ChannelScaling channelScaling(ScaleRule rule, EpsMode eps, double s, double var,
                                            double epsilon);

/// Says in one sentence which channel lost most of its answer to epsilon, and what avoids it;
/// nothing when all keep at least 99.5 % (recipes 4 b).
void warnOfEpsilon(RepairReport& report);

/// Scales one layer in place where its norm, or that of a filter, is above the threshold (paper 3,
/// Exploding weights). `measured` is of the layer as it is now.
void scaleLayer(ConvNorm& layer, const inspect::LayerReport& measured, double epsilon,
                const RepairSettings& settings, RepairReport& report);

} // namespace rekindle::repair

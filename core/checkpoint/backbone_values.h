#pragma once

#include "core/base/result.h"
#include "core/checkpoint/backbone.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/plain_layers.h"
#include "core/formats/format.h"

namespace rekindle::checkpoint {

/// Fills `checkpoint.weights` (and `doubles`, when asked for) with the values of the backbone, axes
/// in torchvision's order, what is missing set to 0, biases of convolutions taken off the running
/// means behind them, which computes the same. Values that are not numbers, that float32 does
/// not hold, and variances below zero, which no training leaves behind, are an error of kind
/// Damaged or, where `options` allow it, warnings. Kinds besides: Io, Limit, Memory.
[[nodiscard]] Result<void> loadBackbone(formats::StoredTensors& stored, const Backbone& backbone,
                                        const ReadOptions& options, Checkpoint& checkpoint);

/// The same of the convolutions of any network, as far as they are there.
[[nodiscard]] Result<void> loadLayers(formats::StoredTensors& stored,
                                      std::span<const PlainLayer> layers,
                                      const ReadOptions& options, Checkpoint& checkpoint);

} // namespace rekindle::checkpoint

#pragma once

#include "core/weights/architecture.h"
#include "core/weights/conventions.h"

#include <cstdint>
#include <vector>

namespace rekindle::memory {

/// What one part of a network (the stem, a block) makes of one view in training. In numbers, which
/// are of 4 or of 2 bytes each, but where it says bytes.
struct PartMaps {
    double kept = 0;      ///< for the way back, besides the output
    double keptBytes = 0; ///< the same, of numbers whose size is always the same
    double output = 0;    ///< kept by whoever takes it on
    double widest = 0;    ///< the largest map on its way
};

/// From the stem to the last block, for square views of `size` pixels. The network is
/// model::ResNet, map by map: a convolution keeps its input, batch norm its own, and a ReLU in
/// place its output, which is the next one's input.
[[nodiscard]] std::vector<PartMaps> networkMaps(const weights::Architecture& architecture,
                                                const weights::Conventions& conventions, int size);

/// Weights of the convolutions and norms.
[[nodiscard]] std::int64_t networkWeights(const weights::Architecture& architecture);

} // namespace rekindle::memory

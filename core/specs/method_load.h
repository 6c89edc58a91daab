#pragma once

#include <cstdint>
#include <vector>

namespace rekindle::specs {

/// What a method is asked about.
struct LoadFacts {
    std::int64_t batch = 0;    ///< images of a step
    int imageSize = 0;         ///< pixels
    std::int64_t features = 0; ///< of the backbone
};

/// Views of one size, and what becomes of them.
struct ViewLoad {
    int size = 0;    ///< pixels
    int count = 0;   ///< of an image
    int trained = 0; ///< of these, how many go through the network with their gradients recorded
    int atOnce = 0;  ///< how many go through it in one pass
};

/// What a method puts into memory besides its backbone, in numbers (not bytes).
struct MethodLoad {
    std::vector<ViewLoad> views;  ///< in the order of their passes
    std::int64_t headWeights = 0; ///< that are trained
    std::int64_t headMaps = 0;    ///< kept in the heads of a view for the way back
    bool slowCopy = false;        ///< of the backbone
    std::int64_t copiedHead = 0;  ///< weights of the heads in that copy
    std::int64_t queue = 0;       ///< what earlier batches left
    std::int64_t loss = 0;        ///< at its largest, over the whole batch
};

} // namespace rekindle::specs

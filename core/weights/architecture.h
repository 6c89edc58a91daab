#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::weights {

/// A ResNet, as its shapes tell: everything needed to build it.
struct Architecture {
    int depth = 50; ///< 18, 34, 50, 101, 152, 200; 0 for other block counts
    bool bottleneck = true;
    std::array<int, 4> blocks{3, 4, 6, 3};
    int stemChannels = 64;                       ///< conv1's outputs
    int stemKernel = 7;                          ///< 7, or 3 for the CIFAR stem (stride 1, no pool)
    std::array<int, 4> inner{64, 128, 256, 512}; ///< 3x3 channels of each stage
    int featureDim = 2048;                       ///< outputs of the last stage

    [[nodiscard]] double width() const { return stemChannels / 64.0; }
    bool operator==(const Architecture&) const = default;
};

/// 18, 34, 50, 101, 152 or 200; 0 for other block counts.
[[nodiscard]] int standardDepth(bool bottleneck, const std::array<int, 4>& blocks);

/// "resnet50", or "resnet18/16" where the stem has not 64 channels. Besides: "w2" after the depth
/// for inner channels twice as wide, "-cifar" for the 3x3 stem, "resnet-basic-1.1.1.1" and
/// "resnet-bottleneck-2.2.2.2" for other block counts.
[[nodiscard]] std::string name(const Architecture& architecture);

/// Parses such a name. Kind Usage.
[[nodiscard]] Result<Architecture> parseArchitecture(std::string_view name);

/// Whether `name` and `parseArchitecture` carry it there and back.
[[nodiscard]] bool isExpressible(const Architecture& architecture);

/// One convolution with the batch norm that follows it, in forward order (the shortcut of a block
/// after its main path).
struct ConvLayer {
    std::string conv; ///< "layer1.0.conv2": weights are conv + ".weight"
    std::string norm; ///< "layer1.0.bn2"
    int outputs = 0;
    int inputs = 0;
    int kernel = 0;
    int stride = 1;
};

[[nodiscard]] std::vector<ConvLayer> convLayers(const Architecture& architecture);

/// `family`, `depth`, `width`, `feature_dim`, `stem_channels`, `name`.
[[nodiscard]] Json toJson(const Architecture& architecture);

} // namespace rekindle::weights

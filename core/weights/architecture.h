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
    int depth = 50; ///< 18, 34, 50, 101, 152, 200; 6n+2 with three stages; 0 for other block counts
    bool bottleneck = true;
    std::array<int, 4> blocks{3, 4, 6, 3};       ///< the last is 0 with three stages
    int stemChannels = 64;                       ///< conv1's outputs
    int stemKernel = 7;                          ///< 7, or 3 for the CIFAR stem (stride 1, no pool)
    std::array<int, 4> inner{64, 128, 256, 512}; ///< 3x3 channels of each stage
    int featureDim = 2048;                       ///< outputs of the last stage
    int groups = 1;                              ///< of the 3x3 in a bottleneck (ResNeXt)
    int inputChannels = 3;                       ///< 1, 3 or 4
    /// The first block of all has a shortcut of its own although its sides agree, as TensorFlow's
    /// basic blocks have it.
    bool projectFirst = false;
    /// Shortcuts without weights: every second pixel, the new channels zero, half of them on each
    /// side (the first ResNets for small images).
    bool paddedShortcuts = false;
    bool stemRelu = true; ///< false where it was lost with the class around the layers

    [[nodiscard]] int stages() const { return blocks[3] > 0 ? 4 : 3; }
    /// Outputs of a stage counted from 0.
    [[nodiscard]] int stageOutputs(int stage) const { return featureDim >> (stages() - 1 - stage); }
    [[nodiscard]] double width() const { return stemChannels / 64.0; }
    bool operator==(const Architecture&) const = default;
};

/// 18, 34, 50, 101, 152 or 200, or the count of layers of three equal stages; 0 for others.
[[nodiscard]] int standardDepth(bool bottleneck, const std::array<int, 4>& blocks);

/// "resnet50", or "resnet18/16" where the stem has not 64 channels. Besides, in this order: "w2"
/// after the depth for inner channels twice as wide as the stem ("i96" for 96 of them), "x32" for
/// 32 groups, "-cifar" for the 3x3 stem, "-1ch" for one input channel, "-project", "-padded" and
/// "-linstem" for what the members say; "resnet-basic-1.1.1.1", "resnet-bottleneck-2.2.2.2" and, of
/// three stages, "resnet-basic-3.3.3" for other block counts.
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
    int inputs = 0; ///< that each filter sees, so of one group
    int kernel = 0;
    int stride = 1;
};

[[nodiscard]] std::vector<ConvLayer> convLayers(const Architecture& architecture);

/// `family`, `depth`, `width`, `feature_dim`, `stem_channels`, `input_channels`, `groups`, `name`.
[[nodiscard]] Json toJson(const Architecture& architecture);

} // namespace rekindle::weights

#include "core/memory/network_maps.h"

#include <algorithm>

namespace rekindle::memory {
namespace {

double halved(double side, int stride)
{
    const std::int64_t half = (static_cast<std::int64_t>(side) + 1) / 2;
    return stride == 1 ? side : static_cast<double>(half);
}

double plane(double channels, double side)
{
    return channels * side * side;
}

PartMaps stemMaps(const weights::Architecture& architecture,
                  const weights::Conventions& conventions, int size)
{
    constexpr double kIndexBytes = 8; // where the largest of a window stands
    const bool small = architecture.stemKernel == 3;
    const bool same = conventions.padding == weights::Padding::Same;
    const bool torchvision = conventions.padding == weights::Padding::Torchvision;
    const double channels = architecture.stemChannels;
    const double side = halved(size, small ? 1 : 2);
    PartMaps maps;
    if (conventions.normalisation != weights::Normalisation::None ||
        architecture.inputChannels != 3)
        maps.kept += plane(architecture.inputChannels, size);
    if (same && !small)
        maps.kept += plane(architecture.inputChannels, size + kIndexBytes - 1);
    maps.kept += plane(channels, side);
    maps.output = plane(channels, side);
    maps.widest = std::max(plane(3, size), plane(channels, side));
    if (small)
        return maps;
    const double pooled = halved(side, 2);
    maps.kept += maps.output; // of the norm, looked at by the pooling
    if (!torchvision)
        maps.kept += plane(channels, side + 1);
    maps.output = plane(channels, pooled);
    maps.keptBytes = kIndexBytes * maps.output;
    return maps;
}

/// A block as its convolutions see it.
struct Block {
    double inputs, inner, outputs;
    int stride;
    bool bottleneck;
    bool shortcut; ///< one of its own, with weights
    bool same;     ///< pads strided convolutions by a copy
};

PartMaps blockMaps(const Block& block, double side)
{
    const double after = halved(side, block.stride);
    PartMaps maps;
    if (block.bottleneck) {
        maps.kept += 2 * plane(block.inner, side) + 2 * plane(block.inner, after);
        if (block.same && block.stride > 1)
            maps.kept += plane(block.inner, side + 1);
    } else {
        maps.kept += 2 * plane(block.inner, after);
        if (block.same && block.stride > 1)
            maps.kept += plane(block.inputs, side + 1);
    }
    maps.output = plane(block.outputs, after);
    maps.kept += maps.output; // of the last convolution
    if (block.shortcut) {
        maps.kept += maps.output;
        if (block.stride > 1)
            maps.kept += plane(block.inputs, after);
    }
    maps.widest = std::max({maps.output, plane(block.inner, side), plane(block.inputs, side)});
    return maps;
}

} // namespace

std::vector<PartMaps> networkMaps(const weights::Architecture& architecture,
                                  const weights::Conventions& conventions, int size)
{
    std::vector<PartMaps> parts{stemMaps(architecture, conventions, size)};
    double side = halved(size, architecture.stemKernel == 3 ? 1 : 2);
    if (architecture.stemKernel != 3)
        side = halved(side, 2);
    double channels = architecture.stemChannels;
    for (int stage = 0; stage < architecture.stages(); ++stage) {
        const auto at = static_cast<std::size_t>(stage);
        const double outputs = architecture.stageOutputs(stage);
        for (int number = 0; number < architecture.blocks[at]; ++number) {
            const bool first = number == 0;
            const int stride = first && stage > 0 ? 2 : 1;
            const bool changes = stride != 1 || channels != outputs;
            const bool projects = architecture.projectFirst && first && stage == 0;
            const Block block{channels,
                              static_cast<double>(architecture.inner[at]),
                              outputs,
                              stride,
                              architecture.bottleneck,
                              (changes && !architecture.paddedShortcuts) || projects,
                              conventions.padding == weights::Padding::Same};
            parts.push_back(blockMaps(block, side));
            side = halved(side, stride);
            channels = outputs;
        }
    }
    return parts;
}

std::int64_t networkWeights(const weights::Architecture& architecture)
{
    std::int64_t count = 0;
    for (const weights::ConvLayer& layer : weights::convLayers(architecture)) {
        const std::int64_t filter = std::int64_t{layer.inputs} * layer.kernel * layer.kernel;
        count += layer.outputs * (filter + 2); // and a norm's two
    }
    return count;
}

} // namespace rekindle::memory

#include "core/checkpoint/find_architecture.h"

#include "core/base/text.h"
#include "core/checkpoint/other_network.h"

#include <algorithm>
#include <set>

namespace rekindle::checkpoint {
namespace {

using Shape = std::vector<std::int64_t>;

std::string shapeText(const Shape& shape)
{
    std::vector<std::string> sides;
    for (const std::int64_t side : shape)
        sides.push_back(std::to_string(side));
    return "[" + text::join(sides, ", ") + "]";
}

/// Blocks are numbered from 0 without a gap.
int countBlocks(const weights::WeightSet& weights, std::size_t stage)
{
    int count = 0;
    while (weights.contains("layer" + std::to_string(stage + 1) + "." + std::to_string(count) +
                            ".conv1.weight"))
        ++count;
    return count;
}

/// First side of a convolution's weights, or 0.
int outputsOf(const weights::WeightSet& weights, const std::string& conv)
{
    const weights::Tensor* tensor = weights.find(conv + ".weight");
    if (tensor == nullptr || tensor->shape.size() != 4 || tensor->shape[0] < 1 ||
        tensor->shape[0] > 1 << 20)
        return 0;
    return static_cast<int>(tensor->shape[0]);
}

Result<void> checkShape(const weights::WeightSet& weights, const std::string& name,
                        const Shape& expected, const std::string& subject)
{
    const weights::Tensor* tensor = weights.find(name);
    if (tensor == nullptr)
        return fail(ErrorKind::Mismatch, "This ResNet is incomplete: '" + name + "' is missing",
                    subject, "Use the complete checkpoint of the network.");
    if (tensor->shape != expected)
        return fail(ErrorKind::Mismatch,
                    "This is not a standard ResNet: '" + name + "' has the shape " +
                        shapeText(tensor->shape) + " where " + shapeText(expected) + " is expected",
                    subject, "Use a checkpoint of an ordinary ResNet.");
    return {};
}

/// Every tensor that the network needs is there with its shape, and its stages hold nothing else.
Result<void> checkComplete(const weights::WeightSet& weights,
                           const weights::Architecture& architecture, const std::string& subject)
{
    std::set<std::string, std::less<>> known;
    for (const weights::ConvLayer& layer : weights::convLayers(architecture)) {
        const Shape filters{layer.outputs, layer.inputs, layer.kernel, layer.kernel};
        RK_CHECK(checkShape(weights, layer.conv + ".weight", filters, subject));
        known.insert(layer.conv + ".weight");
        if (weights.contains(layer.conv + ".bias"))
            RK_CHECK(checkShape(weights, layer.conv + ".bias", {layer.outputs}, subject));
        known.insert(layer.conv + ".bias");
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"}) {
            RK_CHECK(checkShape(weights, layer.norm + part, {layer.outputs}, subject));
            known.insert(layer.norm + part);
        }
        known.insert(layer.norm + ".num_batches_tracked");
    }
    for (const auto& item : weights.items()) {
        if (item.name.rfind("layer", 0) == 0 && known.count(item.name) == 0)
            return fail(ErrorKind::Mismatch,
                        "This is not an ordinary ResNet: it has a further part '" +
                            text::shown(item.name) + "'",
                        subject, "Use a checkpoint of an ordinary ResNet.");
    }
    return {};
}

/// Batch norm keeps running statistics; other normalisations, and those that were folded away, do
/// not.
Result<void> checkNorms(const weights::WeightSet& weights,
                        const weights::Architecture& architecture, const std::string& subject)
{
    bool scales = false;
    bool biases = false;
    for (const weights::ConvLayer& layer : weights::convLayers(architecture)) {
        if (weights.contains(layer.norm + ".running_mean") ||
            weights.contains(layer.norm + ".running_var"))
            return {};
        scales = scales || weights.contains(layer.norm + ".weight");
        biases = biases || weights.contains(layer.conv + ".bias");
    }
    const auto& items = weights.items();
    if (scales || std::any_of(items.begin(), items.end(), [](const auto& item) {
            return item.name.find(".gn") != std::string::npos;
        }))
        return fail(ErrorKind::Mismatch,
                    "This ResNet has group norm (or another one without running statistics) where "
                    "an ordinary one has batch norm",
                    subject, "Use a checkpoint of a network with batch norm.");
    if (biases)
        return fail(ErrorKind::Mismatch,
                    "The batch norms of this ResNet have been folded into its convolutions",
                    subject, "Use the checkpoint from before that.");
    return {};
}

/// Layers that a naming saw before the first stage of the network.
Result<void> checkFront(const weights::WeightSet& weights, const std::string& subject)
{
    if (weights.contains("input.running_mean"))
        return fail(ErrorKind::Mismatch,
                    "This ResNet normalises its input by a batch norm of its own before the first "
                    "convolution, which an ordinary one does not",
                    subject, "Use a checkpoint of an ordinary ResNet.");
    for (const auto& item : weights.items()) {
        if (item.name.starts_with("stem."))
            return fail(ErrorKind::Mismatch,
                        "This is a ResNet with a deep stem (several convolutions before the first "
                        "stage)",
                        subject, "Use a checkpoint of an ordinary ResNet.");
        if (item.name.starts_with("input."))
            return fail(ErrorKind::Mismatch,
                        "This ResNet has a layer with weights before its first convolution, which "
                        "an ordinary one has not",
                        subject, "Use a checkpoint of an ordinary ResNet.");
    }
    return {};
}

Result<void> checkStem(const weights::WeightSet& weights, const std::string& subject)
{
    const weights::Tensor* stem = weights.find("conv1.weight");
    if (stem == nullptr || !weights.contains("layer1.0.conv1.weight")) {
        std::vector<NamedShape> names;
        for (const auto& item : weights.items())
            names.push_back({item.name, item.tensor.shape});
        return fail(otherNetwork(names, subject));
    }
    const Shape& shape = stem->shape;
    if (shape.size() != 4 || shape[2] != shape[3] || (shape[2] != 7 && shape[2] != 3))
        return fail(ErrorKind::Mismatch,
                    "The first layer of this network has the shape " + shapeText(shape) +
                        ", which is not that of a ResNet",
                    subject, "Use a checkpoint whose first convolution is 7x7 or 3x3.");
    if (shape[1] != 1 && shape[1] != 3 && shape[1] != 4)
        return fail(ErrorKind::Mismatch,
                    "This network takes images of " + std::to_string(shape[1]) +
                        " channels; Rekindle's have 1, 3 or 4",
                    subject, "Use a checkpoint trained on grey or colour images.");
    return {};
}

/// Blocks and inner channels of each stage. Three stages are those of small images alone.
Result<void> findStages(const weights::WeightSet& weights, weights::Architecture& found,
                        const std::string& subject)
{
    for (std::size_t stage = 0; stage < 4; ++stage) {
        found.blocks[stage] = countBlocks(weights, stage);
        found.inner[stage] = outputsOf(weights, "layer" + std::to_string(stage + 1) + ".0.conv1");
        if (found.blocks[stage] == 0 && (stage < 3 || found.stemKernel != 3))
            return fail(ErrorKind::Mismatch,
                        "This ResNet is incomplete: it has no stage " + std::to_string(stage + 1),
                        subject, "Use the complete checkpoint of a network with four stages.");
    }
    return {};
}

/// How many groups the first 3x3 of a bottleneck works in.
int groupsOf(const weights::WeightSet& weights, const weights::Architecture& found)
{
    const weights::Tensor* second = weights.find("layer1.0.conv2.weight");
    if (!found.bottleneck || second == nullptr || second->shape.size() != 4 ||
        second->shape[1] < 1 || found.inner[0] % second->shape[1] != 0)
        return 1;
    return static_cast<int>(found.inner[0] / second->shape[1]);
}

} // namespace

Result<weights::Architecture> findArchitecture(const weights::WeightSet& weights,
                                               const std::string& subject)
{
    RK_CHECK(checkFront(weights, subject));
    RK_CHECK(checkStem(weights, subject));
    weights::Architecture found;
    const Shape& stem = weights.find("conv1.weight")->shape;
    found.stemChannels = outputsOf(weights, "conv1");
    found.stemKernel = static_cast<int>(stem[2]);
    found.inputChannels = static_cast<int>(stem[1]);
    found.bottleneck = weights.contains("layer1.0.conv3.weight");
    RK_CHECK(findStages(weights, found, subject));
    found.groups = groupsOf(weights, found);
    found.depth = weights::standardDepth(found.bottleneck, found.blocks);
    const std::string last = "layer" + std::to_string(found.stages());
    found.featureDim = outputsOf(weights, last + (found.bottleneck ? ".0.conv3" : ".0.conv2"));
    found.projectFirst = found.featureDim >> (found.stages() - 1) == found.stemChannels &&
                         weights.contains("layer1.0.downsample.0.weight");
    found.paddedShortcuts = !found.bottleneck && found.stemKernel == 3 &&
                            !weights.contains("layer2.0.downsample.0.weight") &&
                            !weights.contains(last + ".0.downsample.0.weight");
    if (!weights::isExpressible(found))
        return fail(ErrorKind::Mismatch,
                    "The channels of this network do not double from stage to stage as a ResNet's "
                    "do",
                    subject, "Use a checkpoint of an ordinary ResNet.");
    RK_CHECK(checkNorms(weights, found, subject));
    RK_CHECK(checkComplete(weights, found, subject));
    return found;
}

} // namespace rekindle::checkpoint

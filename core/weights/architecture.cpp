#include "core/weights/architecture.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace rekindle::weights {
namespace {

struct Standard {
    int depth;
    bool bottleneck;
    std::array<int, 4> blocks;
};

constexpr std::array kStandards{
    Standard{18, false, {2, 2, 2, 2}},  Standard{34, false, {3, 4, 6, 3}},
    Standard{50, true, {3, 4, 6, 3}},   Standard{101, true, {3, 4, 23, 3}},
    Standard{152, true, {3, 8, 36, 3}}, Standard{200, true, {3, 24, 36, 3}},
};

constexpr int kMostBlocks = 200;
constexpr int kMostChannels = 1024;
constexpr int kMostInner = 16384;
constexpr int kWidest = 16;

/// Reads a number of at least 1 off the front of `rest`.
std::optional<int> takeNumber(std::string_view& rest, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc() || value < 1 || value > most || rest.front() == '+')
        return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return value;
}

bool take(std::string_view& rest, std::string_view word)
{
    if (rest.substr(0, word.size()) != word)
        return false;
    rest.remove_prefix(word.size());
    return true;
}

bool finishBlocks(Architecture& architecture)
{
    architecture.depth = standardDepth(architecture.bottleneck, architecture.blocks);
    return true;
}

/// "50" or "-basic-1.1.1.1": depth and blocks.
bool takeBlocks(std::string_view& rest, Architecture& architecture)
{
    const bool basic = take(rest, "-basic-");
    if (basic || take(rest, "-bottleneck-")) {
        architecture.bottleneck = !basic;
        architecture.blocks = {};
        for (std::size_t stage = 0; stage < 4; ++stage) {
            if (stage > 0 && !take(rest, "."))
                return stage == 3 && finishBlocks(architecture);
            const auto blocks = takeNumber(rest, kMostBlocks);
            if (!blocks)
                return false;
            architecture.blocks[stage] = *blocks;
        }
        return finishBlocks(architecture);
    }
    const auto depth = takeNumber(rest, 1000);
    const auto* it = std::find_if(kStandards.begin(), kStandards.end(),
                                  [&](const Standard& s) { return depth && s.depth == *depth; });
    if (it == kStandards.end())
        return false;
    architecture.depth = it->depth;
    architecture.bottleneck = it->bottleneck;
    architecture.blocks = it->blocks;
    return true;
}

/// "w2" or "i96": the inner channels of the first stage; 0 for as many as the stem's.
bool takeInner(std::string_view& rest, int& widening, int& inner)
{
    const bool times = take(rest, "w");
    if (!times && !take(rest, "i"))
        return true;
    const auto number = takeNumber(rest, times ? kWidest : kMostInner);
    (times ? widening : inner) = number.value_or(1);
    return number.has_value();
}

/// Inner channels and features follow from the stem and the inner channels of the first stage.
void derive(Architecture& architecture, int inner)
{
    const int stages = architecture.stages();
    architecture.inner = {};
    for (int stage = 0; stage < stages; ++stage)
        architecture.inner[static_cast<std::size_t>(stage)] = inner << stage;
    const int first = architecture.bottleneck ? 4 * architecture.stemChannels : inner;
    architecture.featureDim = first << (stages - 1);
}

/// Whether the channels follow the pattern.
bool isDerived(const Architecture& architecture)
{
    Architecture expected = architecture;
    derive(expected, architecture.inner[0]);
    return expected == architecture;
}

} // namespace

int standardDepth(bool bottleneck, const std::array<int, 4>& blocks)
{
    for (const Standard& standard : kStandards) {
        if (standard.bottleneck == bottleneck && standard.blocks == blocks)
            return standard.depth;
    }
    const bool three = blocks[3] == 0 && blocks[0] == blocks[1] && blocks[1] == blocks[2];
    return three ? 3 * blocks[0] * (bottleneck ? 3 : 2) + 2 : 0;
}

bool isExpressible(const Architecture& architecture)
{
    const auto fits = [](int blocks) { return blocks >= 1 && blocks <= kMostBlocks; };
    const auto inRange = [](int value, int most) { return value >= 1 && value <= most; };
    const int inner = architecture.inner[0];
    const auto stages = static_cast<std::size_t>(architecture.stages());
    return inRange(architecture.stemChannels, kMostChannels) && inRange(inner, kMostInner) &&
           isDerived(architecture) &&
           std::all_of(architecture.blocks.begin(),
                       architecture.blocks.begin() + static_cast<std::ptrdiff_t>(stages), fits) &&
           inRange(architecture.groups, inner) && inner % architecture.groups == 0 &&
           (architecture.groups == 1 || architecture.bottleneck) &&
           (architecture.stemKernel == 7 || architecture.stemKernel == 3) &&
           (architecture.inputChannels == 1 || architecture.inputChannels == 3 ||
            architecture.inputChannels == 4);
}

std::string name(const Architecture& architecture)
{
    std::string text = "resnet";
    if (architecture.depth != 0 && architecture.stages() == 4) {
        text += std::to_string(architecture.depth);
    } else {
        text += architecture.bottleneck ? "-bottleneck-" : "-basic-";
        for (std::size_t stage = 0; stage < static_cast<std::size_t>(architecture.stages());
             ++stage)
            text += (stage == 0 ? "" : ".") + std::to_string(architecture.blocks[stage]);
    }
    const int stem = architecture.stemChannels;
    const int inner = architecture.inner[0];
    if (inner != stem && stem > 0 && inner % stem == 0 && inner / stem <= kWidest)
        text += "w" + std::to_string(inner / stem);
    else if (inner != stem)
        text += "i" + std::to_string(inner);
    if (architecture.groups > 1)
        text += "x" + std::to_string(architecture.groups);
    if (architecture.stemKernel == 3)
        text += "-cifar";
    if (architecture.inputChannels != 3)
        text += "-" + std::to_string(architecture.inputChannels) + "ch";
    text += architecture.projectFirst ? "-project" : "";
    text += architecture.paddedShortcuts ? "-padded" : "";
    text += architecture.stemRelu ? "" : "-linstem";
    if (stem != 64)
        text += "/" + std::to_string(stem);
    return text;
}

Result<Architecture> parseArchitecture(std::string_view name)
{
    Architecture architecture;
    std::string_view rest = name;
    int widening = 1;
    int inner = 0;
    bool good =
        take(rest, "resnet") && takeBlocks(rest, architecture) && takeInner(rest, widening, inner);
    if (good && take(rest, "x")) {
        const auto groups = takeNumber(rest, kMostInner);
        good = groups.has_value();
        architecture.groups = groups.value_or(1);
    }
    if (good && take(rest, "-cifar"))
        architecture.stemKernel = 3;
    if (good && (take(rest, "-1ch") || take(rest, "-4ch")))
        architecture.inputChannels = rest.data()[-3] - '0';
    architecture.projectFirst = good && take(rest, "-project");
    architecture.paddedShortcuts = good && take(rest, "-padded");
    architecture.stemRelu = !(good && take(rest, "-linstem"));
    if (good && take(rest, "/")) {
        const auto stem = takeNumber(rest, kMostChannels);
        good = stem.has_value();
        architecture.stemChannels = stem.value_or(64);
    }
    derive(architecture, inner > 0 ? inner : architecture.stemChannels * widening);
    if (!good || !rest.empty() || !isExpressible(architecture))
        return fail(ErrorKind::Usage, "There is no network of this name", std::string(name),
                    "Write for example resnet50, or resnet18/16 for one with 16 channels after "
                    "its first layer. Depths: 18, 34, 50, 101, 152, 200.");
    return architecture;
}

std::vector<ConvLayer> convLayers(const Architecture& architecture)
{
    std::vector<ConvLayer> layers;
    const auto add = [&](const std::string& conv, const std::string& norm, int outputs, int inputs,
                         int kernel, int stride) {
        layers.push_back(ConvLayer{conv, norm, outputs, inputs, kernel, stride});
    };
    const bool small = architecture.stemKernel == 3;
    add("conv1", "bn1", architecture.stemChannels, architecture.inputChannels,
        architecture.stemKernel, small ? 1 : 2);
    int channels = architecture.stemChannels;
    for (int stage = 0; stage < architecture.stages(); ++stage) {
        const int inner = architecture.inner[static_cast<std::size_t>(stage)];
        const int outputs = architecture.stageOutputs(stage);
        for (int block = 0; block < architecture.blocks[static_cast<std::size_t>(stage)]; ++block) {
            const std::string at =
                "layer" + std::to_string(stage + 1) + "." + std::to_string(block) + ".";
            const int stride = block == 0 && stage > 0 ? 2 : 1;
            if (architecture.bottleneck) {
                add(at + "conv1", at + "bn1", inner, channels, 1, 1);
                add(at + "conv2", at + "bn2", inner, inner / architecture.groups, 3, stride);
                add(at + "conv3", at + "bn3", outputs, inner, 1, 1);
            } else {
                add(at + "conv1", at + "bn1", inner, channels, 3, stride);
                add(at + "conv2", at + "bn2", outputs, inner, 3, 1);
            }
            const bool first = stage == 0 && block == 0 && architecture.projectFirst;
            if ((stride != 1 || channels != outputs || first) && !architecture.paddedShortcuts)
                add(at + "downsample.0", at + "downsample.1", outputs, channels, 1, stride);
            channels = outputs;
        }
    }
    return layers;
}

Json toJson(const Architecture& architecture)
{
    Json json;
    json["family"] = "resnet";
    json["depth"] = architecture.depth;
    json["width"] = architecture.width();
    json["feature_dim"] = architecture.featureDim;
    json["stem_channels"] = architecture.stemChannels;
    json["input_channels"] = architecture.inputChannels;
    json["groups"] = architecture.groups;
    json["name"] = name(architecture);
    return json;
}

} // namespace rekindle::weights

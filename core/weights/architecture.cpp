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

/// "50" or "-basic-1.1.1.1": depth and blocks.
bool takeBlocks(std::string_view& rest, Architecture& architecture)
{
    const bool basic = take(rest, "-basic-");
    if (basic || take(rest, "-bottleneck-")) {
        architecture.bottleneck = !basic;
        for (std::size_t stage = 0; stage < 4; ++stage) {
            if (stage > 0 && !take(rest, "."))
                return false;
            const auto blocks = takeNumber(rest, kMostBlocks);
            if (!blocks)
                return false;
            architecture.blocks[stage] = *blocks;
        }
        architecture.depth = standardDepth(architecture.bottleneck, architecture.blocks);
        return true;
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

/// Inner channels and features follow from the stem and the widening of the inner channels.
void derive(Architecture& architecture, int widening)
{
    const int base = architecture.stemChannels * widening;
    architecture.inner = {base, 2 * base, 4 * base, 8 * base};
    architecture.featureDim = architecture.bottleneck ? 32 * architecture.stemChannels : 8 * base;
}

/// How much wider the inner channels are than the stem; 0 when they do not follow the pattern.
int wideningOf(const Architecture& architecture)
{
    if (architecture.stemChannels < 1 || architecture.inner[0] % architecture.stemChannels != 0)
        return 0;
    const int widening = architecture.inner[0] / architecture.stemChannels;
    Architecture expected = architecture;
    derive(expected, widening);
    return expected == architecture ? widening : 0;
}

} // namespace

int standardDepth(bool bottleneck, const std::array<int, 4>& blocks)
{
    for (const Standard& standard : kStandards) {
        if (standard.bottleneck == bottleneck && standard.blocks == blocks)
            return standard.depth;
    }
    return 0;
}

bool isExpressible(const Architecture& architecture)
{
    const auto fits = [](int blocks) { return blocks >= 1 && blocks <= kMostBlocks; };
    const int widening = wideningOf(architecture);
    return widening >= 1 && widening <= 16 && architecture.stemChannels <= kMostChannels &&
           std::all_of(architecture.blocks.begin(), architecture.blocks.end(), fits) &&
           (architecture.stemKernel == 7 || architecture.stemKernel == 3);
}

std::string name(const Architecture& architecture)
{
    std::string text = "resnet";
    if (architecture.depth != 0) {
        text += std::to_string(architecture.depth);
    } else {
        text += architecture.bottleneck ? "-bottleneck-" : "-basic-";
        for (std::size_t stage = 0; stage < 4; ++stage)
            text += (stage == 0 ? "" : ".") + std::to_string(architecture.blocks[stage]);
    }
    if (const int widening = wideningOf(architecture); widening > 1)
        text += "w" + std::to_string(widening);
    if (architecture.stemKernel == 3)
        text += "-cifar";
    if (architecture.stemChannels != 64)
        text += "/" + std::to_string(architecture.stemChannels);
    return text;
}

Result<Architecture> parseArchitecture(std::string_view name)
{
    Architecture architecture;
    std::string_view rest = name;
    bool good = take(rest, "resnet") && takeBlocks(rest, architecture);
    int widening = 1;
    if (good && take(rest, "w")) {
        const auto number = takeNumber(rest, 16);
        good = number.has_value();
        widening = number.value_or(1);
    }
    if (good && take(rest, "-cifar"))
        architecture.stemKernel = 3;
    if (good && take(rest, "/")) {
        const auto stem = takeNumber(rest, kMostChannels);
        good = stem.has_value();
        architecture.stemChannels = stem.value_or(64);
    }
    if (!good || !rest.empty())
        return fail(ErrorKind::Usage, "There is no network of this name", std::string(name),
                    "Write for example resnet50, or resnet18/16 for one with 16 channels after "
                    "its first layer. Depths: 18, 34, 50, 101, 152, 200.");
    derive(architecture, widening);
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
    add("conv1", "bn1", architecture.stemChannels, 3, architecture.stemKernel, small ? 1 : 2);
    int channels = architecture.stemChannels;
    for (std::size_t stage = 0; stage < 4; ++stage) {
        const int inner = architecture.inner[stage];
        const int outputs = architecture.featureDim >> (3 - stage);
        for (int block = 0; block < architecture.blocks[stage]; ++block) {
            const std::string at =
                "layer" + std::to_string(stage + 1) + "." + std::to_string(block) + ".";
            const int stride = block == 0 && stage > 0 ? 2 : 1;
            if (architecture.bottleneck) {
                add(at + "conv1", at + "bn1", inner, channels, 1, 1);
                add(at + "conv2", at + "bn2", inner, inner, 3, stride);
                add(at + "conv3", at + "bn3", outputs, inner, 1, 1);
            } else {
                add(at + "conv1", at + "bn1", inner, channels, 3, stride);
                add(at + "conv2", at + "bn2", outputs, inner, 3, 1);
            }
            if (stride != 1 || channels != outputs)
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
    json["name"] = name(architecture);
    return json;
}

} // namespace rekindle::weights

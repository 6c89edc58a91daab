// Haiku's ResNets, as in the released BYOL weights: parameters and batch norm's averages in two
// trees of modules beside each other (recipes 3.7).
#include "core/base/text.h"
#include "core/checkpoint/naming.h"
#include "core/checkpoint/take_number.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rekindle::checkpoint {
namespace {

/// "initial_conv", also with the number that haiku gives to a second layer of that name.
bool isInitial(std::string_view module, std::string_view name)
{
    if (!module.starts_with(name))
        return false;
    module.remove_prefix(name.size());
    return module.empty() ||
           (module.size() == 2 && module[0] == '_' && module[1] >= '1' && module[1] <= '9');
}

constexpr std::string_view kStem = "initial_conv";

/// "experiment_state.online_params." and "res_net50/~/" of a network's prefix.
struct Trees {
    std::string parameters;
    std::string module;
};

Trees treesOf(const std::string& prefix)
{
    const std::size_t dot = prefix.rfind('.');
    const std::size_t begin = dot == std::string::npos ? 0 : dot + 1;
    return {prefix.substr(0, begin), prefix.substr(begin)};
}

std::vector<Candidate> candidates(const FileTensors& file)
{
    std::vector<Candidate> found;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const std::string_view name = file.name(place);
        const std::size_t at = name.rfind(kStem);
        if (at == std::string_view::npos || !name.ends_with(".w") ||
            !isInitial(name.substr(at, name.size() - at - 2), kStem))
            continue;
        std::string prefix(name.substr(0, at));
        const char last = prefix.empty() ? '.' : prefix.back();
        if ((last == '.' || last == '/') &&
            file.find(prefix + "block_group_0/~/block_0/~/conv_0.w"))
            found.push_back({std::move(prefix), place});
    }
    return found;
}

/// Where the averages of that network lie: the tree called like its parameters', else the first
/// that has them and is not a slow copy's.
std::string stateTree(const FileTensors& file, const Trees& trees)
{
    const std::string mean = "block_group_0/~/block_0/~/batchnorm_0/~/mean_ema.average";
    std::string guess = trees.parameters;
    if (const std::size_t at = guess.rfind("params"); at != std::string::npos)
        guess.replace(at, 6, "state");
    if (file.find(guess + trees.module + mean))
        return guess;
    std::string found;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const std::string& name = file.name(place);
        if (!name.ends_with(trees.module + mean))
            continue;
        std::string tree = name.substr(0, name.size() - trees.module.size() - mean.size());
        if ((tree.empty() || tree.back() == '.') &&
            (found.empty() || tree.find("target") == std::string::npos))
            found = std::move(tree);
    }
    return found;
}

/// "block_group_1/~/block_0/~/conv_2" as "layer2.0.conv3"; empty for other modules.
std::string moduleName(std::string_view rest)
{
    if (isInitial(rest, kStem) || isInitial(rest, "initial_batchnorm"))
        return isInitial(rest, kStem) ? "conv1" : "bn1";
    int group = 0;
    int block = 0;
    int number = 0;
    if (!takeNumber(rest, "block_group_", group) || !takeNumber(rest, "/~/block_", block) ||
        !rest.starts_with("/~/"))
        return {};
    rest.remove_prefix(3);
    const std::string at = "layer" + std::to_string(group + 1) + "." + std::to_string(block) + ".";
    if (rest == "shortcut_conv")
        return at + "downsample.0";
    if (rest == "shortcut_batchnorm")
        return at + "downsample.1";
    for (const auto& [word, part] : {std::pair("conv_", "conv"), std::pair("batchnorm_", "bn")}) {
        std::string_view end = rest;
        if (takeNumber(end, word, number) && end.empty())
            return at + part + std::to_string(number + 1);
    }
    // Kept under its own name, so that it is found too many.
    return at + std::string(rest);
}

struct Leaf {
    std::string_view haiku;
    std::string_view torchvision;
};
constexpr std::array kParameters{Leaf{".w", ".weight"}, Leaf{".scale", ".weight"},
                                 Leaf{".offset", ".bias"}, Leaf{".b", ".bias"}};
constexpr std::array kAverages{Leaf{"/~/mean_ema.average", ".running_mean"},
                               Leaf{"/~/var_ema.average", ".running_var"}};

/// Kernels are [H, W, I, O]; what batch norm keeps has one long axis, the last.
std::vector<std::size_t> axesOf(const weights::TensorInfo& info)
{
    if (info.shape.size() != 4)
        return {};
    const auto& shape = info.shape;
    if (shape[0] == 1 && shape[1] == 1 && shape[2] == 1 && info.key != "w")
        return {3};
    return {3, 2, 0, 1};
}

void addTree(const FileTensors& file, const std::string& prefix, std::span<const Leaf> leaves,
             std::vector<NamedTensor>& named)
{
    for (std::size_t place = 0; place < file.size(); ++place) {
        std::string_view rest = file.name(place);
        if (!rest.starts_with(prefix))
            continue;
        rest.remove_prefix(prefix.size());
        for (const Leaf& leaf : leaves) {
            if (!rest.ends_with(leaf.haiku))
                continue;
            const std::string module = moduleName(rest.substr(0, rest.size() - leaf.haiku.size()));
            if (!module.empty()) {
                auto axes = axesOf(file.info(place));
                if (leaves.data() == kAverages.data() && axes.size() == 4)
                    axes = {3};
                named.push_back({module + std::string(leaf.torchvision), place, std::move(axes)});
            }
            break;
        }
    }
}

std::vector<NamedTensor> map(const FileTensors& file, const Candidate& network)
{
    const Trees trees = treesOf(network.prefix);
    std::vector<NamedTensor> named;
    addTree(file, network.prefix, kParameters, named);
    addTree(file, stateTree(file, trees) + trees.module, kAverages, named);
    const auto kernel = file.find(trees.parameters + "classifier.w");
    const auto bias = file.find(trees.parameters + "classifier.b");
    if (kernel && bias) {
        named.push_back({"fc.weight", *kernel, {1, 0}});
        named.push_back({"fc.bias", *bias, {}});
    }
    return named;
}

/// TensorFlow's borders, ImageNet's mean and deviation (recipes 1.1, 3.9).
Result<Origin> origin(const FileTensors& file, const weights::Architecture& architecture)
{
    Origin found;
    const bool predictor = file.hasPart("predictor") || file.hasPart("target_params");
    found.method = predictor ? "byol" : "";
    found.conventions = {weights::Padding::Same, weights::Normalisation::Imagenet, 1e-5};
    if (!architecture.bottleneck)
        found.warnings.add("haiku_stride",
                           "Haiku before 2021 strode basic blocks at their second convolution; the "
                           "file does not say which it was, and the first is taken",
                           std::filesystem::path(file.subject()).filename().string());
    return found;
}

} // namespace

Naming haikuNaming()
{
    return {"haiku", &candidates, &map, &origin};
}

} // namespace rekindle::checkpoint

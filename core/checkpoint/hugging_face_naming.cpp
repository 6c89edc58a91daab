// The names of ResNets in Hugging Face's transformers (ResNetModel and what is built on it).
#include "core/checkpoint/heads.h"
#include "core/checkpoint/take_number.h"
#include "core/checkpoint/torchvision_names.h"

namespace rekindle::checkpoint {
namespace {

constexpr std::string_view kStem = "embedder.embedder.convolution.weight";
constexpr std::string_view kFirst = "encoder.stages.0.layers.0.layer.0.convolution.weight";

/// "convolution.weight" of layer 2 as "conv3.weight", "normalization.bias" as "bn3.bias".
std::optional<std::string> layerPart(std::string_view rest, const std::string& conv,
                                     const std::string& norm)
{
    if (rest.starts_with("convolution."))
        return conv + std::string(rest.substr(11));
    if (rest.starts_with("normalization."))
        return norm + std::string(rest.substr(13));
    return std::nullopt;
}

std::optional<std::string> translate(std::string_view rest)
{
    if (rest.starts_with("embedder.embedder."))
        return layerPart(rest.substr(18), "conv1", "bn1");
    int stage = 0;
    int block = 0;
    int layer = 0;
    if (!takeNumber(rest, "encoder.stages.", stage) || !takeNumber(rest, ".layers.", block) ||
        rest.empty())
        return std::nullopt;
    const std::string at = "layer" + std::to_string(stage + 1) + "." + std::to_string(block) + ".";
    const std::string_view part = rest.substr(1);
    if (part.starts_with("shortcut."))
        return layerPart(part.substr(9), at + "downsample.0", at + "downsample.1");
    if (takeNumber(rest, ".layer.", layer) && !rest.empty()) {
        const std::string number = std::to_string(layer + 1);
        if (auto named = layerPart(rest.substr(1), at + "conv" + number, at + "bn" + number))
            return named;
    }
    return at + std::string(part); // found too many
}

std::vector<Candidate> candidates(const FileTensors& file)
{
    return findPrefixes(file, kStem, kFirst);
}

std::vector<NamedTensor> map(const FileTensors& file, const Candidate& network)
{
    auto named = mapEach(file, network.prefix, &translate);
    std::string outside = network.prefix;
    if (outside.ends_with("resnet."))
        outside.resize(outside.size() - 7);
    for (const auto& [theirs, ours] : {std::pair("classifier.1.weight", "fc.weight"),
                                       std::pair("classifier.1.bias", "fc.bias")}) {
        if (const auto place = file.find(outside + theirs))
            named.push_back({ours, *place, {}});
    }
    return named;
}

Result<Origin> origin(const FileTensors& file, const weights::Architecture& architecture)
{
    RK_TRY(auto found, originByHeads(file, architecture));
    found.writer = "Hugging Face transformers";
    return found;
}

} // namespace

Naming huggingFaceNaming()
{
    return {"hugging-face", &candidates, &map, &origin};
}

} // namespace rekindle::checkpoint

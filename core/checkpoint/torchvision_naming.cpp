// torchvision's names under any prefix: most of what PyTorch's users save.
#include "core/checkpoint/heads.h"
#include "core/checkpoint/torchvision_names.h"

namespace rekindle::checkpoint {
namespace {

std::optional<std::string> itself(std::string_view rest)
{
    const bool stage = rest.size() > 7 && rest.starts_with("layer") && rest[5] >= '1' &&
                       rest[5] <= '4' && rest[6] == '.';
    // Only training uses the second norms of timm's SplitBatchNorm2d.
    if (stage && rest.find(".aux_bn.") != std::string_view::npos)
        return std::nullopt;
    const bool head = rest == "fc.weight" || rest == "fc.bias";
    if (stage || head || rest == "conv1.weight" || rest == "conv1.bias" || rest.starts_with("bn1."))
        return torchvisionName(std::string(rest));
    if (rest == "linear.weight" || rest == "linear.bias")
        return "fc" + std::string(rest.substr(6));
    return std::nullopt;
}

} // namespace

std::vector<Candidate> findPrefixes(const FileTensors& file, std::string_view first,
                                    std::string_view second)
{
    std::vector<Candidate> found;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const std::string_view name = file.name(place);
        if (!name.ends_with(first))
            continue;
        std::string prefix(name.substr(0, name.size() - first.size()));
        if ((prefix.empty() || prefix.back() == '.') && file.find(prefix + std::string(second)))
            found.push_back({std::move(prefix), place});
    }
    return found;
}

std::vector<NamedTensor> mapEach(const FileTensors& file, const std::string& prefix,
                                 std::optional<std::string> (*translate)(std::string_view rest))
{
    std::vector<NamedTensor> named;
    for (std::size_t place = 0; place < file.size(); ++place) {
        std::string_view name = file.name(place);
        if (!name.starts_with(prefix))
            continue;
        name.remove_prefix(prefix.size());
        if (auto translated = translate(name))
            named.push_back({*std::move(translated), place, {}});
    }
    return named;
}

std::string torchvisionName(std::string name)
{
    constexpr std::string_view kTheirs = ".shortcut.";
    if (const std::size_t at = name.find(kTheirs); at != std::string::npos)
        name.replace(at, kTheirs.size(), ".downsample.");
    return name;
}

std::vector<Candidate> torchvisionCandidates(const FileTensors& file)
{
    return findPrefixes(file, "conv1.weight", "layer1.0.conv1.weight");
}

std::vector<NamedTensor> mapTorchvision(const FileTensors& file, const Candidate& network)
{
    auto named = mapEach(file, network.prefix, &itself);
    // A second convolution that takes what the first one gives, beside it.
    const auto second = file.find(network.prefix + "conv2.weight");
    const auto& stem = file.info(network.stem).shape;
    if (second && file.info(*second).shape.size() == 4 && stem.size() == 4 &&
        file.info(*second).shape[1] == stem[0])
        named.push_back({"stem.conv2.weight", *second, {}});
    return named;
}

Naming torchvisionNaming()
{
    return {"torchvision", &torchvisionCandidates, &mapTorchvision, &originByHeads};
}

} // namespace rekindle::checkpoint

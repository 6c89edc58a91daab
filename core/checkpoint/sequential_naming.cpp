// nn.Sequential(*children) of a torchvision network: 0 = conv1, 1 = bn1, 4 to 7 = layer1 to layer4.
#include "core/checkpoint/heads.h"
#include "core/checkpoint/torchvision_names.h"

namespace rekindle::checkpoint {
namespace {

std::optional<std::string> fromNumber(std::string_view rest)
{
    if (rest == "0.weight")
        return "conv1.weight";
    if (rest.starts_with("1."))
        return "bn" + std::string(rest);
    if (rest.size() > 2 && rest[0] >= '4' && rest[0] <= '7' && rest[1] == '.')
        return "layer" + std::string(1, static_cast<char>(rest[0] - 3)) +
               std::string(rest.substr(1));
    return std::nullopt;
}

std::vector<Candidate> candidates(const FileTensors& file)
{
    return findPrefixes(file, "0.weight", "4.0.conv1.weight");
}

std::vector<NamedTensor> map(const FileTensors& file, const Candidate& network)
{
    return mapEach(file, network.prefix, &fromNumber);
}

} // namespace

Naming sequentialNaming()
{
    return {"sequential", &candidates, &map, &originByHeads};
}

} // namespace rekindle::checkpoint

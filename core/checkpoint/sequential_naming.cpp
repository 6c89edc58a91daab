// nn.Sequential(*children) of a network with torchvision's parts: 0 = conv1, 1 = bn1 and four
// stages (or three) in a row. torchvision's own have ReLU and pooling at 2 and 3 and stages from 4
// on; those whose ReLU is no module (lightly's) have stages from 2 on, and lose that ReLU with
// their class.
#include "core/checkpoint/heads.h"
#include "core/checkpoint/torchvision_names.h"

namespace rekindle::checkpoint {
namespace {

std::optional<std::string> fromNumber(std::string_view rest, char firstStage)
{
    if (rest == "0.weight")
        return "conv1.weight";
    if (rest.starts_with("1."))
        return "bn" + std::string(rest);
    if (rest.size() > 2 && rest[0] >= firstStage && rest[0] <= firstStage + 3 && rest[1] == '.' &&
        rest.find('.', 2) != std::string_view::npos)
        return torchvisionName("layer" +
                               std::string(1, static_cast<char>(rest[0] - firstStage + '1')) +
                               std::string(rest.substr(1)));
    return std::nullopt;
}

template <char kFirstStage>
std::optional<std::string> translate(std::string_view rest)
{
    return fromNumber(rest, kFirstStage);
}

template <char kFirstStage>
std::vector<Candidate> candidates(const FileTensors& file)
{
    return findPrefixes(file, "0.weight", std::string(1, kFirstStage) + ".0.conv1.weight");
}

template <char kFirstStage>
std::vector<NamedTensor> map(const FileTensors& file, const Candidate& network)
{
    return mapEach(file, network.prefix, &translate<kFirstStage>);
}

Result<Origin> bareOrigin(const FileTensors& file, const weights::Architecture& architecture)
{
    RK_TRY(auto found, originByHeads(file, architecture));
    found.stemRelu = false;
    return found;
}

} // namespace

Naming sequentialNaming()
{
    return {"sequential", &candidates<'4'>, &map<'4'>, &originByHeads};
}

Naming bareSequentialNaming()
{
    return {"bare-sequential", &candidates<'2'>, &map<'2'>, &bareOrigin};
}

} // namespace rekindle::checkpoint

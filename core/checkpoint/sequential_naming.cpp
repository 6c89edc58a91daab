// nn.Sequential(*children) of a network with torchvision's parts: conv1, bn1 and four stages (or
// three) by their numbers. Between norm and stages torchvision's own have ReLU and pooling; those
// for small images leave the pooling out; those whose ReLU is no module (lightly's) have the stages
// next to the norm, and lose that ReLU with their class. A first part without weights (lightly's
// place for a norm of the input) moves all by one.
#include "core/checkpoint/heads.h"
#include "core/checkpoint/take_number.h"
#include "core/checkpoint/torchvision_names.h"

namespace rekindle::checkpoint {
namespace {

/// "backbone." and 1 of "backbone.1.weight".
struct Place {
    std::string prefix;
    int number = 0;
};

std::optional<Place> placeOf(std::string_view name)
{
    constexpr std::string_view kEnd = ".weight";
    if (!name.ends_with(kEnd))
        return std::nullopt;
    name.remove_suffix(kEnd.size());
    const std::size_t begin = name.rfind('.') == std::string_view::npos ? 0 : name.rfind('.') + 1;
    std::string_view rest = name.substr(begin);
    int number = 0;
    if (rest.size() != 1 || !takeNumber(rest, "", number) || number > 1)
        return std::nullopt;
    return Place{std::string(name.substr(0, begin)), number};
}

/// `kStages`: how far the first stage is behind the first convolution.
template <int kStages>
std::vector<Candidate> candidates(const FileTensors& file)
{
    std::vector<Candidate> found;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const auto stem = placeOf(file.name(place));
        if (!stem || file.info(place).shape.size() != 4)
            continue;
        const auto at = [&](int number) { return stem->prefix + std::to_string(number); };
        const auto norm = file.find(at(stem->number + 1) + ".weight");
        if (norm && file.info(*norm).shape.size() == 1 &&
            file.find(at(stem->number + kStages) + ".0.conv1.weight"))
            found.push_back({stem->prefix, place});
    }
    return found;
}

/// The part with that number behind the first convolution.
std::optional<std::string> translate(int number, std::string_view rest, int stages)
{
    if (number < 0)
        return "input" + std::string(rest);
    if (number == 0)
        return "conv1" + std::string(rest);
    if (number == 1)
        return "bn1" + std::string(rest);
    const bool block = rest.find('.', 1) != std::string_view::npos;
    if (number < stages || number > stages + 3 || !block)
        return std::nullopt;
    return torchvisionName("layer" + std::to_string(number - stages + 1) + std::string(rest));
}

template <int kStages>
std::vector<NamedTensor> map(const FileTensors& file, const Candidate& network)
{
    const int stem = placeOf(file.name(network.stem))->number;
    std::vector<NamedTensor> named;
    for (std::size_t place = 0; place < file.size(); ++place) {
        std::string_view rest = file.name(place);
        int number = 0;
        if (!rest.starts_with(network.prefix))
            continue;
        rest.remove_prefix(network.prefix.size());
        if (!takeNumber(rest, "", number) || !rest.starts_with('.'))
            continue;
        if (auto name = translate(number - stem, rest, kStages))
            named.push_back({*std::move(name), place, {}});
    }
    return named;
}

Result<Origin> bareOrigin(const FileTensors& file, const weights::Architecture& architecture)
{
    RK_TRY(auto found, originByHeads(file, architecture));
    found.stemRelu = false;
    return found;
}

/// Without pooling a network is one for small images.
Result<Origin> smallOrigin(const FileTensors& file, const weights::Architecture& architecture)
{
    if (architecture.stemKernel != 3)
        return fail(ErrorKind::Mismatch,
                    "This ResNet has no pooling before its first stage, or no ReLU", file.subject(),
                    "Use a checkpoint of an ordinary ResNet.");
    return originByHeads(file, architecture);
}

} // namespace

Naming sequentialNaming()
{
    return {"sequential", &candidates<4>, &map<4>, &originByHeads};
}

Naming smallSequentialNaming()
{
    return {"small-sequential", &candidates<3>, &map<3>, &smallOrigin};
}

Naming bareSequentialNaming()
{
    return {"bare-sequential", &candidates<2>, &map<2>, &bareOrigin};
}

} // namespace rekindle::checkpoint

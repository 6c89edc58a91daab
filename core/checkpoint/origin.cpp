#include "core/checkpoint/origin.h"

#include "core/base/text.h"
#include "core/checkpoint/find_architecture.h"
#include "core/checkpoint/other_network.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace rekindle::checkpoint {
namespace {

using Places = std::unordered_map<std::string, std::size_t>;

/// Networks inside a file that are to be preferred, best first; anything else comes after them.
constexpr std::array<std::string_view, 5> kPreferred{"encoder_q", "backbone", "online",
                                                     "_feature_blocks", "student"};

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

/// Slow copies that self-supervised methods keep beside the network they train.
bool isShadow(std::string_view part)
{
    return part == "encoder_k" || startsWith(part, "momentum_") || startsWith(part, "target") ||
           startsWith(part, "teacher");
}

/// A place where a network may begin.
struct Candidate {
    std::string prefix;
    bool sequential = false; ///< 0 = conv1, 1 = bn1, 4 to 7 = layer1 to layer4
    bool shadow = false;
    std::size_t rank = kPreferred.size();
};

Candidate makeCandidate(std::string prefix, bool sequential)
{
    Candidate candidate{std::move(prefix), sequential, false, kPreferred.size()};
    for (const std::string& part : text::split(candidate.prefix, '.')) {
        candidate.shadow = candidate.shadow || isShadow(part);
        for (std::size_t rank = 0; rank < kPreferred.size(); ++rank) {
            if (part == kPreferred[rank] ||
                (kPreferred[rank] == "online" && startsWith(part, "online_")))
                candidate.rank = std::min(candidate.rank, rank);
        }
    }
    return candidate;
}

std::vector<Candidate> findCandidates(const Places& places)
{
    std::vector<Candidate> found;
    const auto collect = [&](const std::string& name, std::string_view first,
                             std::string_view second, bool sequential) {
        if (name.size() < first.size() || name.substr(name.size() - first.size()) != first)
            return;
        const std::string prefix = name.substr(0, name.size() - first.size());
        if ((prefix.empty() || prefix.back() == '.') &&
            places.count(prefix + std::string(second)) != 0)
            found.push_back(makeCandidate(prefix, sequential));
    };
    for (const auto& [name, place] : places) {
        collect(name, "conv1.weight", "layer1.0.conv1.weight", false);
        collect(name, "0.weight", "4.0.conv1.weight", true);
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.shadow, a.rank, a.prefix.size(), a.prefix) <
               std::tuple(b.shadow, b.rank, b.prefix.size(), b.prefix);
    });
    return found;
}

/// The torchvision name of what follows the prefix; nothing for parts that are not the backbone's.
std::optional<std::string> canonicalName(std::string_view rest, bool sequential)
{
    if (!sequential) {
        const bool stage = rest.size() > 7 && startsWith(rest, "layer") && rest[5] >= '1' &&
                           rest[5] <= '4' && rest[6] == '.';
        if (stage || rest == "conv1.weight" || startsWith(rest, "bn1."))
            return std::string(rest);
        return std::nullopt;
    }
    if (rest == "0.weight")
        return "conv1.weight";
    if (startsWith(rest, "1."))
        return "bn" + std::string(rest);
    if (rest.size() > 2 && rest[0] >= '4' && rest[0] <= '7' && rest[1] == '.')
        return "layer" + std::string(1, static_cast<char>(rest[0] - 3)) +
               std::string(rest.substr(1));
    return std::nullopt;
}

/// The order of torchvision's own state: every convolution, then its batch norm.
std::vector<std::string> expectedNames(const weights::Architecture& architecture)
{
    std::vector<std::string> names;
    for (const weights::ConvLayer& layer : weights::convLayers(architecture)) {
        names.push_back(layer.conv + ".weight");
        for (const char* part :
             {".weight", ".bias", ".running_mean", ".running_var", ".num_batches_tracked"})
            names.push_back(layer.norm + part);
    }
    return names;
}

Error notFound(std::span<const weights::TensorInfo> tensors, const std::string& subject)
{
    std::vector<NamedShape> names;
    for (const weights::TensorInfo& info : tensors)
        names.push_back({info.fullName(), info.shape});
    return otherNetwork(names, subject);
}

Result<Candidate> choose(std::span<const weights::TensorInfo> tensors, const Places& places,
                         const std::string& subject, std::vector<std::string>& warnings)
{
    const auto candidates = findCandidates(places);
    if (candidates.empty())
        return fail(notFound(tensors, subject));
    if (candidates.front().shadow)
        return fail(ErrorKind::Mismatch,
                    "The only network in this file is the slow copy '" +
                        text::shown(candidates.front().prefix, 80) +
                        "' that a method keeps beside the one it trains",
                    subject, "Use the checkpoint of the trained network.");
    if (candidates.size() > 1)
        warnings.push_back("The file holds " + std::to_string(candidates.size()) + " networks; '" +
                           text::shown(candidates.front().prefix, 80) + "' was taken.");
    return candidates.front();
}

/// What a left-over tensor is called: without the dicts around it where the network has the same.
std::string leftOverName(const weights::TensorInfo& info, const std::string& container)
{
    return info.container == container ? info.key : info.fullName();
}

/// Weights are fractions; only the batch-norm counter may be whole.
Result<void> checkType(const weights::TensorInfo& info, bool counter, const std::string& subject)
{
    if (weights::isFloating(info.type) || (counter && info.type != weights::ElementType::Other))
        return {};
    return fail(ErrorKind::Mismatch,
                "Its tensor '" + text::shown(info.fullName(), 80) +
                    "' holds whole numbers or a type made for small devices (a quantised network)",
                subject, "Use the checkpoint from before quantisation.");
}

} // namespace

Result<Backbone> findBackbone(std::span<const weights::TensorInfo> tensors,
                              const std::string& subject)
{
    Places places;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (!places.emplace(tensors[i].fullName(), i).second)
            return fail(ErrorKind::Damaged,
                        "It holds two tensors called '" + text::shown(tensors[i].fullName(), 80) +
                            "'",
                        subject, "Get the weights from another source.");
    }
    Backbone found;
    RK_TRY(const Candidate candidate, choose(tensors, places, subject, found.warnings));
    const std::string& prefix = candidate.prefix;
    const std::size_t stem =
        places.at(prefix + (candidate.sequential ? "0.weight" : "conv1.weight"));
    weights::WeightSet shapes;
    std::unordered_map<std::string, std::size_t> byName;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const std::string name = tensors[i].fullName();
        std::optional<std::string> canonical;
        if (startsWith(name, prefix))
            canonical =
                canonicalName(std::string_view(name).substr(prefix.size()), candidate.sequential);
        if (!canonical) {
            found.ignored.push_back(leftOverName(tensors[i], tensors[stem].container));
            continue;
        }
        shapes.set(*canonical, weights::Tensor{tensors[i].shape, {}, weights::Stored::Float32});
        byName.emplace(*canonical, i);
    }
    RK_TRY(found.architecture, findArchitecture(shapes, subject));
    for (const std::string& name : expectedNames(found.architecture)) {
        const auto it = byName.find(name);
        if (it == byName.end()) {
            found.missing.push_back(name);
            continue;
        }
        const bool counter = name.find("num_batches_tracked") != std::string::npos;
        RK_CHECK(checkType(tensors[it->second], counter, subject));
        found.tensors.emplace_back(name, it->second);
    }
    // Anything else that looked like a part of the stem's batch norm.
    for (const auto& [name, place] : byName) {
        const auto taken = [&, wanted = place](const auto& pair) { return pair.second == wanted; };
        if (std::none_of(found.tensors.begin(), found.tensors.end(), taken))
            found.ignored.push_back(leftOverName(tensors[place], tensors[stem].container));
    }
    return found;
}

} // namespace rekindle::checkpoint

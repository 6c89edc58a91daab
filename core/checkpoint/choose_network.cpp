#include "core/checkpoint/choose_network.h"

#include "core/base/text.h"
#include "core/checkpoint/other_network.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace rekindle::checkpoint {
namespace {

/// Networks inside a file that are to be preferred, best first; anything else comes after them.
constexpr std::array<std::string_view, 5> kPreferred{"encoder_q", "backbone", "online",
                                                     "_feature_blocks", "student"};

struct Ranked {
    Choice choice;
    bool shadow = false; ///< a slow copy
    std::size_t rank = kPreferred.size();
};

/// Slow copies that self-supervised methods keep beside the network they train.
bool isShadow(std::string_view part)
{
    for (const std::string_view start : {"momentum_", "target", "teacher", "ema_", "key_encoder"}) {
        if (part.starts_with(start))
            return true;
    }
    for (const std::string_view end : {"_momentum", "_target", "_teacher", "_ema"}) {
        if (part.ends_with(end))
            return true;
    }
    return part == "encoder_k" || part == "ema";
}

Ranked rankOf(Choice choice)
{
    Ranked ranked{std::move(choice), false, kPreferred.size()};
    std::string prefix = ranked.choice.network.prefix;
    std::replace(prefix.begin(), prefix.end(), '/', '.');
    for (const std::string& part : text::split(prefix, '.')) {
        ranked.shadow = ranked.shadow || isShadow(part);
        for (std::size_t rank = 0; rank < kPreferred.size(); ++rank) {
            if (part == kPreferred[rank] ||
                (kPreferred[rank] == "online" && part.starts_with("online_")))
                ranked.rank = std::min(ranked.rank, rank);
        }
    }
    return ranked;
}

std::vector<Ranked> allNetworks(const FileTensors& file, std::span<const Naming> names)
{
    std::vector<Ranked> found;
    std::set<std::size_t> stems;
    for (const Naming& naming : names) {
        for (Candidate& candidate : naming.candidates(file)) {
            if (stems.insert(candidate.stem).second)
                found.push_back(rankOf({std::move(candidate), &naming}));
        }
    }
    return found;
}

auto order(const Ranked& ranked)
{
    const std::string& prefix = ranked.choice.network.prefix;
    return std::tuple(ranked.shadow, ranked.rank, prefix.size(), std::string_view(prefix));
}

Error notFound(const FileTensors& file)
{
    std::vector<NamedShape> names;
    for (std::size_t i = 0; i < file.size(); ++i)
        names.push_back({file.name(i), file.info(i).shape});
    return otherNetwork(names, file.subject());
}

} // namespace

Result<Choice> chooseNetwork(const FileTensors& file, std::span<const Naming> names,
                             Warnings& warnings)
{
    std::vector<Ranked> networks = allNetworks(file, names);
    if (networks.empty())
        return fail(notFound(file));
    const auto best =
        std::min_element(networks.begin(), networks.end(),
                         [](const Ranked& a, const Ranked& b) { return order(a) < order(b); });
    const std::string prefix = text::shown(best->choice.network.prefix, 80);
    const std::string name = std::filesystem::path(file.subject()).filename().string();
    if (best->shadow)
        warnings.add("slow_copy",
                     "The only network in this file is the slow copy '" + prefix +
                         "' that a method keeps beside the one it trains; it was taken",
                     name);
    if (networks.size() > 1)
        warnings.add("several_networks",
                     "The file holds " + std::to_string(networks.size()) + " networks; '" + prefix +
                         "' was taken",
                     name);
    return std::move(best->choice);
}

} // namespace rekindle::checkpoint

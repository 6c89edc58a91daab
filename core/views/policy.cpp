#include "core/views/policy.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rekindle::views {
namespace {

constexpr std::array<std::pair<Policy, std::string_view>, 4> kNames{
    {{Policy::Paper, "paper"},
     {Policy::Grey, "grey"},
     {Policy::Stain, "stain"},
     {Policy::Ultrasound, "ultrasound"}}};
constexpr double kStain = 0.2;
constexpr double kDegrees = 10.0;

} // namespace

std::string_view policyName(Policy policy)
{
    const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                     [&](const auto& entry) { return entry.first == policy; });
    return found == kNames.end() ? std::string_view() : found->second;
}

std::optional<Policy> parsePolicy(std::string_view name)
{
    const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                     [&](const auto& entry) { return entry.second == name; });
    return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

std::vector<std::string> policyNames()
{
    std::vector<std::string> names;
    names.reserve(kNames.size());
    for (const auto& [policy, name] : kNames)
        names.emplace_back(name);
    return names;
}

ViewRecipe withPolicy(ViewRecipe recipe, Policy policy)
{
    if (policy == Policy::Paper)
        return recipe;
    recipe.name += ", ";
    recipe.name += policyName(policy);
    recipe.hue = 0.0;
    recipe.saturation = 0.0;
    recipe.grey = 0.0;
    if (policy == Policy::Stain)
        recipe.stain = kStain;
    if (policy == Policy::Ultrasound)
        recipe.rotation = kDegrees;
    return recipe;
}

} // namespace rekindle::views

#pragma once

#include "core/views/view_recipe.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::views {

/// What is changed about a recipe for a kind of picture that it was not made for.
enum class Policy {
    Paper,     ///< nothing
    Grey,      ///< brightness and contrast only: no hue, no saturation, no turning grey
    Stain,     ///< Grey, and the amounts of H&E's stains change: histology
    Ultrasound ///< Grey, and turned by up to ten degrees
};

[[nodiscard]] std::string_view policyName(Policy policy); ///< paper grey stain ultrasound
[[nodiscard]] std::optional<Policy> parsePolicy(std::string_view name);
[[nodiscard]] std::vector<std::string> policyNames();

/// The recipe under a policy; its name says so ("simclr, stain"), so that every record does.
[[nodiscard]] ViewRecipe withPolicy(ViewRecipe recipe, Policy policy);

} // namespace rekindle::views

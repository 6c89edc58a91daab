#pragma once

#include "core/run/settings.h"
#include "core/views/view_recipe.h"

#include <deque>
#include <string>
#include <vector>

namespace rekindle::recipes {

/// How each view of an image is made, in the method's own order; each has a size of its own.
using ViewList = std::vector<views::ViewRecipe>;

/// Two views alike (recipes 1.3), with the run's strength of colours and share of blur.
[[nodiscard]] ViewList simclrViews(const run::PretrainSettings& settings);
/// Two large crops, and small ones where the run has them (recipes 2).
[[nodiscard]] ViewList swavViews(const run::PretrainSettings& settings);
/// Two views that differ (recipes 3).
[[nodiscard]] ViewList byolViews(const run::PretrainSettings& settings);
[[nodiscard]] ViewList mocoViews(const run::PretrainSettings& settings);
/// One view, with a label.
[[nodiscard]] ViewList supervisedViews(const run::PretrainSettings& settings);

/// One row of the list of methods.
struct MethodViews {
    std::string method; ///< of its specs::MethodSpec
    ViewList (*views)(const run::PretrainSettings& settings);
};

/// Every method whose views can be drawn without its networks. A new one is a line here. Filled
/// before anything runs.
[[nodiscard]] std::deque<MethodViews>& methodViews();

/// The views of a run, its policy included: what its batches are made of. Kind Usage for a method
/// that is not in the list.
[[nodiscard]] Result<ViewList> viewsOf(const run::PretrainSettings& settings);

/// Every recipe under the run's policy.
[[nodiscard]] ViewList underPolicy(ViewList recipes, const run::PretrainSettings& settings);

} // namespace rekindle::recipes

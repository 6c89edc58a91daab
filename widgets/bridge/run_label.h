#pragma once

#include "core/run/settings.h"

#include <filesystem>
#include <string>

namespace rekindle::bridge {

/// "pair-1" as people call it: "Pair 1". A name that a person gave stays as it is.
[[nodiscard]] std::string pairLabel(const std::string& pair);
/// The folder of a pretraining run: "pair-1-p2x" is "Pair 1 · P2X".
[[nodiscard]] std::string runLabel(const std::string& folder);
/// A score by whose it is and how: "Pair 1 · P2X · fine-tuning, 5 % of the labels".
[[nodiscard]] std::string scoreLabel(const std::string& owner, const run::ScoreSettings& settings);

} // namespace rekindle::bridge

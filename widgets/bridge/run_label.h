#pragma once

#include "core/run/settings.h"
#include "core/study/study.h"

#include <filesystem>
#include <string>

namespace rekindle::bridge {

/// "pair-1" as people call it: by the name that somebody gave it, else "Pair 1".
[[nodiscard]] std::string pairLabel(const std::string& pair, const study::Names& names);
/// The folder of a pretraining run: "pair-1-p2x" is "Pair 1 · P2X".
[[nodiscard]] std::string runLabel(const std::string& folder, const study::Names& names);
/// A score by whose it is and how: "Pair 1 · P2X · fine-tuning, 5 % of the labels", or by the name
/// that somebody gave it in place of the latter.
[[nodiscard]] std::string scoreLabel(const std::string& owner, const run::ScoreSettings& settings,
                                     const std::string& given);

} // namespace rekindle::bridge

#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/run/settings.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace rekindle::study {

/// A pretraining run to be paired.
struct Candidate {
    std::filesystem::path folder;
    run::PretrainSettings settings;
    run::Arm arm = run::Arm::Single;
    std::vector<std::int64_t> kept; ///< passes whose weights it kept
    Warnings warnings;              ///< of its loss (run::lossWarnings)
    std::optional<double> early;    ///< where it was finished early, in passes
    bool taken = false;
};

struct Pair {
    const Candidate* p1x = nullptr;
    const Candidate* p2x = nullptr;
};

/// Kinds Usage for a scoring run, and those of reading run folders.
[[nodiscard]] Result<std::vector<Candidate>>
openRuns(const std::vector<std::filesystem::path>& runs);

/// Pairs by their `pair`, else by being matched; two that remain and differ in arm are what the
/// user wants compared, matched or not. Marks who is taken.
[[nodiscard]] std::vector<Pair> pairUp(std::vector<Candidate>& candidates);

/// How long both were trained, where that differs: "passes trained (21, 40)".
[[nodiscard]] std::optional<std::string> lengthDifference(const Pair& pair);

} // namespace rekindle::study

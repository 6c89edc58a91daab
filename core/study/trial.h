#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/job/stop.h"
#include "core/run/settings.h"
#include "core/study/study.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace rekindle::study {

/// What a pretraining run would take on this machine, measured on its first steps.
struct Trial {
    std::int64_t tried = 0;     ///< steps that were done
    std::int64_t steps = 0;     ///< of the whole run
    double secondsPerStep = 0;  ///< median without the first, which sets everything up
    double seconds = 0;         ///< all steps of the run
    std::uint64_t memory = 0;   ///< main memory at its peak, bytes
    std::uint64_t disk = 0;     ///< bytes of the run's folder at its largest
    std::uint64_t diskLeft = 0; ///< what the whole run leaves, bytes
    std::string device;         ///< as in Status
};
[[nodiscard]] Json toJson(const Trial& trial);

/// Begins the run in a folder for temporary files, by `program work`, stops it after two steps (or
/// as many as three seconds hold), and clears the folder away. Nothing of it counts: the run itself
/// begins anew. Kinds as of a run that fails; Cancelled.
[[nodiscard]] Result<Trial> tryRun(const run::PretrainSettings& settings,
                                   const dataset::Manifest& manifest,
                                   const std::filesystem::path& program, const job::Watch& watch);

/// The same for P2X of a pair as it would be planned; P1X takes as long. Kinds as planPair, too.
[[nodiscard]] Result<Trial> tryPair(const Study& study, const PairPlan& plan,
                                    const std::filesystem::path& program, const job::Watch& watch);

} // namespace rekindle::study

#pragma once

#include "core/base/result.h"
#include "core/job/stop.h"
#include "core/repair/repair.h"
#include "core/run/settings.h"
#include "core/study/study.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace rekindle::study {

/// How a study of the sample is called; the demo knows its own folders by it.
inline constexpr std::string_view kSampleTitle = "Sample: surfaces";

/// The bundled sample: $REKINDLE_SAMPLE, else <program>/../share/rekindle/sample, else the source
/// tree's resources/sample. Nothing if none of them is there.
[[nodiscard]] std::optional<std::filesystem::path> sampleFolder();
/// The labelled second-stage images, and the small checkpoint that stands in for an ImageNet one.
[[nodiscard]] std::filesystem::path sampleImages(const std::filesystem::path& sample);
[[nodiscard]] std::filesystem::path sampleWeights(const std::filesystem::path& sample);

enum class SampleSize { Full, Quick };

/// Everything that is chosen for the sample's pair, in one place.
struct SamplePlan {
    run::PretrainSettings pretrain;
    run::ScoreSettings score;
    std::vector<std::int64_t> scoreEpochs; ///< 0 = the start weights as they are
    repair::RepairSettings repair;
    int pairs = 3; ///< from seeds that follow each other
};
[[nodiscard]] SamplePlan samplePlan(SampleSize size);

/// Makes a study at `folder` with the sample's images and start weights in it. Kinds NotFound (no
/// sample beside this program), Usage (the folder holds something), those of scanning and reading.
[[nodiscard]] Result<Study> createSampleStudy(const std::filesystem::path& folder,
                                              const job::Watch& watch = {});

/// Repairs the start weights as the plan says and adds them (without proof; the command line and
/// the window prove a repair with the engine).
[[nodiscard]] Result<WeightsEntry> repairSampleWeights(Study& study, SampleSize size);

/// Plans the pairs from `weights`, their scores, and those of the start as it is.
[[nodiscard]] Result<std::vector<PlannedPair>>
planSampleRuns(Study& study, const std::string& weights, SampleSize size);

/// All of it: a study that is ready to be worked off.
[[nodiscard]] Result<Study> planSampleStudy(const std::filesystem::path& folder,
                                            SampleSize size = SampleSize::Full,
                                            const job::Watch& watch = {});

} // namespace rekindle::study

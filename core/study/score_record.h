#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/run/settings.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rekindle::study {

/// One score folder's result.json, checked so that everything in it fits together.
struct ScoreRecord {
    std::string name; ///< of the folder: "finetune-10"
    std::string protocol;
    double fraction = 1;
    std::vector<std::string> classes;
    std::string testHash;
    std::vector<std::string> testImages;
    std::vector<std::int64_t> testLabels;
    std::vector<std::string> testPatients; ///< empty, or one per test image
    /// By pretraining epoch: per repeat, the predicted class of each test image.
    std::map<std::int64_t, std::vector<std::vector<std::int64_t>>> predictions;
    run::ScoreSettings settings;
};

/// Reads the result of a score folder. Kinds NotFound (not finished), Damaged.
[[nodiscard]] Result<ScoreRecord> readScore(const std::filesystem::path& folder);

/// Every finished score beneath `<run>/scores`, by name.
[[nodiscard]] Result<std::vector<ScoreRecord>> readScores(const std::filesystem::path& run);

/// Settings in which two scores differ besides what they score: "scoring epochs (20, 40)".
[[nodiscard]] std::vector<std::string> scoreDifferences(const ScoreRecord& p1x,
                                                        const ScoreRecord& p2x);

} // namespace rekindle::study

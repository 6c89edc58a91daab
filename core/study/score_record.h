#pragma once

#include "core/base/result.h"
#include "core/run/settings.h"
#include "core/scores/score_table.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rekindle::study {

/// One finished score folder: its result.json and where its tables lie.
struct ScoreRecord {
    std::string name;             ///< of the folder: "finetune-10"
    std::filesystem::path folder; ///< of the run
    std::string protocol;
    double fraction = 1;
    std::string testHash;
    run::ScoreSettings settings;
    std::uint64_t testPart = 0;  ///< images of the test part, before any were left out
    std::uint64_t copies = 0;    ///< of them copies of training images
    std::uint64_t contested = 0; ///< images whose bytes stand in two classes
    /// By position of the pretraining in passes: the table of each repeat.
    std::map<double, std::vector<scores::TableName>> points;
};

/// Reads the result of a score folder; its tables not yet. Kinds NotFound (not finished), Version,
/// Damaged.
[[nodiscard]] Result<ScoreRecord> readScore(const std::filesystem::path& folder);

/// Every finished score beneath `<run>/scores`, by name.
[[nodiscard]] Result<std::vector<ScoreRecord>> readScores(const std::filesystem::path& run);

/// The tables of one point, all over the same images with the same labels. Kinds as
/// scores::readTable; Damaged.
[[nodiscard]] Result<std::vector<scores::ScoreTable>> readPoint(const ScoreRecord& score,
                                                                double position);

/// Settings in which two scores differ besides what they score: "scoring epochs (20, 40)".
[[nodiscard]] std::vector<std::string> scoreDifferences(const ScoreRecord& p1x,
                                                        const ScoreRecord& p2x);

} // namespace rekindle::study

#pragma once

#include "core/run/settings.h"
#include "core/study/comparison.h"
#include "core/study/score_record.h"

#include <vector>

namespace rekindle::study {

/// A score of weights as they are, read once for all pairs.
struct Baseline {
    ScoreRecord record;
    std::vector<std::string> starts; ///< hashes of start weights; empty = any
};

/// Reads those that are finished. Kinds as readScore.
[[nodiscard]] Result<std::vector<Baseline>> readBaselines(const std::vector<StartScore>& scores);

/// Gives a pair the baseline that was scored the same way on the same images and fits its P2X
/// start, if there is one. Kinds as readPoint.
[[nodiscard]] Result<void> addNoSecondStage(const std::vector<Baseline>& baselines,
                                            const ScoreRecord& p2x, PairComparison& pair);

/// P2X's last trained point against the baseline, once or over several pairs.
void compareWithBaseline(const std::vector<const PairComparison*>& pairs, PairComparison& target);

} // namespace rekindle::study

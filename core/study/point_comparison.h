#pragma once

#include "core/scores/score_table.h"
#include "core/study/comparison.h"

#include <vector>

namespace rekindle::study {

/// The repeats of one arm at one point, all over the same images.
using Tables = std::vector<scores::ScoreTable>;

[[nodiscard]] ArmPoint armPoint(const Tables& repeats);

/// Both arms' tables are over the same images. Accuracy by the paired bootstrap of each image's
/// difference, every other measure by drawing the same images for both arms.
[[nodiscard]] ComparisonPoint comparePoint(double epoch, const Tables& p1x, const Tables& p2x);

/// P2X minus P1X of each test image.
[[nodiscard]] std::vector<double> imageDifferences(const ArmPoint& p1x, const ArmPoint& p2x);

} // namespace rekindle::study

#pragma once

#include "core/study/comparison.h"
#include "core/study/score_record.h"

namespace rekindle::study {

/// Adds what makes the points of a comparison say less than they seem to ("one_repeat",
/// "uneven_repeats", "at_chance", "not_matched").
void warnAboutPoints(PairComparison& pair);

/// Adds, as caveats too, what the test images of these scores were ("leaks_left_out", "leaks_kept")
/// and whether pretraining saw them ("test_images_seen").
void warnAboutLeaks(const ScoreRecord& p1x, const ScoreRecord& p2x, PairComparison& pair);

} // namespace rekindle::study

#pragma once

#include "core/study/comparison.h"

namespace rekindle::study {

/// Adds what makes the points of a comparison say less than they seem to ("one_repeat",
/// "uneven_repeats", "at_chance", "not_matched").
void warnAboutPoints(PairComparison& pair);

} // namespace rekindle::study

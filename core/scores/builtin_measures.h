#pragma once

#include "core/scores/measure.h"

namespace rekindle::scores {

/// One function a file; `measures()` lists them.

/// Share of the images whose most probable class is theirs.
[[nodiscard]] Measure accuracyMeasure();
/// Mean of the per-class shares, over classes that occur; chance is 1 / classes.
[[nodiscard]] Measure balancedAccuracyMeasure();
/// F1 of each class that occurs, averaged over them (macro average, as scikit-learn's over the
/// classes that occur).
[[nodiscard]] Measure macroF1Measure();
/// Area under the ROC curve, one class against the rest, averaged over classes that occur with a
/// counterpart; ties count half (Mann and Whitney).
[[nodiscard]] Measure aurocMeasure();

} // namespace rekindle::scores

#pragma once

#include "core/base/result.h"
#include "core/run/run_control.h"
#include "core/run/run_folder.h"

namespace rekindle::evaluate {

/// Works a scoring run off: every target with every seed, each a unit of its own. Finished units
/// stand in metrics.jsonl with their predictions and are never done twice; a long fine-tuning is
/// saved every few minutes. Writes result.json at the end. Kinds as runPretraining; Usage when the
/// images have no labels or no test part can be made.
[[nodiscard]] Result<run::Outcome> runEvaluation(const run::RunFolder& folder,
                                                 run::RunControl& control);

} // namespace rekindle::evaluate

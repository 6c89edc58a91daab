#pragma once

#include "core/base/json.h"
#include "core/dataset/split.h"
#include "core/evaluate/unit_store.h"
#include "core/run/run_folder.h"
#include "core/run/settings.h"

#include <vector>

namespace rekindle::evaluate {

/// The object of result.json and of `rekindle-cli evaluate --json`: a point a target with the
/// measures of each repeat, and at the top the last point again. Its size does not depend on the
/// number of images: what was found out about each stands in the tables that it names, and in
/// predictions.csv. Reads the tables one after the other. Kinds as scores::readTable; Diverged.
[[nodiscard]] Result<Json> resultJson(const run::RunFolder& folder,
                                      const run::ScoreSettings& settings,
                                      const dataset::Manifest& manifest,
                                      const dataset::Split& split,
                                      const std::vector<UnitScore>& units);

[[nodiscard]] std::filesystem::path predictionsFile(const run::RunFolder& folder);

/// Writes predictions.csv beside result.json: a line a test image with its label and, for each
/// unit, the most probable class. Names are written byte for byte.
[[nodiscard]] Result<void> writePredictions(const run::RunFolder& folder,
                                            const run::ScoreSettings& settings,
                                            const std::vector<UnitScore>& units);

} // namespace rekindle::evaluate

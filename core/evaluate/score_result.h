#pragma once

#include "core/base/json.h"
#include "core/dataset/manifest.h"
#include "core/run/settings.h"

#include <cstdint>
#include <vector>

namespace rekindle::evaluate {

/// One target scored with one seed.
struct UnitScore {
    std::size_t target = 0; ///< index into ScoreSettings::targets
    int repeat = 0;
    std::uint64_t seed = 0;
    std::int64_t trained = 0;            ///< labelled images used
    std::vector<std::int64_t> predicted; ///< class per test image
    double auroc = 0;
};

[[nodiscard]] Json toJson(const UnitScore& score);
[[nodiscard]] Result<UnitScore> unitFromJson(const Json& json, const std::string& subject);

/// The object of result.json and of `rekindle-cli evaluate --json`: a point a target, and at the
/// top the last point again.
[[nodiscard]] Json resultJson(const run::ScoreSettings& settings, const dataset::Manifest& manifest,
                              const std::vector<std::size_t>& testImages,
                              const std::vector<UnitScore>& scores);

} // namespace rekindle::evaluate

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/checkpoint/checkpoint.h"
#include "core/image/reading.h"
#include "core/inspect/weight_report.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::repair {

enum class DeadMode { Copy, Random, None };
enum class ScaleScope { Layer, Filter, None };
/// Paper: W, mean, gamma by 1/sqrt(s), variance by 1/s^2. Canonical: W, mean by 1/sqrt(s), variance
/// by 1/s, gamma untouched. GammaOnly: gamma by 1/sqrt(s) alone (recipes 4).
enum class ScaleRule { Paper, Canonical, GammaOnly };
/// Literal: epsilon stays in place as printed. Exact: gamma absorbs epsilon's change, so that the
/// evaluation output is identical.
enum class EpsMode { Literal, Exact };

struct RepairSettings {
    DeadMode dead = DeadMode::Copy;
    double deadBelow = 0.1;
    bool copyBn = true; ///< a copied filter brings its batch-norm channel along
    ScaleScope scale = ScaleScope::Layer;
    double scaleAbove = 1.0; ///< strict
    ScaleRule rule = ScaleRule::Paper;
    EpsMode eps = EpsMode::Literal;
    std::uint64_t seed = 0;
    std::vector<std::string> except; ///< layers that stay as they are, by their names
};

[[nodiscard]] Json toJson(const RepairSettings& settings);
[[nodiscard]] Result<RepairSettings> repairSettingsFromJson(const Json& json,
                                                            const std::string& subject);
/// The words of the command line: copy random none / layer filter none / paper canonical gamma-only
/// / literal exact. Kind Usage.
[[nodiscard]] Result<DeadMode> parseDeadMode(std::string_view word);
[[nodiscard]] Result<ScaleScope> parseScaleScope(std::string_view word);
[[nodiscard]] Result<ScaleRule> parseScaleRule(std::string_view word);
[[nodiscard]] Result<EpsMode> parseEpsMode(std::string_view word);

struct Replaced {
    std::string layer;
    std::int64_t filter = 0;
    std::int64_t donor = -1; ///< -1: drawn at random
    double norm = 0;         ///< before
};

struct Scaled {
    std::string layer;
    std::int64_t filter = -1; ///< -1: the whole layer
    double s = 1;
    double evalGain = 1;  ///< smallest over its channels of the gain of (y - beta) in evaluation
    double trainGain = 1; ///< the same on batch statistics, epsilon aside
};

/// What the answers of one part of the network did: the stem, a stage, or the pooled features.
struct StageProof {
    std::string name;        ///< "stem", "layer1", ..., "features"
    double change = 0;       ///< scaling alone, evaluation mode: over the largest answer
    double trainChange = 0;  ///< the same on batch statistics
    double worstChannel = 0; ///< evaluation mode: the channel that changes most, over its own size
    double replacedCosine = 1; ///< mean cosine, replaced against original answers
};

/// What the network's features did, measured on images by the engine (see engine.h).
struct FeatureProof {
    std::uint64_t images = 0;
    std::string source;    ///< "noise" or the image folder's name
    double maxAbsDiff = 0; ///< scaling alone, evaluation mode
    double maxRelDiff = 0; ///< over the largest feature
    /// The dimension, and the image, whose features change most, over their own size (root mean
    /// square): a quiet dimension could change wholly without being seen in maxRelDiff.
    double worstDimension = 0, worstImage = 0;
    bool evalPreserved = false; ///< all three <= tolerance
    double tolerance = 1e-3;
    double replacedCosine = 1;  ///< mean cosine, replaced against original features
    double trainMaxRelDiff = 0; ///< scaling alone, training mode (batch statistics)
    double trainWorstDimension = 0, trainWorstImage = 0;
    std::vector<StageProof> stages; ///< in forward order; empty in records of older versions
    /// How the images were read; nothing of noise and in records of older versions.
    std::optional<image::Reading> reading{};
    /// Of evaluation mode, the largest of the three.
    [[nodiscard]] double change() const
    {
        return std::max({maxRelDiff, worstDimension, worstImage});
    }
    [[nodiscard]] double trainChange() const
    {
        return std::max({trainMaxRelDiff, trainWorstDimension, trainWorstImage});
    }
};

struct RepairReport {
    RepairSettings settings;
    std::vector<Replaced> replaced;
    std::vector<Scaled> scaled;
    Warnings warnings;
    inspect::Totals before;
    inspect::Totals after;
    std::optional<FeatureProof> proof;
    std::string input, output; ///< file names for the record
};

struct Repaired {
    weights::WeightSet weights;  ///< replaced, then scaled
    weights::WeightSet replaced; ///< replaced only: what scaling alone is compared with
    RepairReport report;
};

/// Measures, replaces dead filters, measures again, scales (recipes 4 f). Deterministic for a seed.
/// `conventions.bnEps` enters the exact rule. Refuses non-finite norms with the layer's name (kind
/// Damaged). `method` picks the initialiser of DeadMode::Random.
[[nodiscard]] Result<Repaired> repairWeights(const checkpoint::Checkpoint& checkpoint,
                                             const RepairSettings& settings);

/// The object of `rekindle-cli repair --json` (without `schema`).
[[nodiscard]] Json toJson(const RepairReport& report);
[[nodiscard]] Result<RepairReport> repairReportFromJson(const Json& json,
                                                        const std::string& subject);

} // namespace rekindle::repair

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/figures/figure.h"
#include "core/run/run_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rekindle::study {

/// Accuracy of one arm at one pretraining epoch, over the repeats.
struct ArmPoint {
    double mean = 0, sd = 0;
    std::vector<double> values; ///< one per repeat
};

struct ComparisonPoint {
    double epoch = 0; ///< passes; not whole where a run was finished early
    ArmPoint p1x, p2x;
    double difference = 0;    ///< p2x - p1x
    double low = 0, high = 0; ///< 95 % interval of the difference, paired bootstrap over test cases
    double pValue = 1;        ///< two-sided, same bootstrap
};

struct PairComparison {
    std::string p1x, p2x; ///< run folders' names
    std::string protocol;
    double fraction = 1;
    double chance = 0; ///< 1 / classes
    std::uint64_t testImages = 0;
    std::uint64_t testPatients = 0;       ///< 0 where patients are not known: images were resampled
    std::string images;                   ///< name of the image folder
    bool sample = false;                  ///< the images are the bundled sample
    std::vector<ComparisonPoint> points;  ///< epochs both arms were scored at
    std::vector<std::string> differences; ///< settings in which the two are not matched
    Warnings warnings;                    ///< to be told beside the figure
};

struct Comparison {
    std::vector<PairComparison> pairs;
    Warnings notes; ///< runs that could not be compared, and why
};

/// Pairs pretraining runs (by their `pair`, else two runs that differ in arm) and reads their
/// scores under scores/. Refuses scores over different test images. Kinds NotFound (nothing scored
/// yet), Mismatch, Damaged, Usage.
[[nodiscard]] Result<Comparison> compareRuns(const std::vector<std::filesystem::path>& runs);

/// The object of `rekindle-cli compare --json` (without `schema`).
[[nodiscard]] Json toJson(const Comparison& comparison);
[[nodiscard]] std::string toCsv(const Comparison& comparison);
[[nodiscard]] std::string toLatex(const Comparison& comparison);
/// "P2X scored 62.1 ± 1.0 % and P1X 51.3 ± 0.8 % after 20 passes (3 repeats); difference 10.8
/// points, 95 % interval 7.9 to 13.6 over 300 test images." Or that no difference can be shown.
[[nodiscard]] std::string sentence(const PairComparison& pair);
/// The main figure (F12) of one pair.
[[nodiscard]] figures::Figure comparisonFigure(const PairComparison& pair);

} // namespace rekindle::study

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/figures/figure.h"
#include "core/run/run_folder.h"
#include "core/study/study.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::study {

/// Accuracy of one arm at one pretraining epoch, over the repeats.
struct ArmPoint {
    double mean = 0, sd = 0;
    std::vector<double> values; ///< one per repeat
    double balanced = 0;        ///< mean of the balanced accuracies
    /// Of each test image the share of the repeats that name its class; empty over several seeds.
    std::vector<double> correct = {};
};

/// One measure of both arms, means over the repeats, with the interval of their difference by the
/// same resampling of test images.
struct MeasuredDifference {
    std::string name, title; ///< scores::Measure's
    double p1x = 0, p2x = 0;
    double difference = 0; ///< p2x - p1x
    double low = 0, high = 0;
    double error = 0; ///< what resampling test images alone moves it by
};

struct ComparisonPoint {
    double epoch = 0; ///< passes; not whole where a run was finished early
    ArmPoint p1x, p2x;
    double difference = 0;    ///< p2x - p1x
    double low = 0, high = 0; ///< 95 % interval of the difference, paired bootstrap over test cases
    double pValue = 1;        ///< two-sided, same bootstrap; 0.001 is as low as it can show
    std::vector<MeasuredDifference> measures; ///< every measure but accuracy
};

/// The original weights scored as they are on the same test images: what a second stage has to
/// beat (Table 2 of the paper).
struct NoSecondStage {
    std::string name; ///< of the score's folder or file, for people
    ArmPoint score;
    double difference = 0; ///< P2X at its last trained point minus this
    double low = 0, high = 0;
    double pValue = 1;
};

/// What two runs were trained and scored by: pairs that differ in the seed alone belong together.
struct PairOrigin {
    run::PretrainSettings p1x, p2x;
    std::string score; ///< name of the score folders: "finetune-10"
    std::string testHash;
};

/// Two runs, or, over several seeds, two arms of as many runs: the values of a point are then the
/// means of the runs, and the interval counts what retraining would change.
struct PairComparison {
    std::string p1x, p2x; ///< run folders' names; of the first pair where there are several
    std::size_t runsPerArm = 1;
    PairOrigin origin; ///< of the first pair where there are several
    std::string protocol;
    double fraction = 1;
    double chance = 0; ///< share of the test images that have the most frequent class
    std::uint64_t testImages = 0;
    std::uint64_t testPatients = 0;      ///< 0 where patients are not known: images were resampled
    std::string images;                  ///< name of the image folder
    bool sample = false;                 ///< the images are the bundled sample
    std::vector<std::string> patients;   ///< of the test images, as in their tables
    std::vector<ComparisonPoint> points; ///< epochs both arms were scored at
    std::optional<NoSecondStage> noSecondStage;
    /// Where no trained point is shared: what is missing and where they could be compared.
    std::string notComparable;
    std::vector<std::string> differences; ///< settings in which the two are not matched
    Warnings warnings;                    ///< to be told beside the figure
    Warnings caveats; ///< of `warnings`, what every caption must say: leaks, test images seen

    /// The last point both were trained for; null where only the starts were scored on both sides.
    [[nodiscard]] const ComparisonPoint* trained() const;
};

struct Comparison {
    /// Of three pairs or more that differ in the seed of their pretraining alone: what they say
    /// together. To be read before the pairs.
    std::vector<PairComparison> overSeeds;
    std::vector<PairComparison> pairs;

    /// Both lists, in that order.
    [[nodiscard]] std::vector<const PairComparison*> all() const;
    Warnings notes; ///< runs that could not be compared, and why
};

/// A score of weights as they are, and the hashes of the start weights it is the baseline of: of
/// the file itself and of what was repaired from it. Empty: of any.
struct StartScore {
    std::filesystem::path folder;
    std::vector<std::string> starts;
};

/// Pairs pretraining runs (by their `pair`, else two runs that differ in arm) and reads their
/// scores under scores/; a score of bare weights among `runs` is a baseline of all pairs. Refuses
/// scores over different test images. Kinds NotFound (nothing scored yet), Mismatch, Damaged,
/// Usage.
[[nodiscard]] Result<Comparison> compareRuns(const std::vector<std::filesystem::path>& runs,
                                             std::vector<StartScore> baselines = {});
/// All runs of a study, with the scores of its weights as they are.
[[nodiscard]] Result<Comparison> compareStudy(const Study& study);

/// The object of `rekindle-cli compare --json` (without `schema`).
[[nodiscard]] Json toJson(const Comparison& comparison);
[[nodiscard]] std::string toCsv(const Comparison& comparison);
[[nodiscard]] std::string toLatex(const Comparison& comparison);
/// "P2X scored 62.1 ± 1.0 % and P1X 51.3 ± 0.8 % after 20 passes (3 repeats); difference 10.8
/// points, 95 % interval 7.9 to 13.6 over 300 test images." Or that no difference can be shown.
[[nodiscard]] std::string sentence(const PairComparison& pair);
/// "0.031", or "< 0.001" where the resampling can show no less.
[[nodiscard]] std::string pText(double p);
/// The main figure (F12) of one pair.
[[nodiscard]] figures::Figure comparisonFigure(const PairComparison& pair);

} // namespace rekindle::study

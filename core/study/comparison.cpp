#include "core/study/comparison.h"

#include "core/base/text.h"
#include "core/scores/chance.h"
#include "core/scores/position.h"
#include "core/study/comparison_warnings.h"
#include "core/study/no_second_stage.h"
#include "core/study/over_seeds.h"
#include "core/study/pairing.h"
#include "core/study/point_comparison.h"
#include "core/study/sample_study.h"
#include "core/study/score_record.h"

#include <algorithm>
#include <optional>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

std::string epochList(const std::vector<double>& epochs)
{
    std::vector<std::string> words;
    words.reserve(epochs.size());
    for (const double epoch : epochs)
        words.push_back(scores::positionText(epoch));
    return text::join(words, ", ");
}

std::string scoredAt(const ScoreRecord& score)
{
    std::vector<double> epochs;
    for (const auto& [epoch, names] : score.points)
        epochs.push_back(epoch);
    return epochList(epochs);
}

/// Of two runs without a scored pass in common: what each has, and where they could meet.
std::string whereComparable(const Pair& runs, const ScoreRecord& p1x, const ScoreRecord& p2x)
{
    std::vector<double> common;
    for (const std::int64_t epoch : runs.p1x->kept) {
        const auto& others = runs.p2x->kept;
        if (epoch > 0 && std::find(others.begin(), others.end(), epoch) != others.end())
            common.push_back(static_cast<double>(epoch));
    }
    std::string words = "P1X was scored at pass " + scoredAt(p1x) + " and P2X at " + scoredAt(p2x) +
                        ", so there is no trained pass to compare them at. ";
    if (common.empty())
        return words + "They keep no weights of the same pass; train both for as long, keeping the "
                       "same passes.";
    return words + "Both keep their weights of pass " + epochList(common) + ": score them there.";
}

/// Both arms' tables at one point are over the same images; what is the same for all points is
/// told to the pair.
Result<void> matchTables(const Pair& runs, const Tables& p1x, const Tables& p2x,
                         PairComparison& pair)
{
    const scores::ScoreTable &left = p1x.front(), &right = p2x.front();
    if (left.images != right.images || left.labels != right.labels || left.classes != right.classes)
        return fail(ErrorKind::Mismatch,
                    "The test images are not the same (" + text::count(left.images.size()) +
                        " and " + text::count(right.images.size()) +
                        "), and averages over different images cannot be compared",
                    runs.p2x->folder.string(), "Score both runs again on the same images.");
    pair.chance = scores::majorityShare(left);
    pair.testImages = left.images.size();
    pair.patients = left.patients;
    std::vector<std::string> patients = left.patients;
    std::sort(patients.begin(), patients.end());
    patients.erase(std::unique(patients.begin(), patients.end()), patients.end());
    pair.testPatients = patients.size();
    return {};
}

/// Points where both have a score; what only one has is said. One point's tables are in memory at
/// a time.
Result<void> comparePoints(const Pair& runs, const ScoreRecord& p1x, const ScoreRecord& p2x,
                           PairComparison& pair)
{
    std::vector<double> only1, only2;
    for (const auto& [epoch, names] : p1x.points) {
        if (!p2x.points.contains(epoch)) {
            only1.push_back(epoch);
            continue;
        }
        RK_TRY(const Tables left, readPoint(p1x, epoch));
        RK_TRY(const Tables right, readPoint(p2x, epoch));
        RK_CHECK(matchTables(runs, left, right, pair));
        pair.points.push_back(comparePoint(epoch, left, right));
    }
    for (const auto& [epoch, names] : p2x.points) {
        if (!p1x.points.contains(epoch))
            only2.push_back(epoch);
    }
    if (pair.trained() == nullptr)
        pair.notComparable = whereComparable(runs, p1x, p2x);
    if (!only1.empty())
        pair.warnings.add("scored_once", "Only P1X was scored at pass " + epochList(only1) +
                                             "; the pair is compared where both have a score.");
    if (!only2.empty())
        pair.warnings.add("scored_once", "Only P2X was scored at pass " + epochList(only2) +
                                             "; the pair is compared where both have a score.");
    return {};
}

bool insideSample(const fs::path& images)
{
    const auto sample = sampleFolder();
    if (!sample)
        return false;
    std::error_code code;
    const fs::path inside = fs::weakly_canonical(images, code);
    const fs::path folder = fs::weakly_canonical(*sample, code);
    return std::mismatch(folder.begin(), folder.end(), inside.begin(), inside.end()).first ==
           folder.end();
}

Result<PairComparison> compareScores(const Pair& runs, const ScoreRecord& p1x,
                                     const ScoreRecord& p2x, const std::vector<Baseline>& baselines)
{
    if (p1x.testHash != p2x.testHash)
        return fail(ErrorKind::Mismatch,
                    "The test images are not the same, and averages over different images cannot "
                    "be compared",
                    runs.p2x->folder.string(), "Score both runs again on the same images.");
    PairComparison pair;
    pair.origin = {runs.p1x->settings, runs.p2x->settings, p1x.name, p1x.testHash};
    pair.p1x = runs.p1x->folder.filename().string();
    pair.p2x = runs.p2x->folder.filename().string();
    pair.protocol = p1x.protocol;
    pair.fraction = p1x.fraction;
    pair.images = p1x.settings.images.filename().string();
    pair.sample = insideSample(p1x.settings.images);
    pair.differences = run::pairDifferences(runs.p1x->settings, runs.p2x->settings);
    for (std::string& difference : scoreDifferences(p1x, p2x))
        pair.differences.push_back(std::move(difference));
    if (auto length = lengthDifference(runs))
        pair.differences.push_back(*std::move(length));
    RK_CHECK(comparePoints(runs, p1x, p2x, pair));
    RK_CHECK(addNoSecondStage(baselines, p2x, pair));
    for (const Candidate* run : {runs.p1x, runs.p2x})
        pair.warnings.add(run->warnings);
    warnAboutLeaks(p1x, p2x, pair);
    warnAboutPoints(pair);
    return pair;
}

Result<void> comparePair(const Pair& runs, const std::vector<Baseline>& baselines,
                         Comparison& comparison)
{
    RK_TRY(const std::vector<ScoreRecord> left, readScores(runs.p1x->folder));
    RK_TRY(const std::vector<ScoreRecord> right, readScores(runs.p2x->folder));
    for (const auto* side : {&left, &right}) {
        if (side->empty())
            return fail(ErrorKind::NotFound, "This run has not been scored yet",
                        (side == &left ? runs.p1x : runs.p2x)->folder.string(),
                        "Score both runs of the pair, then compare them.");
    }
    const std::size_t before = comparison.pairs.size();
    for (const ScoreRecord& p1x : left) {
        for (const ScoreRecord& p2x : right) {
            if (p1x.name != p2x.name || p1x.protocol != p2x.protocol ||
                p1x.fraction != p2x.fraction)
                continue;
            RK_TRY(PairComparison pair, compareScores(runs, p1x, p2x, baselines));
            if (!pair.points.empty() || !pair.notComparable.empty())
                comparison.pairs.push_back(std::move(pair));
        }
    }
    if (comparison.pairs.size() == before)
        return fail(ErrorKind::NotFound,
                    "The two runs of this pair have no score of the same kind and pass",
                    runs.p2x->folder.string(), "Score both with the same protocol and passes.");
    return {};
}

/// Whether this is a score of weights that no run made.
bool isStartScore(const fs::path& path)
{
    const auto folder = run::RunFolder::open(path);
    if (!folder || fs::exists(folder->path().parent_path().parent_path() / "job.json"))
        return false;
    const auto settings = folder->settings();
    return settings && std::holds_alternative<run::ScoreSettings>(*settings);
}

} // namespace

Result<Comparison> compareRuns(const std::vector<fs::path>& named,
                               std::vector<StartScore> baselines)
{
    std::vector<fs::path> runs;
    for (const fs::path& path : named) {
        if (isStartScore(path))
            baselines.push_back({path, {}});
        else
            runs.push_back(path);
    }
    if (runs.size() < 2)
        return fail(ErrorKind::Usage, "A comparison needs two runs, a P1X and a P2X",
                    runs.empty() ? std::string() : runs.front().string(), "Name both run folders.");
    RK_TRY(const auto starts, readBaselines(baselines));
    RK_TRY(std::vector<Candidate> candidates, openRuns(runs));
    const std::vector<Pair> pairs = pairUp(candidates);
    if (pairs.empty())
        return fail(
            ErrorKind::Usage, "There is no P1X and P2X among these runs that belong together",
            runs.front().string(), "Name one run from random weights and one from a checkpoint.");
    Comparison comparison;
    std::optional<Error> first;
    for (const Pair& pair : pairs) {
        auto compared = comparePair(pair, starts, comparison);
        if (compared)
            continue;
        // A pair that is not scored yet does not hide those that are.
        if (compared.error().kind != ErrorKind::NotFound)
            return fail(std::move(compared).error());
        comparison.notes.add("not_compared", compared.error().message, compared.error().subject);
        if (!first)
            first = compared.error();
    }
    for (const Candidate& run : candidates) {
        if (!run.taken)
            comparison.notes.add("no_partner", "No partner was found for this run",
                                 run.folder.filename().string());
    }
    if (comparison.pairs.empty())
        return fail(*first);
    comparison.overSeeds = compareOverSeeds(comparison.pairs);
    return comparison;
}

const ComparisonPoint* PairComparison::trained() const
{
    return points.empty() || points.back().epoch <= 0 ? nullptr : &points.back();
}

std::vector<const PairComparison*> Comparison::all() const
{
    std::vector<const PairComparison*> list;
    for (const auto* part : {&overSeeds, &pairs})
        for (const PairComparison& pair : *part)
            list.push_back(&pair);
    return list;
}

} // namespace rekindle::study

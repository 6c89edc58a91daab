#include "core/study/comparison.h"

#include "core/base/text.h"
#include "core/scores/chance.h"
#include "core/scores/measure.h"
#include "core/scores/position.h"
#include "core/scores/spread.h"
#include "core/study/comparison_warnings.h"
#include "core/study/over_seeds.h"
#include "core/study/paired_bootstrap.h"
#include "core/study/sample_study.h"
#include "core/study/score_record.h"

#include <algorithm>
#include <optional>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

/// A pretraining run to be paired.
struct Candidate {
    fs::path folder;
    run::PretrainSettings settings;
    run::Arm arm = run::Arm::Single;
    bool taken = false;
};

struct Pair {
    const Candidate* p1x = nullptr;
    const Candidate* p2x = nullptr;
};

Result<std::vector<Candidate>> openRuns(const std::vector<fs::path>& runs)
{
    std::vector<Candidate> candidates;
    for (const fs::path& path : runs) {
        RK_TRY(const run::RunFolder folder, run::RunFolder::open(path));
        RK_TRY(const run::Settings settings, folder.settings());
        const auto* pretrain = std::get_if<run::PretrainSettings>(&settings);
        if (pretrain == nullptr)
            return fail(ErrorKind::Usage, "This is a scoring run", path.string(),
                        "Name the pretraining runs that were scored.");
        Candidate candidate{folder.path(), *pretrain, pretrain->arm, false};
        if (candidate.arm == run::Arm::Single)
            candidate.arm = pretrain->init == "random" ? run::Arm::P1x : run::Arm::P2x;
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

/// The partner of a P1X run: of the same pair, else matched in every setting.
Candidate* partnerOf(const Candidate& p1x, std::vector<Candidate>& candidates)
{
    const auto free = [](const Candidate& run) { return run.arm == run::Arm::P2x && !run.taken; };
    if (!p1x.settings.pair.empty()) {
        for (Candidate& run : candidates) {
            if (free(run) && run.settings.pair == p1x.settings.pair &&
                run.folder.parent_path() == p1x.folder.parent_path())
                return &run;
        }
    }
    for (Candidate& run : candidates) {
        if (free(run) && run.settings.pair == p1x.settings.pair &&
            run::pairDifferences(p1x.settings, run.settings).empty())
            return &run;
    }
    return nullptr;
}

std::vector<Pair> pairUp(std::vector<Candidate>& candidates)
{
    std::vector<Pair> pairs;
    for (Candidate& run : candidates) {
        if (run.arm != run::Arm::P1x)
            continue;
        if (Candidate* partner = partnerOf(run, candidates); partner != nullptr) {
            run.taken = partner->taken = true;
            pairs.push_back({&run, partner});
        }
    }
    // Two that remain and differ in arm are what the user wants compared, matched or not.
    std::vector<Candidate*> left;
    for (Candidate& run : candidates) {
        if (!run.taken)
            left.push_back(&run);
    }
    if (left.size() == 2 && left[0]->arm != left[1]->arm) {
        left[0]->taken = left[1]->taken = true;
        const bool first = left[0]->arm == run::Arm::P1x;
        pairs.push_back({left[first ? 0 : 1], left[first ? 1 : 0]});
    }
    return pairs;
}

using Tables = std::vector<scores::ScoreTable>;

/// The share of the repeats that name each image's class.
std::vector<double> correctShare(const Tables& repeats)
{
    std::vector<double> share(repeats.front().images.size(), 0.0);
    for (const scores::ScoreTable& table : repeats) {
        const std::vector<std::int64_t> predicted = table.predicted();
        for (std::size_t image = 0; image < share.size(); ++image)
            share[image] += predicted[image] == table.labels[image] ? 1.0 : 0.0;
    }
    for (double& value : share)
        value /= static_cast<double>(repeats.size());
    return share;
}

ArmPoint armPoint(const Tables& repeats)
{
    const scores::Measure* accuracy = scores::findMeasure("accuracy");
    const scores::Measure* balanced = scores::findMeasure("balanced_accuracy");
    ArmPoint point;
    for (const scores::ScoreTable& table : repeats) {
        point.values.push_back(accuracy->value(table).value_or(0));
        point.balanced += balanced->value(table).value_or(0) / static_cast<double>(repeats.size());
    }
    const scores::Spread spread = scores::spreadOf(point.values);
    point.mean = spread.mean;
    point.sd = spread.sd;
    return point;
}

ComparisonPoint comparePoint(double epoch, const Tables& p1x, const Tables& p2x)
{
    ComparisonPoint point;
    point.epoch = epoch;
    point.p1x = armPoint(p1x);
    point.p2x = armPoint(p2x);
    std::vector<double> differences = correctShare(p2x);
    const std::vector<double> baseline = correctShare(p1x);
    for (std::size_t image = 0; image < differences.size(); ++image)
        differences[image] -= baseline[image];
    const Interval interval = pairedBootstrap(differences, p2x.front().patients);
    point.perImage = std::move(differences);
    point.difference = point.p2x.mean - point.p1x.mean;
    point.low = interval.low;
    point.high = interval.high;
    point.pValue = interval.pValue;
    return point;
}

std::string epochList(const std::vector<double>& epochs)
{
    std::vector<std::string> words;
    words.reserve(epochs.size());
    for (const double epoch : epochs)
        words.push_back(scores::positionText(epoch));
    return text::join(words, ", ");
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
                                     const ScoreRecord& p2x)
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
    RK_CHECK(comparePoints(runs, p1x, p2x, pair));
    warnAboutPoints(pair);
    return pair;
}

Result<void> comparePair(const Pair& runs, Comparison& comparison)
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
            RK_TRY(PairComparison pair, compareScores(runs, p1x, p2x));
            if (!pair.points.empty())
                comparison.pairs.push_back(std::move(pair));
        }
    }
    if (comparison.pairs.size() == before)
        return fail(ErrorKind::NotFound,
                    "The two runs of this pair have no score of the same kind and pass",
                    runs.p2x->folder.string(), "Score both with the same protocol and passes.");
    return {};
}

} // namespace

Result<Comparison> compareRuns(const std::vector<fs::path>& runs)
{
    if (runs.size() < 2)
        return fail(ErrorKind::Usage, "A comparison needs two runs, a P1X and a P2X",
                    runs.empty() ? std::string() : runs.front().string(), "Name both run folders.");
    RK_TRY(std::vector<Candidate> candidates, openRuns(runs));
    const std::vector<Pair> pairs = pairUp(candidates);
    if (pairs.empty())
        return fail(
            ErrorKind::Usage, "There is no P1X and P2X among these runs that belong together",
            runs.front().string(), "Name one run from random weights and one from a checkpoint.");
    Comparison comparison;
    std::optional<Error> first;
    for (const Pair& pair : pairs) {
        auto compared = comparePair(pair, comparison);
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

std::vector<const PairComparison*> Comparison::all() const
{
    std::vector<const PairComparison*> list;
    for (const auto* part : {&overSeeds, &pairs})
        for (const PairComparison& pair : *part)
            list.push_back(&pair);
    return list;
}

} // namespace rekindle::study

#include "core/study/over_seeds.h"

#include "core/scores/spread.h"
#include "core/study/comparison_warnings.h"
#include "core/study/no_second_stage.h"
#include "core/study/point_comparison.h"
#include "core/study/retraining.h"

#include <algorithm>

namespace rekindle::study {
namespace {

/// Whether two pairs differ in nothing but the seed of their pretraining.
bool differInSeedAlone(const PairOrigin& a, const PairOrigin& b)
{
    if (a.score != b.score || a.testHash != b.testHash)
        return false;
    for (const auto side : {&PairOrigin::p1x, &PairOrigin::p2x}) {
        const run::PretrainSettings& own = a.*side;
        run::PretrainSettings other = b.*side;
        if (other.seed == own.seed || other.initSha256 != own.initSha256)
            return false;
        other.seed = own.seed;
        other.pair = own.pair;
        if (!run::pairDifferences(own, other).empty())
            return false;
    }
    return true;
}

/// One arm over several pairs: a value a run.
ArmPoint armOver(const std::vector<const ComparisonPoint*>& points, ArmPoint ComparisonPoint::*arm)
{
    ArmPoint over;
    for (const ComparisonPoint* point : points) {
        over.values.push_back((point->*arm).mean);
        over.balanced += (point->*arm).balanced / static_cast<double>(points.size());
    }
    const scores::Spread spread = scores::spreadOf(over.values);
    over.mean = spread.mean;
    over.sd = spread.sd;
    return over;
}

/// Every measure: the pairs' spread, and what test images alone would move, as large as it is for a
/// single pair.
std::vector<MeasuredDifference> measuresOver(const std::vector<const ComparisonPoint*>& points,
                                             std::uint64_t units)
{
    std::vector<MeasuredDifference> over = points.front()->measures;
    const auto count = static_cast<double>(points.size());
    for (std::size_t m = 0; m < over.size(); ++m) {
        MeasuredDifference& measure = over[m];
        std::vector<double> differences;
        measure.p1x = measure.p2x = measure.error = 0;
        for (const ComparisonPoint* point : points) {
            const MeasuredDifference& one = point->measures[m];
            measure.p1x += one.p1x / count;
            measure.p2x += one.p2x / count;
            measure.error += one.error / count;
            differences.push_back(one.difference);
        }
        const Interval interval = combine(differences, measure.error, units);
        measure.difference = interval.difference;
        measure.low = interval.low;
        measure.high = interval.high;
    }
    return over;
}

/// The points that all pairs have.
void comparePointsOver(const std::vector<const PairComparison*>& pairs, PairComparison& over)
{
    for (const ComparisonPoint& first : pairs.front()->points) {
        std::vector<const ComparisonPoint*> points;
        std::vector<std::vector<double>> differences;
        for (const PairComparison* pair : pairs) {
            const auto at =
                std::find_if(pair->points.begin(), pair->points.end(),
                             [&](const ComparisonPoint& p) { return p.epoch == first.epoch; });
            if (at == pair->points.end())
                break;
            points.push_back(&*at);
            differences.push_back(imageDifferences(at->p1x, at->p2x));
        }
        if (points.size() < pairs.size())
            continue;
        const Interval interval = retrainingInterval(differences, over.patients);
        ComparisonPoint point;
        point.epoch = first.epoch;
        point.p1x = armOver(points, &ComparisonPoint::p1x);
        point.p2x = armOver(points, &ComparisonPoint::p2x);
        point.difference = interval.difference;
        point.low = interval.low;
        point.high = interval.high;
        point.pValue = interval.pValue;
        point.measures = measuresOver(points, interval.units);
        over.points.push_back(std::move(point));
    }
}

PairComparison compareGroup(const std::vector<const PairComparison*>& pairs)
{
    PairComparison over = *pairs.front();
    over.points.clear();
    over.warnings = over.caveats;
    for (const PairComparison* pair : pairs)
        for (const Warning& warning : pair->warnings.items())
            if (warning.kind == "learned_nothing")
                over.warnings.add(warning);
    over.runsPerArm = pairs.size();
    over.noSecondStage.reset();
    comparePointsOver(pairs, over);
    compareWithBaseline(pairs, over);
    warnAboutPoints(over);
    return over;
}

} // namespace

std::vector<PairComparison> compareOverSeeds(const std::vector<PairComparison>& pairs)
{
    constexpr std::size_t kFewest = 3;
    std::vector<PairComparison> comparisons;
    std::vector<bool> taken(pairs.size(), false);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (taken[i])
            continue;
        std::vector<std::size_t> group{i};
        for (std::size_t j = i + 1; j < pairs.size(); ++j) {
            const bool fits =
                !taken[j] && std::all_of(group.begin(), group.end(), [&](std::size_t known) {
                    return differInSeedAlone(pairs[known].origin, pairs[j].origin);
                });
            if (fits)
                group.push_back(j);
        }
        if (group.size() < kFewest)
            continue;
        std::vector<const PairComparison*> members;
        for (const std::size_t member : group) {
            taken[member] = true;
            members.push_back(&pairs[member]);
        }
        PairComparison over = compareGroup(members);
        if (!over.points.empty())
            comparisons.push_back(std::move(over));
    }
    return comparisons;
}

} // namespace rekindle::study

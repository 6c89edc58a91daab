#include "core/study/no_second_stage.h"

#include "core/study/point_comparison.h"
#include "core/study/retraining.h"

#include <algorithm>

namespace rekindle::study {
namespace {

bool fits(const Baseline& baseline, const ScoreRecord& p2x, const PairComparison& pair)
{
    const ScoreRecord& record = baseline.record;
    const std::string& start = pair.origin.p2x.initSha256;
    return record.protocol == p2x.protocol && record.fraction == p2x.fraction &&
           record.testHash == p2x.testHash && scoreDifferences(record, p2x).empty() &&
           (baseline.starts.empty() || std::find(baseline.starts.begin(), baseline.starts.end(),
                                                 start) != baseline.starts.end());
}

void take(const Interval& interval, NoSecondStage& baseline)
{
    baseline.difference = interval.difference;
    baseline.low = interval.low;
    baseline.high = interval.high;
    baseline.pValue = interval.pValue;
}

} // namespace

Result<std::vector<Baseline>> readBaselines(const std::vector<StartScore>& scores)
{
    std::vector<Baseline> baselines;
    for (const StartScore& score : scores) {
        auto record = readScore(score.folder);
        if (!record && record.error().kind == ErrorKind::NotFound)
            continue;
        if (!record)
            return fail(std::move(record).error());
        baselines.push_back({*std::move(record), score.starts});
    }
    return baselines;
}

Result<void> addNoSecondStage(const std::vector<Baseline>& baselines, const ScoreRecord& p2x,
                              PairComparison& pair)
{
    const auto found =
        std::find_if(baselines.begin(), baselines.end(),
                     [&](const Baseline& baseline) { return fits(baseline, p2x, pair); });
    if (found == baselines.end() || pair.trained() == nullptr)
        return {};
    RK_TRY(const Tables tables, readPoint(found->record, found->record.points.begin()->first));
    NoSecondStage baseline;
    baseline.name = found->record.settings.label;
    baseline.score = armPoint(tables);
    if (baseline.score.correct.size() != pair.trained()->p2x.correct.size())
        return {};
    pair.noSecondStage = std::move(baseline);
    compareWithBaseline({&pair}, pair);
    return {};
}

void compareWithBaseline(const std::vector<const PairComparison*>& pairs, PairComparison& target)
{
    std::vector<std::vector<double>> differences;
    for (const PairComparison* pair : pairs) {
        const ComparisonPoint* last = pair->trained();
        if (!pair->noSecondStage || last == nullptr)
            return;
        differences.push_back(imageDifferences(pair->noSecondStage->score, last->p2x));
    }
    NoSecondStage baseline = *pairs.front()->noSecondStage;
    take(pairs.size() == 1 ? pairedBootstrap(differences.front(), target.patients)
                           : retrainingInterval(differences, target.patients),
         baseline);
    target.noSecondStage = std::move(baseline);
}

} // namespace rekindle::study

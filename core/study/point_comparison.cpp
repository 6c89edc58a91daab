#include "core/study/point_comparison.h"

#include "core/scores/repeated_measure.h"
#include "core/scores/spread.h"
#include "core/study/paired_bootstrap.h"

namespace rekindle::study {
namespace {

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

std::vector<MeasuredDifference> compareMeasures(const Tables& p1x, const Tables& p2x)
{
    std::vector<MeasuredDifference> compared;
    std::vector<scores::RepeatedMeasure> left, right;
    for (const scores::Measure& measure : scores::measures()) {
        if (measure.name == "accuracy")
            continue;
        left.emplace_back(measure, p1x);
        right.emplace_back(measure, p2x);
        MeasuredDifference both;
        both.name = measure.name;
        both.title = measure.title;
        both.p1x = left.back().mean({});
        both.p2x = right.back().mean({});
        both.difference = both.p2x - both.p1x;
        compared.push_back(std::move(both));
    }
    const auto tables = static_cast<double>(p1x.size() + p2x.size());
    const int resamples =
        scores::resamplesFor(static_cast<double>(p1x.front().probabilities.size()) * tables);
    scores::Resampling resampling(p1x.front().images.size(), p2x.front().patients, 1);
    std::vector<std::vector<double>> drawn(compared.size());
    for (int i = 0; i < resamples; ++i) {
        const auto weights = resampling.draw();
        for (std::size_t m = 0; m < compared.size(); ++m)
            drawn[m].push_back(right[m].mean(weights) - left[m].mean(weights));
    }
    for (std::size_t m = 0; m < compared.size(); ++m) {
        const scores::Resampled spread = scores::summarise(std::move(drawn[m]));
        compared[m].low = spread.low;
        compared[m].high = spread.high;
        compared[m].error = spread.error;
    }
    return compared;
}

} // namespace

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
    point.correct = correctShare(repeats);
    return point;
}

std::vector<double> imageDifferences(const ArmPoint& p1x, const ArmPoint& p2x)
{
    std::vector<double> differences = p2x.correct;
    for (std::size_t image = 0; image < differences.size(); ++image)
        differences[image] -= p1x.correct[image];
    return differences;
}

ComparisonPoint comparePoint(double epoch, const Tables& p1x, const Tables& p2x)
{
    ComparisonPoint point;
    point.epoch = epoch;
    point.p1x = armPoint(p1x);
    point.p2x = armPoint(p2x);
    const Interval interval =
        pairedBootstrap(imageDifferences(point.p1x, point.p2x), p2x.front().patients);
    point.difference = point.p2x.mean - point.p1x.mean;
    point.low = interval.low;
    point.high = interval.high;
    point.pValue = interval.pValue;
    point.measures = compareMeasures(p1x, p2x);
    return point;
}

} // namespace rekindle::study

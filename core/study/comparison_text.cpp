#include "core/study/comparison.h"

#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/figures/figure_csv.h"
#include "core/figures/run_figures.h"
#include "core/scores/position.h"
#include "core/specs/spec.h"
#include "core/study/paired_bootstrap.h"

#include <cmath>

namespace rekindle::study {
namespace {

std::string percent(double share)
{
    return text::fixed(100 * share, 1);
}

/// "62.1 ± 1.0", or the mean alone where one value has no spread (the start weights that all pairs
/// share are one, however often they stand there).
std::string spread(const ArmPoint& point, std::string_view between)
{
    if (point.values.size() < 2 || point.sd == 0)
        return percent(point.mean);
    return percent(point.mean) + std::string(between) + percent(point.sd);
}

std::string repeats(const PairComparison& pair, const ComparisonPoint& point)
{
    if (pair.runsPerArm > 1)
        return std::to_string(pair.runsPerArm) + " pretraining runs per arm";
    const std::size_t left = point.p1x.values.size(), right = point.p2x.values.size();
    if (left != right)
        return std::to_string(left) + " and " + std::to_string(right) + " repeats";
    return left == 1 ? std::string("one repeat each") : std::to_string(left) + " repeats";
}

std::string cases(const PairComparison& pair)
{
    return pair.testPatients > 0 ? text::count(pair.testPatients) + " test patients"
                                 : text::count(pair.testImages) + " test images";
}

/// What the interval does not cover.
constexpr std::string_view kOneRun =
    "One pretraining run per arm; how much retraining alone would change is not covered.";

/// What the interval covers.
std::string coverage(const PairComparison& pair)
{
    return pair.runsPerArm > 1 ? "retraining and " + cases(pair) : cases(pair);
}

std::string method(const PairComparison& pair)
{
    return pair.runsPerArm > 1
               ? "Student's t over pretraining runs, with a paired bootstrap over " + cases(pair)
               : "paired bootstrap over " + cases(pair);
}

bool holdsZero(const ComparisonPoint& point)
{
    return point.low <= 0 && point.high >= 0;
}

/// What the second stage adds to the weights it starts from.
std::string baselineText(const PairComparison& pair, const NoSecondStage& baseline)
{
    return "Without a second stage the original weights scored " + spread(baseline.score, " ± ") +
           " %; P2X minus that " + percent(baseline.difference) + " points, " +
           percent(baseline.low) + " to " + percent(baseline.high) + " over " + coverage(pair) +
           '.';
}

std::string protocolText(const PairComparison& pair)
{
    const specs::ProtocolSpec* spec = specs::protocols().find(pair.protocol);
    const std::string how = spec != nullptr ? spec->phrase : pair.protocol;
    return how + " with " + text::number(100 * pair.fraction) + " % of the labels";
}

std::string passes(double count)
{
    return scores::positionText(count) + (count == 1 ? " pass" : " passes");
}

Json armJson(const ArmPoint& point)
{
    Json json;
    json["mean"] = point.mean;
    json["sd"] = point.values.size() > 1 ? Json(point.sd) : Json();
    json["values"] = point.values;
    json["balanced_accuracy"] = point.balanced;
    return json;
}

/// What is not decided (a class that no test image has) is null.
Json finite(double value)
{
    return std::isfinite(value) ? Json(value) : Json();
}

Json measureJson(const MeasuredDifference& measure)
{
    return Json{{"p1x", finite(measure.p1x)},
                {"p2x", finite(measure.p2x)},
                {"difference", finite(measure.difference)},
                {"ci95", {measure.low, measure.high}}};
}

Json baselineJson(const NoSecondStage& baseline)
{
    Json json = armJson(baseline.score);
    json["name"] = pathToJson(baseline.name);
    json["p2x_minus_it"] = baseline.difference;
    json["ci95"] = {baseline.low, baseline.high};
    json["p_value"] = baseline.pValue;
    return json;
}

Json pointJson(const ComparisonPoint& point)
{
    Json json;
    json["epoch"] = scores::positionJson(point.epoch);
    json["p1x"] = armJson(point.p1x);
    json["p2x"] = armJson(point.p2x);
    json["difference"] = point.difference;
    json["p_value"] = point.pValue;
    json["ci95"] = {point.low, point.high};
    json["measures"] = Json::object();
    for (const MeasuredDifference& measure : point.measures)
        json["measures"][measure.name] = measureJson(measure);
    return json;
}

Json pairJson(const PairComparison& pair)
{
    Json json;
    json["p1x"] = pathToJson(pair.p1x);
    json["p2x"] = pathToJson(pair.p2x);
    json["protocol"] = pair.protocol;
    json["fraction"] = pair.fraction;
    json["chance"] = pair.chance;
    json["images"] = pathToJson(pair.images);
    json["sample"] = pair.sample;
    json["test_images"] = pair.testImages;
    json["test_patients"] = pair.testPatients > 0 ? Json(pair.testPatients) : Json();
    json["pretraining_runs_per_arm"] = pair.runsPerArm;
    json["points"] = Json::array();
    for (const ComparisonPoint& point : pair.points)
        json["points"].push_back(pointJson(point));
    json["no_second_stage"] = pair.noSecondStage ? baselineJson(*pair.noSecondStage) : Json();
    json["not_comparable"] = pair.notComparable.empty() ? Json() : Json(pair.notComparable);
    json["matched"] = pair.differences.empty();
    json["differences"] = pair.differences;
    json["warnings"] = rekindle::toJson(pair.warnings);
    json["sentence"] = sentence(pair);
    return json;
}

std::string latexText(const std::string& raw)
{
    std::string escaped;
    for (const char letter : raw) {
        if (letter == '\\')
            escaped += "\\textbackslash{}";
        else if (letter == '~' || letter == '^')
            escaped += std::string("\\") + letter + "{}";
        else if (std::string_view("%_&#${}").find(letter) != std::string_view::npos)
            escaped += std::string("\\") + letter;
        else
            escaped += letter;
    }
    return escaped;
}

std::string signedPoints(double share)
{
    return (share < 0 ? "$-$" : "+") + percent(share < 0 ? -share : share);
}

std::string withoutStop(std::string sentence)
{
    if (!sentence.empty() && sentence.back() == '.')
        sentence.pop_back();
    return sentence;
}

/// ". <caveat>. <caveat>" or nothing.
std::string caveatText(const PairComparison& pair)
{
    std::string words;
    for (const Warning& caveat : pair.caveats.items())
        words += ". " + withoutStop(describe(caveat));
    return words;
}

std::string latexTable(const PairComparison& pair)
{
    std::string table =
        "\\begin{table}\n\\centering\n\\caption{Accuracy (\\%) by pretraining pass, " +
        latexText(protocolText(pair)) + "; mean $\\pm$ standard deviation over " +
        latexText(repeats(pair, pair.points.back())) +
        ". Interval and $p$: " + latexText(method(pair)) +
        ". Chance, the share of the most frequent class, is " + percent(pair.chance) + "\\,\\%" +
        (pair.runsPerArm > 1 ? std::string()
                             : ". " + std::string(kOneRun.substr(0, kOneRun.size() - 1))) +
        (pair.noSecondStage ? ". " + latexText(withoutStop(baselineText(pair, *pair.noSecondStage)))
                            : std::string()) +
        (pair.sample ? ". Sample images" : "") + latexText(caveatText(pair)) +
        ".}\n\\begin{tabular}{rccccc}\n\\toprule\n"
        "Pass & P1X & P2X & Difference & 95\\,\\% interval & $p$ \\\\\n\\midrule\n";
    for (const ComparisonPoint& point : pair.points) {
        table += scores::positionText(point.epoch) + " & " + spread(point.p1x, " $\\pm$ ") + " & " +
                 spread(point.p2x, " $\\pm$ ") + " & " + signedPoints(point.difference) + " & " +
                 signedPoints(point.low) + " to " + signedPoints(point.high) + " & " +
                 (point.pValue <= 2.0 / kResamples ? "$" + pText(point.pValue) + "$"
                                                   : pText(point.pValue)) +
                 " \\\\\n";
    }
    table += "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
    for (const Warning& warning : pair.warnings.items())
        table += "% " + describe(warning) + '\n';
    return table;
}

figures::AccuracyCurve curve(const PairComparison& pair, figures::Role role)
{
    figures::AccuracyCurve curve;
    const bool second = role == figures::Role::P2x;
    curve.name = second ? "P2X" : "P1X";
    curve.role = role;
    if (pair.runsPerArm > 1)
        curve.over = "pretraining run";
    for (const ComparisonPoint& point : pair.points) {
        const ArmPoint& arm = second ? point.p2x : point.p1x;
        curve.points.push_back(
            {point.epoch, arm.mean, arm.sd, static_cast<int>(arm.values.size())});
    }
    return curve;
}

std::vector<figures::DifferencePoint> differencesOf(const PairComparison& pair)
{
    std::vector<figures::DifferencePoint> points;
    points.reserve(pair.points.size());
    for (const ComparisonPoint& point : pair.points)
        points.push_back({point.epoch, point.difference, point.low, point.high});
    return points;
}

std::optional<figures::AccuracyReference> referenceOf(const PairComparison& pair)
{
    if (!pair.noSecondStage)
        return std::nullopt;
    const ArmPoint& score = pair.noSecondStage->score;
    return figures::AccuracyReference{"No second stage", score.mean, score.sd,
                                      static_cast<int>(score.values.size())};
}

} // namespace

std::string pText(double p)
{
    constexpr double kLeast = 2.0 / kResamples;
    return p <= kLeast ? "< " + text::fixed(kLeast, 3) : text::fixed(p, 3);
}

Json toJson(const Comparison& comparison)
{
    Json json;
    json["pairs"] = Json::array();
    for (const PairComparison& pair : comparison.pairs)
        json["pairs"].push_back(pairJson(pair));
    json["over_seeds"] = Json::array();
    for (const PairComparison& pair : comparison.overSeeds)
        json["over_seeds"].push_back(pairJson(pair));
    json["notes"] = rekindle::toJson(comparison.notes);
    return json;
}

std::string toCsv(const Comparison& comparison)
{
    using figures::csvNumber;
    std::string csv = figures::csvLine({"p1x",
                                        "p2x",
                                        "protocol",
                                        "fraction",
                                        "epoch",
                                        "p1x_mean",
                                        "p1x_sd",
                                        "p1x_repeats",
                                        "p2x_mean",
                                        "p2x_sd",
                                        "p2x_repeats",
                                        "difference",
                                        "low",
                                        "high",
                                        "p_value",
                                        "test_images",
                                        "matched",
                                        "p1x_balanced",
                                        "p2x_balanced",
                                        "chance",
                                        "pretraining_runs_per_arm",
                                        "no_second_stage"});
    for (const PairComparison* listed : comparison.all()) {
        const PairComparison& pair = *listed;
        for (const ComparisonPoint& point : pair.points) {
            const auto sd = [](const ArmPoint& arm) {
                return arm.values.size() > 1 ? csvNumber(arm.sd) : std::string();
            };
            csv += figures::csvLine(
                {pair.p1x,
                 pair.p2x,
                 pair.protocol,
                 csvNumber(pair.fraction),
                 scores::positionText(point.epoch),
                 csvNumber(point.p1x.mean),
                 sd(point.p1x),
                 std::to_string(point.p1x.values.size()),
                 csvNumber(point.p2x.mean),
                 sd(point.p2x),
                 std::to_string(point.p2x.values.size()),
                 csvNumber(point.difference),
                 csvNumber(point.low),
                 csvNumber(point.high),
                 csvNumber(point.pValue),
                 std::to_string(pair.testImages),
                 pair.differences.empty() ? "yes" : "no",
                 csvNumber(point.p1x.balanced),
                 csvNumber(point.p2x.balanced),
                 csvNumber(pair.chance),
                 std::to_string(pair.runsPerArm),
                 pair.noSecondStage ? csvNumber(pair.noSecondStage->score.mean) : std::string()});
        }
    }
    return csv;
}

std::string toLatex(const Comparison& comparison)
{
    std::string latex = "% Needs \\usepackage{booktabs}.\n";
    for (const PairComparison* pair : comparison.all()) {
        if (!pair->points.empty())
            latex += latexTable(*pair);
    }
    return latex;
}

std::string sentence(const PairComparison& pair)
{
    if (!pair.notComparable.empty())
        return pair.notComparable;
    if (pair.trained() == nullptr)
        return "Nothing that was trained was scored on both sides yet.";
    const ComparisonPoint& last = *pair.trained();
    std::string words = "P2X scored " + spread(last.p2x, " ± ") + " % and P1X " +
                        spread(last.p1x, " ± ") + " % after " + passes(last.epoch) + " (" +
                        repeats(pair, last) + "); difference " + percent(last.difference) +
                        " points, 95 % interval " + percent(last.low) + " to " +
                        percent(last.high) + " over " + coverage(pair) + " (p " +
                        (last.pValue <= 2.0 / kResamples ? "" : "= ") + pText(last.pValue) + ").";
    if (holdsZero(last))
        words += " No difference can be shown with these data.";
    words += " Balanced accuracy " + percent(last.p2x.balanced) + " and " +
             percent(last.p1x.balanced) + " %, chance " + percent(pair.chance) + " %.";
    if (pair.noSecondStage)
        words += " " + baselineText(pair, *pair.noSecondStage);
    if (pair.runsPerArm == 1)
        words += " " + std::string(kOneRun);
    return words;
}

figures::Figure comparisonFigure(const PairComparison& pair)
{
    figures::Figure figure =
        figures::accuracyFigure({curve(pair, figures::Role::P1x), curve(pair, figures::Role::P2x)},
                                pair.chance, referenceOf(pair), differencesOf(pair));
    figure.title = "P1X and P2X by pretraining pass";
    figure.caption += " Scored by " + protocolText(pair);
    figure.caption += pair.images.empty() ? "." : " on " + pair.images + ".";
    figure.caption += " P1X starts from random weights, P2X from a checkpoint. " + sentence(pair) +
                      " The interval: " + method(pair) + ".";
    if (pair.sample)
        figure.caption += " Sample images.";
    for (const Warning& caveat : pair.caveats.items())
        figure.caption += " " + describe(caveat);
    figure.summary = sentence(pair);
    for (const Warning& warning : pair.warnings.items())
        figure.notes.push_back(describe(warning));
    figure.provenance = pairJson(pair);
    return figure;
}

} // namespace rekindle::study

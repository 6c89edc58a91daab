#include "app/cli/commands.h"
#include "app/cli/figure_file.h"
#include "core/base/text.h"
#include "core/scores/position.h"
#include "core/storage/atomic_write.h"
#include "core/study/comparison.h"
#include "core/study/study.h"

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> runs;
    std::string figure, csv, latex;
    bool force = false;
};

/// A study stands for its pretraining runs.
Result<std::vector<fs::path>> runsOf(const std::vector<std::string>& names)
{
    std::vector<fs::path> runs;
    for (const std::string& name : names) {
        std::error_code code;
        if (!fs::exists(fs::path(name) / "study.json", code)) {
            runs.emplace_back(name);
            continue;
        }
        RK_TRY(const auto study, study::openStudy(name));
        for (const fs::path& run : study::pretrainingRuns(study))
            runs.push_back(run);
    }
    return runs;
}

/// One study brings its scores of weights as they are.
Result<study::Comparison> compared(const std::vector<std::string>& names)
{
    std::error_code code;
    if (names.size() == 1 && fs::exists(fs::path(names.front()) / "study.json", code)) {
        RK_TRY(const auto study, study::openStudy(names.front()));
        return study::compareStudy(study);
    }
    RK_TRY(const auto runs, runsOf(names));
    return study::compareRuns(runs);
}

/// FILE.pdf for the first comparison (over seeds where there are enough), FILE-2.pdf for the next.
fs::path numbered(const fs::path& file, std::size_t index)
{
    if (index == 0)
        return file;
    return file.parent_path() /
           (file.stem().string() + "-" + std::to_string(index + 1) + file.extension().string());
}

std::string arm(const study::ArmPoint& point)
{
    std::string text = text::fixed(100 * point.mean, 1);
    if (point.values.size() > 1 && point.sd > 0)
        text += " ± " + text::fixed(100 * point.sd, 1);
    return text;
}

/// Of the last point both were trained for.
std::vector<study::MeasuredDifference> lastMeasures(const study::PairComparison& pair)
{
    return pair.trained() != nullptr ? pair.trained()->measures
                                     : std::vector<study::MeasuredDifference>();
}

void showPair(const study::PairComparison& pair, Output& output)
{
    std::vector<std::vector<std::string>> rows{
        {"pass", "P1X %", "P2X %", "difference", "95 % interval", "p"}};
    for (const study::ComparisonPoint& point : pair.points)
        rows.push_back({scores::positionText(point.epoch), arm(point.p1x), arm(point.p2x),
                        text::fixed(100 * point.difference, 1),
                        text::fixed(100 * point.low, 1) + " to " + text::fixed(100 * point.high, 1),
                        study::pText(point.pValue)});
    const std::string who = pair.runsPerArm > 1
                                ? text::count(pair.runsPerArm) + " pairs from different seeds"
                                : pair.p1x + " and " + pair.p2x;
    output.line(who + ", " + pair.protocol + ", " + text::number(100 * pair.fraction) +
                " % of the labels");
    output.table(rows);
    for (const study::MeasuredDifference& measure : lastMeasures(pair))
        output.line("  " + measure.title + ": P1X " + text::fixed(100 * measure.p1x, 1) + ", P2X " +
                    text::fixed(100 * measure.p2x, 1) + ", difference " +
                    text::fixed(100 * measure.difference, 1) + " (" +
                    text::fixed(100 * measure.low, 1) + " to " +
                    text::fixed(100 * measure.high, 1) + ")");
    output.line(study::sentence(pair));
}

Result<void> checkOutputs(const Options& options)
{
    const auto overwrite = options.force ? Overwrite::Allow : Overwrite::Refuse;
    for (const std::string& file : {options.csv, options.latex}) {
        if (!file.empty())
            RK_CHECK(checkOutput(file, overwrite));
    }
    if (!options.figure.empty())
        RK_CHECK(checkFigureFile(options.figure, overwrite));
    return {};
}

Result<void> writeOutputs(const Options& options, const study::Comparison& comparison)
{
    if (!options.csv.empty())
        RK_CHECK(storage::atomicWrite(options.csv, study::toCsv(comparison)));
    if (!options.latex.empty())
        RK_CHECK(storage::atomicWrite(options.latex, study::toLatex(comparison)));
    const auto all = comparison.all();
    for (std::size_t i = 0; !options.figure.empty() && i < all.size(); ++i)
        RK_CHECK(writeFigure(study::comparisonFigure(*all[i]), numbered(options.figure, i)));
    return {};
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_CHECK(checkOutputs(options));
    RK_TRY(const auto comparison, compared(options.runs));
    for (const study::PairComparison* pair : comparison.all()) {
        showPair(*pair, output);
        output.warn(pair->warnings);
    }
    output.warn(comparison.notes);
    RK_CHECK(writeOutputs(options, comparison));
    output.object("rekindle.compare/1", study::toJson(comparison));
    return kDone;
}

} // namespace

void addCompare(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "compare", "P1X against P2X: curves, spread, paired test",
                             "rekindle-cli compare p1x p2x --figure curve.pdf --latex table.tex");
    verb->add_option("runs", options->runs,
                     "Pretraining runs that were scored, scores of bare weights, or a study")
        ->required();
    verb->add_option("--figure", options->figure, "Draw the curves as .pdf, .svg or .png");
    verb->add_option("--csv", options->csv, "Write the numbers here");
    verb->add_option("--latex", options->latex, "Write a table for LaTeX (booktabs) here");
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

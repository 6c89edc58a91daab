#include "app/cli/commands.h"
#include "app/cli/figure_file.h"
#include "app/cli/inspect_figure.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/inspect/first_filters.h"
#include "core/inspect/weight_report.h"
#include "core/inspect/yardsticks.h"
#include "core/storage/atomic_write.h"

#include <cmath>
#include <optional>

namespace rekindle::cli {
namespace {

struct Options {
    std::vector<std::string> checkpoints;
    double deadBelow = 0.1;
    double above = 1.0;
    std::string csv;
    FigureWishes drawing;
    bool force = false;
};

std::string percent(double share)
{
    return text::fixed(100 * share, 1) + " %";
}

void showReport(const inspect::WeightReport& report, Output& output)
{
    std::vector<std::vector<std::string>> rows{
        {"layer", "filters", "norm", "least", "median", "most", "above", "dead"}};
    for (const inspect::LayerReport& layer : report.layers) {
        const inspect::Quantiles norms = inspect::quantiles(layer.filterNorms);
        rows.push_back({layer.name, text::count(layer.filterNorms.size()),
                        text::fixed(layer.layerNorm, 2), text::fixed(norms.min, 3),
                        text::fixed(norms.median, 3), text::fixed(norms.max, 3),
                        text::count(layer.above), text::count(layer.dead.size())});
    }
    output.line(text::shown(report.file));
    output.table(rows);
    output.line(text::count(report.totals.filters, "filter") + ": " +
                percent(report.totals.shareAbove()) + " above " +
                text::number(report.settings.above) + ", " + text::count(report.totals.dead) +
                " dead (" + percent(report.totals.shareDead()) + " below " +
                text::number(report.settings.deadBelow) + ")");
    output.line("for comparison, above 1: " + inspect::yardstickText(inspect::yardsticks(report)) +
                " (random start of this network; the others of a ResNet-50, from the paper)\n");
}

Json withYardsticks(const inspect::WeightReport& report)
{
    Json json = inspect::toJson(report);
    json["yardsticks"] = inspect::toJson(inspect::yardsticks(report));
    return json;
}

/// A file as it is measured, and what only some figures need of it.
struct Inspected {
    inspect::WeightReport report;
    std::optional<inspect::FirstFilters> filters;
    std::filesystem::path file;
};

Result<Inspected> inspectOne(const Options& options, const std::string& file, Output& output)
{
    checkpoint::ReadOptions reading;
    reading.allowNonFinite = true;
    reading.keepDoubles = true;
    reading.anyNetwork = true;
    const inspect::InspectSettings settings{options.deadBelow, options.above};
    Inspected one;
    if (options.drawing.wantsFilters()) {
        RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(file, reading));
        output.warn(checkpoint.warnings);
        RK_TRY(one.report, inspect::inspectCheckpoint(checkpoint, settings));
        RK_TRY(one.filters, inspect::firstFilters(checkpoint.weights, one.report));
        one.file = checkpoint.file;
    } else {
        RK_TRY(auto inspected, inspect::inspectFile(file, reading, settings));
        output.warn(inspected.warnings);
        one.report = std::move(inspected.report);
        one.file = std::move(inspected.file);
    }
    one.report.file = one.file.filename().string();
    return one;
}

Result<std::vector<Inspected>> inspectAll(const Options& options, Output& output)
{
    std::vector<Inspected> all;
    for (const std::string& file : options.checkpoints) {
        RK_TRY(auto one, inspectOne(options, file, output));
        all.push_back(std::move(one));
    }
    return all;
}

Result<void> drawFigure(const Options& options, const std::vector<Inspected>& all)
{
    if (options.drawing.file.empty())
        return {};
    std::vector<DrawnWeights> weights;
    weights.reserve(all.size());
    for (const Inspected& one : all)
        weights.push_back({&one.report, one.filters ? &*one.filters : nullptr, one.file});
    RK_TRY(const auto figure, inspectFigure(options.drawing, weights));
    RK_CHECK(writeFigure(figure, options.drawing.file));
    return {};
}

Result<void> writeCsv(const Options& options, const std::vector<Inspected>& all)
{
    if (options.csv.empty())
        return {};
    std::string csv;
    for (const Inspected& one : all) {
        if (all.size() > 1)
            csv += "# " + text::shown(one.report.file) + "\n";
        csv += inspect::toCsv(one.report);
    }
    return storage::atomicWrite(options.csv, csv);
}

Result<void> checkOptions(const Options& options)
{
    if (!std::isfinite(options.deadBelow) || options.deadBelow < 0 ||
        !std::isfinite(options.above) || options.above <= 0)
        return fail(ErrorKind::Usage, "The thresholds are norms, so positive numbers",
                    "--dead-below", "The paper's are 0.1 and 1.");
    const auto overwrite = options.force ? Overwrite::Allow : Overwrite::Refuse;
    if (!options.csv.empty())
        RK_CHECK(checkOutput(options.csv, overwrite));
    RK_CHECK(checkWishes(options.drawing, options.checkpoints.size()));
    if (!options.drawing.file.empty())
        RK_CHECK(checkFigureFile(options.drawing.file, overwrite));
    return {};
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_CHECK(checkOptions(options));
    RK_TRY(const auto all, inspectAll(options, output));
    RK_CHECK(checkPart(options.drawing, all.front().report));
    RK_CHECK(writeCsv(options, all));
    RK_CHECK(drawFigure(options, all));
    for (const Inspected& one : all)
        showReport(one.report, output);
    if (all.size() == 1) {
        output.object("rekindle.inspect/1", withYardsticks(all.front().report));
    } else {
        Json list = Json::array();
        for (const Inspected& one : all)
            list.push_back(withYardsticks(one.report));
        output.object("rekindle.inspect/1", Json{{"checkpoints", list}});
    }
    return kDone;
}

} // namespace

void addInspect(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(
        program, "inspect", "Norms per layer and filter, dead filters, batch-norm statistics",
        "rekindle-cli inspect before.pth after.safetensors --figure norms.pdf");
    verb->add_option("checkpoints", options->checkpoints, "One or several files")->required();
    verb->add_option("--dead-below", options->deadBelow,
                     "A filter of a smaller norm is dead (0.1)");
    verb->add_option("--above", options->above, "A filter of a larger norm is exploding (1)");
    verb->add_option("--csv", options->csv, "Write a row per filter here");
    addFigureWishes(*verb, options->drawing);
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

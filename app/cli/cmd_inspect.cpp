#include "app/cli/commands.h"
#include "app/cli/figure_file.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/figures/norm_figure.h"
#include "core/inspect/weight_report.h"
#include "core/inspect/yardsticks.h"
#include "core/storage/atomic_write.h"

#include <cmath>

namespace rekindle::cli {
namespace {

struct Options {
    std::vector<std::string> checkpoints;
    double deadBelow = 0.1;
    double above = 1.0;
    std::string layer;
    std::string csv;
    std::string figure;
    bool logarithmic = false;
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

Result<std::vector<inspect::WeightReport>> inspectAll(const Options& options, Output& output)
{
    std::vector<inspect::WeightReport> reports;
    for (const std::string& file : options.checkpoints) {
        checkpoint::ReadOptions reading;
        reading.allowNonFinite = true;
        reading.keepDoubles = true;
        reading.anyNetwork = true;
        RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(file, reading));
        output.warn(checkpoint.warnings);
        RK_TRY(auto report,
               inspect::inspectCheckpoint(checkpoint, {options.deadBelow, options.above}));
        report.file = checkpoint.file.filename().string();
        reports.push_back(std::move(report));
    }
    return reports;
}

Result<void> writeCsv(const Options& options, const std::vector<inspect::WeightReport>& reports)
{
    if (options.csv.empty())
        return {};
    std::string csv;
    for (const inspect::WeightReport& report : reports) {
        if (reports.size() > 1)
            csv += "# " + text::shown(report.file) + "\n";
        csv += inspect::toCsv(report);
    }
    return storage::atomicWrite(options.csv, csv);
}

Result<void> drawFigure(const Options& options, const std::vector<inspect::WeightReport>& reports)
{
    if (options.figure.empty())
        return {};
    constexpr std::array kRoles{figures::Role::Before,        figures::Role::After,
                                figures::Role::NoSecondStage, figures::Role::P2xUnrepaired,
                                figures::Role::RandomStart,   figures::Role::Neutral};
    std::vector<figures::NormInput> inputs;
    for (std::size_t i = 0; i < reports.size(); ++i)
        inputs.push_back({reports[i].file, kRoles[std::min(i, kRoles.size() - 1)], &reports[i]});
    RK_CHECK(writeFigure(figures::normFigure(inputs, options.layer, options.logarithmic),
                         options.figure));
    return {};
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
    if (!options.figure.empty())
        RK_CHECK(checkFigureFile(options.figure, overwrite));
    return {};
}

Result<void> checkLayer(const Options& options, const std::vector<inspect::WeightReport>& reports)
{
    if (options.layer.empty())
        return {};
    for (const inspect::LayerReport& layer : reports.front().layers) {
        if (layer.name == options.layer)
            return {};
    }
    return fail(ErrorKind::Usage, "There is no convolution of this name in " + reports.front().file,
                options.layer, "rekindle-cli inspect without --layer lists them.");
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_CHECK(checkOptions(options));
    RK_TRY(const auto reports, inspectAll(options, output));
    RK_CHECK(checkLayer(options, reports));
    RK_CHECK(writeCsv(options, reports));
    RK_CHECK(drawFigure(options, reports));
    for (const inspect::WeightReport& report : reports)
        showReport(report, output);
    if (reports.size() == 1) {
        output.object("rekindle.inspect/1", withYardsticks(reports.front()));
    } else {
        Json all = Json::array();
        for (const inspect::WeightReport& report : reports)
            all.push_back(withYardsticks(report));
        output.object("rekindle.inspect/1", Json{{"checkpoints", all}});
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
    verb->add_option("--layer", options->layer, "Draw this layer alone");
    verb->add_option("--csv", options->csv, "Write a row per filter here");
    verb->add_option("--figure", options->figure, "Draw the histogram as .pdf, .svg or .png");
    verb->add_flag("--log", options->logarithmic, "Norms on a logarithmic axis");
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

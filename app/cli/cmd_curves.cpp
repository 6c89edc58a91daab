#include "app/cli/commands.h"
#include "app/cli/figure_file.h"
#include "app/cli/setting_values.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/figures/curve_pyramid.h"
#include "core/figures/figure_csv.h"
#include "core/figures/indicator_figure.h"
#include "core/run/loss_check.h"
#include "core/run/metrics_journal.h"
#include "core/run/run_folder.h"
#include "core/storage/atomic_write.h"

#include <algorithm>
#include <array>

namespace rekindle::cli {
namespace {

using figures::Indicator;

struct Options {
    std::vector<std::string> runs;
    std::string curve = "loss";
    int smooth = 1;
    bool logarithmic = false;
    std::string figure, csv;
    bool force = false;
};

/// What a run's journal holds of every indicator.
struct RunCurves {
    std::filesystem::path folder;
    std::string name;
    run::PretrainSettings settings;
    struct Points {
        std::vector<double> epoch, value;
    };
    std::array<Points, figures::kIndicators> curves;
    std::optional<double> uninformed, chance; ///< nats; %

    [[nodiscard]] const Points& of(Indicator indicator) const
    {
        return curves[static_cast<std::size_t>(indicator)];
    }
};

std::optional<double> numberOf(const Json& line, const char* key)
{
    const auto found = line.find(key);
    return found != line.end() && found->is_number() ? std::optional(found->get<double>())
                                                     : std::nullopt;
}

Result<RunCurves> readCurves(const std::string& name)
{
    RunCurves curves;
    RK_TRY(const auto folder, run::RunFolder::open(name));
    RK_TRY(const auto settings, folder.settings());
    const auto* pretrain = std::get_if<run::PretrainSettings>(&settings);
    if (pretrain == nullptr)
        return fail(ErrorKind::Usage, "This is no pretraining run, so it has no curves", name);
    curves.folder = folder.path();
    curves.name = folder.name();
    curves.settings = *pretrain;
    curves.uninformed = run::uninformedLoss(*pretrain);
    RK_TRY(const auto journal, run::readJournal(folder.metricsFile()));
    figures::IndicatorReader reader;
    for (const Json& line : journal.lines) {
        const double epoch = numberOf(line, "epoch").value_or(0);
        for (const auto& [indicator, value] : reader.read(line)) {
            auto& points = curves.curves[static_cast<std::size_t>(indicator)];
            points.epoch.push_back(epoch);
            points.value.push_back(value);
        }
        if (const auto told = numberOf(line, "loss_uninformed"))
            curves.uninformed = told;
        if (const auto told = numberOf(line, "knn_chance"))
            curves.chance = 100 * *told;
    }
    return curves;
}

figures::Role roleOf(run::Arm arm)
{
    return arm == run::Arm::P1x   ? figures::Role::P1x
           : arm == run::Arm::P2x ? figures::Role::P2x
                                  : figures::Role::Neutral;
}

figures::LossCurve drawn(const RunCurves& run, Indicator indicator)
{
    constexpr std::size_t kMostPoints = 2000; ///< more than a page can show
    figures::LossCurve curve;
    curve.name = run.name;
    curve.role = roleOf(run.settings.arm);
    curve.uninformed = indicator == Indicator::Loss         ? run.uninformed
                       : indicator == Indicator::Neighbours ? run.chance
                                                            : std::nullopt;
    figures::CurvePyramid pyramid;
    const auto& points = run.of(indicator);
    for (std::size_t i = 0; i < points.epoch.size(); ++i)
        pyramid.append(points.epoch[i], points.value[i]);
    figures::append(curve, pyramid.stretches(kMostPoints));
    return curve;
}

std::string lastOf(const RunCurves::Points& points)
{
    constexpr int kDecimals = 4;
    return points.value.empty() ? "-" : text::fixed(points.value.back(), kDecimals);
}

void show(const std::vector<RunCurves>& runs, Output& output)
{
    std::vector<std::string> head{"last value"};
    for (const RunCurves& run : runs)
        head.push_back(run.name);
    std::vector<std::vector<std::string>> rows{head};
    for (const Indicator indicator : figures::allIndicators()) {
        const figures::IndicatorText& words = figures::textOf(indicator);
        std::vector<std::string> row{std::string(words.key)};
        if (!words.unit.empty())
            row.front() += " (" + std::string(words.unit) + ")";
        for (const RunCurves& run : runs)
            row.push_back(lastOf(run.of(indicator)));
        rows.push_back(std::move(row));
    }
    output.table(rows);
}

Json toJson(const RunCurves& run)
{
    Json json{{"run", pathToJson(run.folder)}, {"curves", Json::object()}};
    json["loss_uninformed"] = run.uninformed ? Json(*run.uninformed) : Json();
    json["knn_chance"] = run.chance ? Json(*run.chance) : Json();
    for (const Indicator indicator : figures::allIndicators()) {
        const auto& points = run.of(indicator);
        json["curves"][std::string(figures::textOf(indicator).key)] =
            Json{{"unit", figures::textOf(indicator).unit},
                 {"epoch", points.epoch},
                 {"value", points.value}};
    }
    return json;
}

/// Every value of every curve, a row each.
std::string toCsv(const std::vector<RunCurves>& runs)
{
    std::string csv = figures::csvLine({"run", "curve", "epoch", "value"});
    for (const RunCurves& run : runs) {
        for (const Indicator indicator : figures::allIndicators()) {
            const auto& points = run.of(indicator);
            for (std::size_t i = 0; i < points.epoch.size(); ++i)
                csv += figures::csvLine({run.name, std::string(figures::textOf(indicator).key),
                                         figures::csvNumber(points.epoch[i]),
                                         figures::csvNumber(points.value[i])});
        }
    }
    return csv;
}

Result<Exit> run(const Options& options, Output& output)
{
    const auto overwrite = options.force ? Overwrite::Allow : Overwrite::Refuse;
    if (!options.csv.empty())
        RK_CHECK(checkOutput(options.csv, overwrite));
    if (!options.figure.empty())
        RK_CHECK(checkFigureFile(options.figure, overwrite));
    std::vector<RunCurves> runs;
    double passes = 0;
    for (const std::string& name : options.runs) {
        RK_TRY(auto curves, readCurves(name));
        passes = std::max(passes, static_cast<double>(curves.settings.epochs));
        runs.push_back(std::move(curves));
    }
    show(runs, output);
    if (!options.csv.empty())
        RK_CHECK(storage::atomicWrite(options.csv, toCsv(runs)));
    const Indicator indicator = figures::indicatorOf(options.curve).value_or(Indicator::Loss);
    if (!options.figure.empty()) {
        std::vector<figures::LossCurve> curves;
        curves.reserve(runs.size());
        for (const RunCurves& run : runs)
            curves.push_back(drawn(run, indicator));
        auto figure = figures::indicatorFigure(indicator, curves, options.smooth, passes);
        figure.y.logarithmic = options.logarithmic && figures::textOf(indicator).positive;
        RK_CHECK(writeFigure(figure, options.figure));
    }
    Json list = Json::array();
    for (const RunCurves& run : runs)
        list.push_back(toJson(run));
    output.object("rekindle.curves/1", Json{{"runs", list}});
    return kDone;
}

} // namespace

void addCurves(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb =
        addVerb(program, "curves", "What runs told of themselves while they trained",
                "rekindle-cli curves p1x p2x --curve knn --figure knn.pdf --csv curves.csv");
    std::vector<std::string> keys;
    for (const Indicator indicator : figures::allIndicators())
        keys.emplace_back(figures::textOf(indicator).key);
    verb->add_option("runs", options->runs, "Pretraining runs, finished or not")->required();
    verb->add_option("--curve", options->curve, choices(keys))->check(CLI::IsMember(keys));
    verb->add_option("--smooth", options->smooth, "Draw the median of so many points (1)")
        ->check(CLI::Range(1, 100'000));
    verb->add_flag("--log", options->logarithmic, "Draw on a logarithmic axis");
    verb->add_option("--figure", options->figure, "Draw the curve as .pdf, .svg or .png");
    verb->add_option("--csv", options->csv, "Write every value of every curve here");
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

#include "app/cli/inspect_figure.h"

#include "core/figures/arrangement.h"
#include "core/figures/dead_map_figure.h"
#include "core/figures/distribution_figure.h"
#include "core/figures/first_filters_figure.h"
#include "core/figures/layer_map_figure.h"
#include "core/repair/repair.h"
#include "core/study/repair_file.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

namespace rekindle::cli {
namespace {

constexpr std::array kRoles{figures::Role::Laid1, figures::Role::Laid2, figures::Role::Laid3,
                            figures::Role::Laid4, figures::Role::Laid5, figures::Role::Laid6};

figures::HistogramStyle styleOf(const FigureWishes& wishes)
{
    figures::HistogramStyle style;
    style.logarithmicX = wishes.logarithmicX;
    style.logarithmicY = wishes.logarithmicY;
    style.height = wishes.counts    ? figures::Height::Counts
                   : wishes.density ? figures::Height::Density
                                    : figures::Height::Share;
    return style;
}

figures::Arrangement arrangementOf(const FigureWishes& wishes)
{
    return wishes.arrange == "side-by-side" ? figures::Arrangement::SideBySide
           : wishes.arrange == "difference" ? figures::Arrangement::Difference
                                            : figures::Arrangement::Overlay;
}

/// What a repair put into these weights, as its report beside them says.
Result<std::vector<figures::ReplacedFilter>> replacedIn(const std::filesystem::path& weights)
{
    const std::filesystem::path file = study::repairReportFile(weights);
    std::error_code code;
    std::vector<figures::ReplacedFilter> replaced;
    if (!std::filesystem::exists(file, code))
        return replaced;
    RK_TRY(const auto json, readJsonFile(file));
    RK_TRY(const auto report, repair::repairReportFromJson(json, file.string()));
    for (const repair::Replaced& one : report.replaced)
        replaced.push_back({one.layer, one.filter, one.donor, one.norm});
    return replaced;
}

Result<figures::Figure> deadMaps(const std::vector<figures::NormInput>& inputs,
                                 const std::vector<DrawnWeights>& weights)
{
    std::vector<figures::Figure> maps;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        RK_TRY(const auto replaced, replacedIn(weights[i].file));
        maps.push_back(figures::deadMapFigure(inputs[i], replaced));
    }
    return figures::together(std::move(maps), "Dead filters");
}

figures::Figure firstFilters(const std::vector<figures::NormInput>& inputs,
                             const std::vector<DrawnWeights>& weights)
{
    std::vector<figures::Figure> boards;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        boards.push_back(figures::firstFiltersFigure(inputs[i].name, *weights[i].filters,
                                                     inputs[i].report->settings.deadBelow));
    return figures::together(std::move(boards), "First filters");
}

} // namespace

void addFigureWishes(CLI::App& verb, FigureWishes& wishes)
{
    verb.add_option("--figure", wishes.file,
                    "Draw the weights as .pdf, .svg or .png, with the numbers as .csv beside it");
    verb.add_option("--show", wishes.show,
                    "What is drawn: distributions (norms and batch norm, the paper's Figure 1), "
                    "norms, layers (all at once as a map), dead (the dead-filter map) or filters "
                    "(the first layer's as pictures) (distributions)")
        ->check(CLI::IsMember({"distributions", "norms", "layers", "dead", "filters"}));
    verb.add_option("--layer", wishes.part,
                    "Draw this layer alone, or all of a stage or block (layer2, layer2.0)");
    verb.add_option("--arrange", wishes.arrange,
                    "overlay, side-by-side or difference (of the others to the first) (overlay)")
        ->check(CLI::IsMember({"overlay", "side-by-side", "difference"}));
    verb.add_flag("--counts", wishes.counts, "Numbers of filters in place of shares");
    verb.add_flag("--density", wishes.density, "Densities in place of shares");
    verb.add_flag("--log", wishes.logarithmicX, "Norms on a logarithmic axis");
    verb.add_flag("--log-y", wishes.logarithmicY, "Heights on a logarithmic axis");
}

Result<void> checkWishes(const FigureWishes& wishes, std::size_t weights)
{
    if (wishes.counts && wishes.density)
        return fail(ErrorKind::Usage, "Heights are counts or densities, not both", "--density");
    if (!wishes.file.empty() && weights > figures::kMostLaidOver)
        return fail(ErrorKind::Usage,
                    "A figure shows up to " + std::to_string(figures::kMostLaidOver) +
                        " checkpoints, so that they can be told apart",
                    "--figure", "Draw two figures.");
    return {};
}

Result<void> checkPart(const FigureWishes& wishes, const inspect::WeightReport& report)
{
    const auto in = [&](const inspect::LayerReport& layer) {
        return layer.name == wishes.part || layer.name.starts_with(wishes.part + '.');
    };
    if (wishes.part.empty() || std::any_of(report.layers.begin(), report.layers.end(), in))
        return {};
    return fail(ErrorKind::Usage, "There is no convolution of this name in " + report.file,
                wishes.part, "rekindle-cli inspect without --layer lists them.");
}

Result<figures::Figure> inspectFigure(const FigureWishes& wishes,
                                      const std::vector<DrawnWeights>& weights)
{
    std::vector<figures::NormInput> inputs;
    for (std::size_t i = 0; i < weights.size(); ++i)
        inputs.push_back(
            {weights[i].report->file, kRoles[std::min(i, kRoles.size() - 1)], weights[i].report});
    if (wishes.show == "dead")
        return deadMaps(inputs, weights);
    if (wishes.show == "filters")
        return firstFilters(inputs, weights);
    const auto figure = wishes.show == "layers"
                            ? figures::layerMapFigure(inputs, wishes.logarithmicX)
                        : wishes.show == "norms"
                            ? figures::normFigure(inputs, wishes.part, styleOf(wishes))
                            : figures::distributionFigure(inputs, wishes.part, styleOf(wishes));
    return figures::arranged(figure, arrangementOf(wishes));
}

} // namespace rekindle::cli

#include "widgets/panels/inspect_drawing.h"

#include "core/figures/dead_map_figure.h"
#include "core/figures/distribution_figure.h"
#include "core/figures/first_filters_figure.h"
#include "core/figures/layer_map_figure.h"
#include "widgets/bridge/qt_text.h"

#include <algorithm>
#include <array>

namespace rekindle::panels {
namespace {

using bridge::utf8;

constexpr std::array kLaid{figures::Role::Laid1, figures::Role::Laid2, figures::Role::Laid3,
                           figures::Role::Laid4, figures::Role::Laid5, figures::Role::Laid6};

/// One alone and two are what a repair is about, and have its colours.
figures::Role roleOf(std::size_t place, std::size_t count)
{
    if (count == 1)
        return figures::Role::After;
    if (count == 2)
        return place == 0 ? figures::Role::Before : figures::Role::After;
    return kLaid[std::min(place, kLaid.size() - 1)];
}

std::vector<figures::NormInput> inputsOf(const InspectDrawing& drawing)
{
    std::vector<figures::NormInput> inputs;
    for (const InspectDrawing::Weights& one : drawing.weights)
        inputs.push_back(
            {utf8(one.name), roleOf(inputs.size(), drawing.weights.size()), one.report.get()});
    return inputs;
}

/// Of all weights, since what a repair replaced is in the repaired ones.
figures::Figure deadMaps(const InspectDrawing& drawing)
{
    std::vector<figures::Figure> maps;
    const auto inputs = inputsOf(drawing);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        std::vector<figures::ReplacedFilter> replaced;
        if (const auto& repair = drawing.weights[i].facts->repair) {
            for (const repair::Replaced& one : repair->replaced)
                replaced.push_back({one.layer, one.filter, one.donor, one.norm});
        }
        maps.push_back(figures::deadMapFigure(inputs[i], replaced));
    }
    return figures::together(std::move(maps), "Dead filters");
}

figures::Figure firstFilters(const InspectDrawing& drawing)
{
    std::vector<figures::Figure> boards;
    for (const InspectDrawing::Weights& one : drawing.weights) {
        if (const auto& filters = one.facts->firstFilters)
            boards.push_back(
                figures::firstFiltersFigure(utf8(one.name), *filters, drawing.deadBelow));
    }
    return boards.empty() ? figures::Figure{}
                          : figures::together(std::move(boards), "First filters");
}

} // namespace

figures::Figure figureOf(const InspectDrawing& drawing)
{
    if (drawing.view == u"dead")
        return deadMaps(drawing);
    if (drawing.view == u"filters")
        return firstFilters(drawing);
    const auto inputs = inputsOf(drawing);
    const std::string part = utf8(drawing.part);
    const auto figure = drawing.view == u"layers"
                            ? figures::layerMapFigure(inputs, drawing.style.logarithmicX)
                        : drawing.view == u"distributions"
                            ? figures::distributionFigure(inputs, part, drawing.style)
                            : figures::normFigure(inputs, part, drawing.style);
    return figures::arranged(figure, drawing.arrangement);
}

} // namespace rekindle::panels

#include "core/figures/layer_map_figure.h"

#include "core/base/text.h"
#include "core/inspect/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rekindle::figures {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<double> edgesOf(const std::vector<NormInput>& inputs, bool logarithmic)
{
    std::vector<std::vector<double>> rows;
    for (const NormInput& input : inputs) {
        std::vector<double> norms;
        for (const inspect::LayerReport& layer : input.report->layers)
            norms.insert(norms.end(), layer.filterNorms.begin(), layer.filterNorms.end());
        rows.push_back(std::move(norms));
    }
    return inspect::sharedEdges(rows, logarithmic);
}

Strip stripOf(const inspect::LayerReport& layer, const std::vector<double>& edges)
{
    Strip strip;
    strip.name = layer.name;
    strip.edges = edges;
    const auto all = static_cast<double>(layer.filterNorms.size());
    for (const double count : inspect::makeHistogram(layer.filterNorms, edges).counts)
        strip.values.push_back(count > 0 ? 100 * count / all : kNone);
    return strip;
}

Figure mapOf(const NormInput& input, const std::vector<double>& edges, bool logarithmic)
{
    Figure map;
    map.id = "layers";
    map.title = input.name;
    map.x = {"Filter norm", "", logarithmic, edges.front(), edges.back()};
    map.y = {"Layer", "", false, 0, 0};
    map.colours.label = "Share of the layer's filters";
    map.colours.unit = "%";
    for (const inspect::LayerReport& layer : input.report->layers) {
        map.strips.push_back(stripOf(layer, edges));
        for (const double value : map.strips.back().values)
            map.colours.max = std::max(map.colours.max, std::isnan(value) ? 0 : value);
    }
    const inspect::InspectSettings& limits = input.report->settings;
    map.markers = {{limits.deadBelow, true, "", "dead"}, {limits.above, true, ""}};
    return map;
}

/// "SimCLR: loudest in layer4.2.conv3 (median 1.9), quietest in conv1 (median 0.4)"
std::string factsOf(const NormInput& input)
{
    const inspect::LayerReport *least = nullptr, *most = nullptr;
    double low = 0, high = 0;
    for (const inspect::LayerReport& layer : input.report->layers) {
        const double median = inspect::quantiles(layer.filterNorms).median;
        if (least == nullptr || median < low) {
            least = &layer;
            low = median;
        }
        if (most == nullptr || median > high) {
            most = &layer;
            high = median;
        }
    }
    if (least == nullptr)
        return input.name + ": no layers";
    return input.name + ": longest filters in " + most->name + " (median " + text::fixed(high, 2) +
           "), shortest in " + least->name + " (median " + text::fixed(low, 2) + ")";
}

} // namespace

Figure layerMapFigure(const std::vector<NormInput>& inputs, bool logarithmic)
{
    std::vector<NormInput> usable = inputs;
    std::erase_if(usable, [](const NormInput& input) {
        return input.report == nullptr || input.report->layers.empty();
    });
    Figure figure;
    figure.id = "layers";
    figure.title = "Filter norms, layer by layer";
    if (usable.empty()) {
        figure.summary = "There is nothing to show.";
        return figure;
    }
    const std::vector<double> edges = edgesOf(usable, logarithmic);
    double most = 1;
    std::vector<std::string> facts;
    Json weights = Json::array();
    for (const NormInput& input : usable) {
        figure.panels.push_back(mapOf(input, edges, logarithmic));
        most = std::max(most, figure.panels.back().colours.max);
        facts.push_back(factsOf(input));
        weights.push_back(Json{{"name", input.name}});
    }
    for (Figure& panel : figure.panels)
        panel.colours.max = most;
    figure.summary =
        "A row for each layer, norms from left to right. " + text::join(facts, "; ") + ".";
    figure.caption = "Frobenius norms of the filters of every layer: a row a layer in forward "
                     "order, as colour the share of the layer's filters at this norm. " +
                     text::join(facts, "; ") + ".";
    figure.provenance = Json{{"weights", weights}};
    return figure;
}

} // namespace rekindle::figures

#include "core/figures/norm_figure.h"

#include "core/base/text.h"
#include "core/figures/histogram_rows.h"

#include <algorithm>

namespace rekindle::figures {
namespace {

double share(const std::vector<double>& values, auto&& condition)
{
    const auto count = std::count_if(values.begin(), values.end(), condition);
    return 100.0 * static_cast<double>(count) / static_cast<double>(values.size());
}

std::string percent(double value)
{
    return text::fixed(value, 1) + " %";
}

/// "SimCLR: 256 filters, 95.9 % above 1, 1.0 % dead (below 0.1)"
std::string factsOf(const HistogramRow& row)
{
    const inspect::InspectSettings& limits = row.input->report->settings;
    const double above = share(row.values, [&](double norm) { return norm > limits.above; });
    const double dead = share(row.values, [&](double norm) { return norm < limits.deadBelow; });
    return row.input->name + ": " + text::count(row.values.size()) + " filters, " + percent(above) +
           " above " + text::number(limits.above) + ", " + percent(dead) + " dead (below " +
           text::number(limits.deadBelow) + ")";
}

Json provenanceOf(const std::vector<HistogramRow>& rows, const std::string& part)
{
    Json weights = Json::array();
    for (const HistogramRow& row : rows)
        weights.push_back(Json{{"name", row.input->name}, {"filters", row.values.size()}});
    const inspect::InspectSettings& limits = rows.front().input->report->settings;
    return Json{{"layer", part.empty() ? Json() : Json(part)},
                {"weights", weights},
                {"dead_below", limits.deadBelow},
                {"above", limits.above}};
}

} // namespace

Figure normFigure(const std::vector<NormInput>& inputs, const std::string& part,
                  const HistogramStyle& style)
{
    const bool whole = part.empty(), layer = !whole && isLayer(inputs, part);
    Figure figure;
    figure.id = "norms";
    figure.title = whole   ? "Filter norms, all layers"
                   : layer ? "Filter norms, " + part
                           : "Filter norms, all layers of " + part;
    figure.x = {"Frobenius norm of a filter", "", style.logarithmicX, 0, 0};
    figure.y = {"Share of filters", "%", style.logarithmicY, 0, 0};
    const auto rows = usableRows(inputs, Measure::FilterNorm, part, style.logarithmicX, figure);
    if (rows.empty()) {
        figure.summary = "There is nothing to show.";
        return figure;
    }
    addHistograms(rows, style, figure);
    if (!style.logarithmicX)
        figure.x.max = figure.series.front().x.back();

    std::vector<std::string> facts;
    facts.reserve(rows.size());
    for (const HistogramRow& row : rows)
        facts.push_back(factsOf(row));
    const inspect::InspectSettings& limits = rows.front().input->report->settings;
    figure.markers = {
        {limits.deadBelow, true, "dead below " + text::number(limits.deadBelow), "dead"},
        {limits.above, true, "exploding above " + text::number(limits.above)}};
    const std::string where = whole   ? "all convolutions"
                              : layer ? "layer " + part
                                      : "all convolutions of " + part;
    const std::string height = style.height == Height::Counts    ? "as counts. "
                               : style.height == Height::Density ? "as density. "
                                                                 : "as share of each network's "
                                                                   "filters. ";
    figure.caption = "Distribution of the Frobenius norms of the filters of " + where + ", " +
                     height + text::join(facts, "; ") +
                     ". Vertical lines mark the thresholds for dead and exploding filters.";
    figure.summary = "Filter norms of " + where + ". " + text::join(facts, "; ") + ".";
    figure.provenance = provenanceOf(rows, part);
    return figure;
}

} // namespace rekindle::figures

#include "core/figures/norm_figure.h"

#include "core/base/text.h"
#include "core/inspect/histogram.h"

#include <algorithm>
#include <cmath>

namespace rekindle::figures {
namespace {

/// What of one set of weights goes into the histogram.
struct Row {
    const NormInput* input = nullptr;
    std::vector<double> norms;
};

std::vector<double> normsOf(const inspect::WeightReport& report, const std::string& layer)
{
    std::vector<double> norms;
    for (const inspect::LayerReport& entry : report.layers) {
        if (layer.empty() || entry.name == layer)
            norms.insert(norms.end(), entry.filterNorms.begin(), entry.filterNorms.end());
    }
    return norms;
}

double share(const std::vector<double>& values, auto&& condition)
{
    const auto count = std::count_if(values.begin(), values.end(), condition);
    return 100.0 * static_cast<double>(count) / static_cast<double>(values.size());
}

/// Centres of the bins with an empty bin before and behind, so that the steps begin and end at
/// zero. On a logarithmic axis the middle is the geometric one.
Series histogramSeries(const Row& row, const std::vector<double>& edges, bool logarithmic)
{
    const inspect::Histogram histogram = inspect::makeHistogram(row.norms, edges);
    const auto map = [&](double edge) { return logarithmic ? std::log(edge) : edge; };
    const auto unmap = [&](double place) { return logarithmic ? std::exp(place) : place; };
    const std::size_t bins = edges.size() - 1;
    const double first = map(edges[1]) - map(edges[0]);
    const double last = map(edges[bins]) - map(edges[bins - 1]);

    Series series;
    series.name = row.input->name;
    series.role = row.input->role;
    series.shape = Shape::Steps;
    series.x.push_back(unmap(map(edges[0]) - first / 2));
    series.y.push_back(0);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        series.x.push_back(unmap((map(edges[bin]) + map(edges[bin + 1])) / 2));
        series.y.push_back(100.0 * histogram.counts[bin] / static_cast<double>(row.norms.size()));
    }
    series.x.push_back(unmap(map(edges[bins]) + last / 2));
    series.y.push_back(0);
    return series;
}

std::string percent(double value)
{
    return text::fixed(value, 1) + " %";
}

/// "SimCLR: 256 filters, 95.9 % above 1, 1.0 % dead (below 0.1)"
std::string factsOf(const Row& row)
{
    const inspect::InspectSettings& limits = row.input->report->settings;
    const double above = share(row.norms, [&](double norm) { return norm > limits.above; });
    const double dead = share(row.norms, [&](double norm) { return norm < limits.deadBelow; });
    return row.input->name + ": " + text::count(row.norms.size()) + " filters, " + percent(above) +
           " above " + text::number(limits.above) + ", " + percent(dead) + " dead (below " +
           text::number(limits.deadBelow) + ")";
}

std::vector<Row> usableRows(const std::vector<NormInput>& inputs, const std::string& layer,
                            bool logarithmic, Figure& figure)
{
    std::vector<Row> rows;
    for (const NormInput& input : inputs) {
        if (input.report == nullptr)
            continue;
        Row row{&input, normsOf(*input.report, layer)};
        if (row.norms.empty()) {
            figure.notes.push_back(input.name + " has no layer " + layer + " and is not shown.");
            continue;
        }
        std::erase_if(row.norms, [](double norm) { return !std::isfinite(norm); });
        if (logarithmic) {
            const auto zeros = std::erase_if(row.norms, [](double norm) { return norm <= 0; });
            if (zeros > 0)
                figure.notes.push_back(input.name + ": " + text::count(zeros) +
                                       " filters have norm 0 and no place on this axis.");
        }
        if (!row.norms.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

Json provenanceOf(const std::vector<Row>& rows, const std::string& layer)
{
    Json weights = Json::array();
    for (const Row& row : rows)
        weights.push_back(Json{{"name", row.input->name}, {"filters", row.norms.size()}});
    const inspect::InspectSettings& limits = rows.front().input->report->settings;
    return Json{{"layer", layer.empty() ? Json() : Json(layer)},
                {"weights", weights},
                {"dead_below", limits.deadBelow},
                {"above", limits.above}};
}

} // namespace

Figure normFigure(const std::vector<NormInput>& inputs, const std::string& layer, bool logarithmic)
{
    Figure figure;
    figure.id = "norms";
    figure.title = layer.empty() ? "Filter norms, all layers" : "Filter norms, " + layer;
    figure.x = {"Frobenius norm of a filter", "", logarithmic, 0, 0};
    figure.y = {"Share of filters", "%", false, 0, 0};
    std::vector<Row> rows = usableRows(inputs, layer, logarithmic, figure);
    if (rows.empty()) {
        figure.summary = "There is nothing to show.";
        return figure;
    }

    std::vector<std::vector<double>> values;
    values.reserve(rows.size());
    for (const Row& row : rows)
        values.push_back(row.norms);
    std::vector<double> edges = inspect::sharedEdges(values, logarithmic);
    if (edges.size() < 2)
        edges = {edges.empty() ? 0.0 : edges.front(), edges.empty() ? 1.0 : edges.front() + 1.0};
    std::vector<std::string> facts;
    for (const Row& row : rows) {
        Series series = histogramSeries(row, edges, logarithmic);
        series.filled = figure.series.empty();
        figure.series.push_back(std::move(series));
        facts.push_back(factsOf(row));
    }
    if (!logarithmic)
        figure.x.max = figure.series.front().x.back();

    const inspect::InspectSettings& limits = rows.front().input->report->settings;
    figure.markers = {{limits.deadBelow, true, "dead below " + text::number(limits.deadBelow)},
                      {limits.above, true, "exploding above " + text::number(limits.above)}};
    const std::string where = layer.empty() ? "all convolutions" : "layer " + layer;
    figure.caption = "Distribution of the Frobenius norms of the filters of " + where +
                     ", as share of each network's filters. " + text::join(facts, "; ") +
                     ". Vertical lines mark the thresholds for dead and exploding filters.";
    figure.summary = "Filter norms of " + where + ". " + text::join(facts, "; ") + ".";
    figure.provenance = provenanceOf(rows, layer);
    return figure;
}

} // namespace rekindle::figures

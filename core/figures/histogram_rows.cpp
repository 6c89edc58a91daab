#include "core/figures/histogram_rows.h"

#include "core/base/text.h"
#include "core/inspect/histogram.h"

#include <algorithm>
#include <cmath>

namespace rekindle::figures {
namespace {

std::vector<double> valuesOf(const inspect::LayerReport& layer, Measure measure)
{
    switch (measure) {
    case Measure::FilterNorm:
        return layer.filterNorms;
    case Measure::Gamma:
        return layer.normValues.gamma;
    case Measure::Beta:
        return layer.normValues.beta;
    case Measure::Mean:
        return layer.normValues.mean;
    case Measure::Variance:
        return layer.normValues.var;
    }
    return {};
}

double heightOf(double count, double all, double width, Height height)
{
    switch (height) {
    case Height::Counts:
        return count;
    case Height::Density:
        return count / all / width;
    case Height::Share:
        break;
    }
    return 100.0 * count / all;
}

Axis heightAxis(const HistogramStyle& style)
{
    switch (style.height) {
    case Height::Counts:
        return {"Filters", "", style.logarithmicY, 0, 0};
    case Height::Density:
        return {style.logarithmicX ? "Density by factor of ten" : "Density", "", style.logarithmicY,
                0, 0};
    case Height::Share:
        break;
    }
    return {"Share of filters", "%", style.logarithmicY, 0, 0};
}

/// Centres of the bins with an empty bin before and behind, so that the steps begin and end at
/// zero. On a logarithmic axis the middle is the geometric one.
Series histogramSeries(const HistogramRow& row, const std::vector<double>& edges,
                       const HistogramStyle& style)
{
    const inspect::Histogram histogram = inspect::makeHistogram(row.values, edges);
    const bool logarithmic = style.logarithmicX;
    const auto map = [&](double edge) { return logarithmic ? std::log10(edge) : edge; };
    const auto unmap = [&](double place) { return logarithmic ? std::pow(10.0, place) : place; };
    const std::size_t bins = edges.size() - 1;
    const double first = map(edges[1]) - map(edges[0]);
    const double last = map(edges[bins]) - map(edges[bins - 1]);
    const auto all = static_cast<double>(row.values.size());

    Series series;
    series.name = row.input->name;
    series.role = row.input->role;
    series.shape = Shape::Steps;
    series.x.push_back(unmap(map(edges[0]) - first / 2));
    series.y.push_back(0);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double low = map(edges[bin]), high = map(edges[bin + 1]);
        series.x.push_back(unmap((low + high) / 2));
        series.y.push_back(heightOf(histogram.counts[bin], all, high - low, style.height));
    }
    series.x.push_back(unmap(map(edges[bins]) + last / 2));
    series.y.push_back(0);
    return series;
}

} // namespace

bool isIn(const std::string& layer, const std::string& part)
{
    return part.empty() || layer == part || layer.starts_with(part + '.');
}

bool isLayer(const std::vector<NormInput>& inputs, const std::string& part)
{
    return std::any_of(inputs.begin(), inputs.end(), [&](const NormInput& input) {
        return input.report != nullptr &&
               std::any_of(input.report->layers.begin(), input.report->layers.end(),
                           [&](const inspect::LayerReport& layer) { return layer.name == part; });
    });
}

std::vector<HistogramRow> usableRows(const std::vector<NormInput>& inputs, Measure measure,
                                     const std::string& part, bool logarithmic, Figure& figure)
{
    std::vector<HistogramRow> rows;
    for (const NormInput& input : inputs) {
        if (input.report == nullptr)
            continue;
        HistogramRow row{&input, {}};
        bool known = false;
        for (const inspect::LayerReport& layer : input.report->layers) {
            if (!isIn(layer.name, part))
                continue;
            known = true;
            const auto values = valuesOf(layer, measure);
            row.values.insert(row.values.end(), values.begin(), values.end());
        }
        std::erase_if(row.values, [](double value) { return !std::isfinite(value); });
        if (row.values.empty()) {
            if (!known)
                figure.notes.push_back(input.name + " has no layer " + part + " and is not shown.");
            else
                figure.notes.push_back(input.name + " keeps no " + measureName(measure) + ".");
            continue;
        }
        if (logarithmic) {
            const auto none = std::erase_if(row.values, [](double value) { return value <= 0; });
            if (none > 0)
                figure.notes.push_back(input.name + ": " + text::count(none) +
                                       (none == 1 ? " filter has " : " filters have ") +
                                       measureName(measure) +
                                       " 0 or less and no place on this axis.");
        }
        if (!row.values.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

void addHistograms(const std::vector<HistogramRow>& rows, const HistogramStyle& style,
                   Figure& figure)
{
    std::vector<std::vector<double>> values;
    values.reserve(rows.size());
    for (const HistogramRow& row : rows)
        values.push_back(row.values);
    std::vector<double> edges = inspect::sharedEdges(values, style.logarithmicX);
    if (edges.size() < 2)
        edges = {edges.empty() ? 0.0 : edges.front(), edges.empty() ? 1.0 : edges.front() + 1.0};
    figure.y = heightAxis(style);
    for (const HistogramRow& row : rows) {
        Series series = histogramSeries(row, edges, style);
        series.filled = figure.series.empty();
        figure.series.push_back(std::move(series));
    }
}

} // namespace rekindle::figures

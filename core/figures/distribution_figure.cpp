#include "core/figures/distribution_figure.h"

#include "core/base/text.h"
#include "core/figures/histogram_rows.h"

#include <algorithm>
#include <array>

namespace rekindle::figures {
namespace {

constexpr std::array kMeasures{Measure::FilterNorm, Measure::Gamma, Measure::Beta, Measure::Mean,
                               Measure::Variance};

/// Over a panel, and under it.
std::string titleOf(Measure measure)
{
    switch (measure) {
    case Measure::FilterNorm:
        return "Filter norm";
    case Measure::Gamma:
        return "BN γ";
    case Measure::Beta:
        return "BN β";
    case Measure::Mean:
        return "BN running mean";
    case Measure::Variance:
        return "BN running variance";
    }
    return {};
}

bool hasBothSigns(Measure measure)
{
    return measure == Measure::Beta || measure == Measure::Mean;
}

/// "SimCLR 1.32"
std::string medianOf(const HistogramRow& row)
{
    return row.input->name + " " + text::fixed(inspect::quantiles(row.values).median, 3);
}

Figure panelOf(const std::vector<NormInput>& inputs, Measure measure, const std::string& part,
               HistogramStyle style)
{
    style.logarithmicX = style.logarithmicX && !hasBothSigns(measure);
    Figure panel;
    panel.id = "distribution";
    panel.title = titleOf(measure);
    panel.x = {titleOf(measure), "", style.logarithmicX, 0, 0};
    const auto rows = usableRows(inputs, measure, part, style.logarithmicX, panel);
    if (rows.empty())
        return panel;
    addHistograms(rows, style, panel);
    if (measure == Measure::FilterNorm) {
        const inspect::InspectSettings& limits = rows.front().input->report->settings;
        panel.markers = {{limits.deadBelow, true, "", "dead"}, {limits.above, true, ""}};
    }
    std::vector<std::string> medians;
    medians.reserve(rows.size());
    for (const HistogramRow& row : rows)
        medians.push_back(medianOf(row));
    panel.summary = "Median " + measureName(measure) + ": " + text::join(medians, ", ") + ".";
    return panel;
}

} // namespace

std::string measureName(Measure measure)
{
    switch (measure) {
    case Measure::FilterNorm:
        return "filter norm";
    case Measure::Gamma:
        return "batch-norm γ";
    case Measure::Beta:
        return "batch-norm β";
    case Measure::Mean:
        return "running mean";
    case Measure::Variance:
        return "running variance";
    }
    return {};
}

Figure distributionFigure(const std::vector<NormInput>& inputs, const std::string& part,
                          const HistogramStyle& style)
{
    Figure figure;
    figure.id = "distributions";
    const std::string where = part.empty() ? "all convolutions" : part;
    figure.title = "Weights and batch norm, " + where;
    std::vector<std::string> medians;
    for (const Measure measure : kMeasures) {
        Figure panel = panelOf(inputs, measure, part, style);
        for (std::string& note : panel.notes) {
            if (std::find(figure.notes.begin(), figure.notes.end(), note) == figure.notes.end())
                figure.notes.push_back(note);
        }
        panel.notes.clear();
        if (panel.series.empty())
            continue;
        medians.push_back(panel.summary);
        figure.panels.push_back(std::move(panel));
    }
    if (figure.panels.empty()) {
        figure.summary = "There is nothing to show.";
        return figure;
    }
    if (style.logarithmicX)
        figure.notes.emplace_back("β and running mean have both signs and stay on a linear axis.");
    figure.summary = "Distributions over the filters of " + where + ". " + text::join(medians, " ");
    figure.caption =
        "Distribution of the filters' Frobenius norms and of what batch norm keeps of each filter, "
        "over " +
        where + ", on bins that the weights share. " + text::join(medians, " ") +
        " Vertical lines at the norms below which a filter is dead and above which it is "
        "exploding.";
    Json weights = Json::array();
    for (const NormInput& input : inputs)
        weights.push_back(Json{{"name", input.name}});
    figure.provenance = Json{{"part", part.empty() ? Json() : Json(part)}, {"weights", weights}};
    return figure;
}

} // namespace rekindle::figures

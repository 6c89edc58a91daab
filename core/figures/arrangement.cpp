#include "core/figures/arrangement.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rekindle::figures {
namespace {

/// Ends of the axes that hold all series, so that panels compare.
void fixAxes(Figure& figure)
{
    double left = std::numeric_limits<double>::infinity(), right = -left, top = 0;
    double least = left;
    for (const Series& series : figure.series) {
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            if (figure.x.logarithmic && series.x[i] <= 0)
                continue;
            left = std::min(left, series.x[i]);
            right = std::max(right, series.x[i]);
            top = std::max(top, series.y[i]);
            if (series.y[i] > 0)
                least = std::min(least, series.y[i]);
        }
    }
    if (!figure.x.logarithmic && figure.id == "norms")
        left = 0;
    for (const Marker& marker : figure.markers) {
        if (marker.vertical && (!figure.x.logarithmic || marker.value > 0)) {
            left = std::min(left, marker.value);
            right = std::max(right, marker.value);
        }
    }
    if (left < right) {
        figure.x.min = left;
        figure.x.max = right;
    }
    if (top > 0) {
        figure.y.min = figure.y.logarithmic ? least / 1.5 : 0;
        figure.y.max = top * (figure.y.logarithmic ? 1.5 : 1.22);
    }
}

/// One panel a series, with the axes of all.
std::vector<Figure> apart(Figure figure, const std::string& measure)
{
    fixAxes(figure);
    std::vector<Figure> panels;
    for (const Series& series : figure.series) {
        Figure panel = figure;
        panel.title = measure.empty() ? series.name : series.name + ", " + measure;
        panel.series = {series};
        panel.notes.clear();
        panel.panels.clear();
        panels.push_back(std::move(panel));
    }
    return panels;
}

bool sameBins(const Series& one, const Series& other)
{
    return one.x == other.x && one.y.size() == other.y.size();
}

/// Changes a figure of series; false where there is nothing to subtract.
bool subtractFirst(Figure& figure)
{
    if (figure.series.size() < 2)
        return false;
    const Series first = figure.series.front();
    std::vector<Series> differences;
    for (std::size_t i = 1; i < figure.series.size(); ++i) {
        Series series = figure.series[i];
        if (!sameBins(series, first))
            return false;
        for (std::size_t place = 0; place < series.y.size(); ++place)
            series.y[place] -= first.y[place];
        series.name += " less " + first.name;
        series.filled = false;
        differences.push_back(std::move(series));
    }
    figure.series = std::move(differences);
    figure.y.label = "Difference: " + figure.y.label;
    figure.y.logarithmic = false;
    figure.y.min = figure.y.max = 0;
    figure.markers.push_back({0, false, ""});
    return true;
}

bool sameCells(const Figure& one, const Figure& other)
{
    return one.strips.size() == other.strips.size() &&
           std::equal(one.strips.begin(), one.strips.end(), other.strips.begin(),
                      [](const Strip& a, const Strip& b) {
                          return a.name == b.name && a.edges == b.edges;
                      });
}

/// The second map less the first.
Figure subtractMaps(const Figure& figure)
{
    const Figure &before = figure.panels[0], &after = figure.panels[1];
    Figure panel = after;
    double most = 0;
    for (std::size_t row = 0; row < panel.strips.size(); ++row) {
        Strip& strip = panel.strips[row];
        strip.notes.clear();
        strip.marks.clear();
        for (std::size_t cell = 0; cell < strip.values.size(); ++cell) {
            const double was = before.strips[row].values[cell];
            double& value = strip.values[cell];
            const bool nothing = std::isnan(was) && std::isnan(value);
            value = (std::isnan(value) ? 0 : value) - (std::isnan(was) ? 0 : was);
            most = std::max(most, std::abs(value));
            if (nothing)
                value = std::numeric_limits<double>::quiet_NaN();
        }
    }
    most = most > 0 ? most : 1;
    panel.colours.label = "Difference: " + panel.colours.label;
    panel.colours.min = -most;
    panel.colours.max = most;
    panel.colours.logarithmic = false;
    panel.colours.palette = Palette::Difference;
    panel.title = after.title + " less " + before.title;
    Figure whole = figure;
    whole.panels = {std::move(panel)};
    return whole;
}

} // namespace

Figure sideBySide(const Figure& figure)
{
    Figure whole = figure;
    whole.series.clear();
    whole.markers.clear();
    whole.panels.clear();
    if (figure.panels.empty()) {
        if (figure.series.size() < 2)
            return figure;
        whole.panels = apart(figure, {});
        whole.columns = static_cast<int>(std::min<std::size_t>(whole.panels.size(), 3));
        return whole;
    }
    std::size_t most = 0;
    for (const Figure& panel : figure.panels) {
        if (panel.series.empty())
            return figure;
        most = std::max(most, panel.series.size());
    }
    if (most < 2)
        return figure;
    // A measure a row; where one of the weights keeps it not, its place stays empty.
    const Figure& widest = *std::max_element(
        figure.panels.begin(), figure.panels.end(),
        [](const Figure& a, const Figure& b) { return a.series.size() < b.series.size(); });
    for (const Figure& panel : figure.panels) {
        std::vector<Figure> parts = apart(panel, panel.title);
        for (const Series& series : widest.series) {
            const auto at = std::find_if(parts.begin(), parts.end(), [&](const Figure& part) {
                return part.series.front().name == series.name;
            });
            Figure none = panel;
            none.title = series.name + ", " + panel.title;
            none.series.clear();
            whole.panels.push_back(at != parts.end() ? *at : none);
        }
    }
    whole.columns = static_cast<int>(most);
    return whole;
}

Figure differenceOf(const Figure& figure)
{
    Figure whole = figure;
    if (figure.panels.empty()) {
        if (!subtractFirst(whole))
            return figure;
        whole.title += ", difference";
        return whole;
    }
    if (figure.panels.size() >= 2 && !figure.panels[0].strips.empty() &&
        sameCells(figure.panels[0], figure.panels[1]))
        return subtractMaps(figure);
    std::vector<Figure> panels;
    for (Figure panel : figure.panels) {
        if (subtractFirst(panel))
            panels.push_back(std::move(panel));
    }
    if (panels.empty())
        return figure;
    whole.title += ", difference";
    whole.panels = std::move(panels);
    return whole;
}

Figure together(std::vector<Figure> figures, const std::string& title)
{
    if (figures.size() == 1)
        return std::move(figures.front());
    Figure whole;
    whole.title = title;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    Json provenance = Json::array();
    for (const Figure& figure : figures) {
        whole.id = figure.id;
        whole.caption += (whole.caption.empty() ? "" : " ") + figure.caption;
        whole.summary += (whole.summary.empty() ? "" : " ") + figure.summary;
        provenance.push_back(figure.provenance);
        if (figure.strips.empty())
            continue;
        low = std::min(low, figure.colours.min);
        high = std::max(high, figure.colours.max);
    }
    whole.provenance = Json{{"panels", std::move(provenance)}};
    for (Figure& figure : figures) {
        for (std::string& note : figure.notes) {
            if (std::find(whole.notes.begin(), whole.notes.end(), note) == whole.notes.end())
                whole.notes.push_back(std::move(note));
        }
        figure.notes.clear();
        if (!figure.strips.empty()) {
            figure.colours.min = low;
            figure.colours.max = high;
        }
    }
    whole.panels = std::move(figures);
    return whole;
}

Figure arranged(const Figure& figure, Arrangement arrangement)
{
    switch (arrangement) {
    case Arrangement::SideBySide:
        return sideBySide(figure);
    case Arrangement::Difference:
        return differenceOf(figure);
    case Arrangement::Overlay:
        break;
    }
    return figure;
}

} // namespace rekindle::figures

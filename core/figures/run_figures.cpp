#include "core/figures/run_figures.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace rekindle::figures {
namespace {

/// Running median over up to `window` values that end at each place: nothing of the future enters.
std::vector<double> runningMedian(const std::vector<double>& values, int window)
{
    std::vector<double> smooth;
    smooth.reserve(values.size());
    const auto width = static_cast<std::ptrdiff_t>(std::max(window, 1));
    for (std::ptrdiff_t i = 0; i < std::ssize(values); ++i) {
        const auto begin = values.begin() + std::max<std::ptrdiff_t>(0, i + 1 - width);
        std::vector<double> recent;
        std::copy_if(begin, values.begin() + i + 1, std::back_inserter(recent),
                     [](double value) { return std::isfinite(value); });
        if (recent.empty()) {
            smooth.push_back(values[static_cast<std::size_t>(i)]);
            continue;
        }
        std::sort(recent.begin(), recent.end());
        const std::size_t middle = recent.size() / 2;
        smooth.push_back(recent.size() % 2 == 1 ? recent[middle]
                                                : (recent[middle - 1] + recent[middle]) / 2);
    }
    return smooth;
}

/// A line at the loss of a network that tells nothing, once for curves that share it, and a word
/// where the curve stands above it.
void tellUninformed(const LossCurve& curve, const Series& series, Figure& figure)
{
    if (!curve.uninformed)
        return;
    const double value = *curve.uninformed;
    const bool known = std::any_of(figure.markers.begin(), figure.markers.end(),
                                   [&](const Marker& marker) { return marker.value == value; });
    if (!known)
        figure.markers.push_back({value, false, "nothing learned " + text::fixed(value, 2)});
    if (!series.y.empty() && series.y.back() >= value)
        figure.notes.push_back(curve.name + " stands at " + text::fixed(series.y.back(), 2) +
                               ", above the " + text::fixed(value, 2) +
                               " of a network that tells no image from another.");
}

/// The marks of a curve at `passes`, on the curve.
void addSigns(const Series& curve, const std::vector<double>& passes, Sign sign,
              std::string_view what, Figure& figure)
{
    Series marks;
    marks.name = curve.name + ", " + std::string(what);
    marks.role = curve.role;
    marks.shape = Shape::Points;
    marks.sign = sign;
    for (const double pass : passes) {
        const auto place = std::lower_bound(curve.x.begin(), curve.x.end(), pass - 1e-9);
        if (place == curve.x.end())
            continue;
        marks.x.push_back(pass);
        marks.y.push_back(curve.y[static_cast<std::size_t>(place - curve.x.begin())]);
    }
    if (!marks.x.empty())
        figure.series.push_back(std::move(marks));
}

std::string passesText(double count)
{
    return text::number(count) + (count == 1 ? " pass" : " passes");
}

std::string percent(double share)
{
    return text::fixed(100 * share, 1);
}

std::string withSpread(const AccuracyPoint& point)
{
    return point.n > 1 ? percent(point.mean) + " ± " + percent(point.sd) + " %"
                       : percent(point.mean) + " %";
}

Series accuracySeries(const AccuracyCurve& curve)
{
    Series series;
    series.name = curve.name;
    series.role = curve.role;
    const bool spread = std::any_of(curve.points.begin(), curve.points.end(),
                                    [](const AccuracyPoint& point) { return point.n > 1; });
    for (const AccuracyPoint& point : curve.points) {
        series.x.push_back(point.epoch);
        series.y.push_back(100 * point.mean);
        if (spread) {
            const double half = point.n > 1 ? point.sd : 0;
            series.low.push_back(100 * (point.mean - half));
            series.high.push_back(100 * (point.mean + half));
        }
    }
    return series;
}

/// Chance is a line where that leaves the curves most of the height, else words at the edge.
Marker chanceMarker(double chance, const std::vector<Series>& series)
{
    constexpr double kFar = 0.25; ///< of the height that the data need
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Series& one : series) {
        for (const auto* row : {&one.y, &one.low, &one.high}) {
            for (const double value : *row) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    const double value = 100 * chance;
    const double away = std::max(low - value, value - high);
    const double height = std::max(high - low, 1.0);
    const bool beyond = low <= high && away > kFar * height;
    return {value, false, "chance " + percent(chance) + " %", {}, beyond};
}

Figure differenceChart(const std::vector<DifferencePoint>& points, const Axis& x)
{
    Figure panel;
    panel.x = x;
    panel.y = {"P2X − P1X", "points", false, 0, 0};
    panel.markers.push_back({0, false, {}});
    Series series;
    series.name = "P2X − P1X";
    series.role = Role::Difference;
    for (const DifferencePoint& point : points) {
        series.x.push_back(point.epoch);
        series.y.push_back(100 * point.difference);
        series.low.push_back(100 * point.low);
        series.high.push_back(100 * point.high);
    }
    panel.series.push_back(std::move(series));
    return panel;
}

/// A level line over all passes of the curves.
Series referenceSeries(const AccuracyReference& reference, const std::vector<AccuracyCurve>& curves)
{
    double last = 0;
    for (const AccuracyCurve& curve : curves)
        for (const AccuracyPoint& point : curve.points)
            last = std::max(last, point.epoch);
    Series series;
    series.name = reference.name;
    series.role = Role::NoSecondStage;
    series.shape = Shape::Level;
    series.x = {0, last};
    series.y = {100 * reference.mean, 100 * reference.mean};
    return series;
}

std::string repeatsText(const std::vector<AccuracyCurve>& curves)
{
    int least = 0, most = 0;
    for (const AccuracyCurve& curve : curves) {
        for (const AccuracyPoint& point : curve.points) {
            least = least == 0 ? point.n : std::min(least, point.n);
            most = std::max(most, point.n);
        }
    }
    if (most <= 1)
        return "Each point is one run, so no spread can be given.";
    const std::string count = least == most ? std::to_string(most)
                                            : std::to_string(least) + " to " + std::to_string(most);
    const std::string& over = curves.front().over;
    return "Points are means over " + count + ' ' + over + "s, bars one standard deviation.";
}

} // namespace

void append(LossCurve& curve, const std::vector<CurveStretch>& stretches)
{
    for (const CurveStretch& stretch : stretches) {
        if (!std::isfinite(stretch.mean))
            continue;
        curve.epoch.push_back(stretch.x);
        curve.loss.push_back(stretch.mean);
        curve.low.push_back(stretch.min);
        curve.high.push_back(stretch.max);
    }
}

Figure lossFigure(const std::vector<LossCurve>& curves, int window, double passes)
{
    Figure figure;
    figure.id = "loss";
    figure.title = "Pretraining loss";
    figure.x = {"Pass", "", false, 0, passes};
    figure.namesAtEnds = true;
    figure.y = {"Loss", "nats", false, 0, 0};
    std::vector<std::string> facts;
    bool band = false;
    for (const LossCurve& curve : curves) {
        Series series;
        series.name = curve.name;
        series.role = curve.role;
        series.ends = Ends::Band;
        series.x = curve.epoch;
        series.y = runningMedian(curve.loss, window);
        const std::size_t count = std::min(series.x.size(), series.y.size());
        series.x.resize(count);
        series.y.resize(count);
        if (curve.low.size() == count && curve.high.size() == count) {
            series.low = curve.low;
            series.high = curve.high;
            band = true;
        }
        if (count > 0)
            facts.push_back(curve.name + " went from " + text::fixed(series.y.front(), 3) + " to " +
                            text::fixed(series.y.back(), 3) + " after " +
                            text::fixed(series.x.back(), 1) + " passes");
        tellUninformed(curve, series, figure);
        figure.series.push_back(std::move(series));
    }
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const Series line = figure.series[i];
        addSigns(line, curves[i].kept, Sign::Kept, "weights kept", figure);
        addSigns(line, curves[i].wentOn, Sign::WentOn, "went on", figure);
    }
    figure.caption = "Pretraining loss by pass over the images";
    figure.caption += window > 1 ? ", running median over " + std::to_string(window) + " steps. "
                                 : ", step by step. ";
    if (band)
        figure.caption += "The thin line is each step, or a band from the least to the greatest "
                          "loss of the steps that are drawn as one point. ";
    figure.caption += "Losses can be compared within one method, batch and temperature only, and "
                      "a lower loss does not by itself mean better features.";
    if (!figure.markers.empty())
        figure.caption += " The level line is the loss of a network that tells no image from "
                          "another.";
    figure.summary = facts.empty() ? "There is no loss yet." : text::join(facts, "; ") + ".";
    figure.provenance = Json{{"smoothing", window > 1 ? "running median" : "none"},
                             {"window_steps", std::max(window, 1)}};
    return figure;
}

Figure accuracyFigure(const std::vector<AccuracyCurve>& curves, double chance,
                      const std::optional<AccuracyReference>& reference,
                      const std::vector<DifferencePoint>& differences)
{
    Figure figure;
    figure.id = "accuracy";
    figure.title = "Accuracy by pretraining pass";
    figure.x = {"Pretraining pass", "", false, 0, 0};
    figure.y = {"Accuracy", "%", false, 0, 0};
    figure.namesAtEnds = true;
    if (!differences.empty())
        figure.below = std::make_shared<const Figure>(differenceChart(differences, figure.x));
    std::vector<std::string> facts;
    for (const AccuracyCurve& curve : curves) {
        figure.series.push_back(accuracySeries(curve));
        if (!curve.points.empty())
            facts.push_back(curve.name + " " + withSpread(curve.points.back()) + " after " +
                            passesText(curve.points.back().epoch));
    }
    if (reference) {
        figure.series.push_back(referenceSeries(*reference, curves));
        facts.push_back(reference->name + " " +
                        withSpread({0, reference->mean, reference->sd, reference->n}));
    }
    if (chance > 0)
        figure.markers.push_back(chanceMarker(chance, figure.series));
    figure.caption = "Accuracy on the test images by pretraining pass. " + repeatsText(curves);
    if (reference)
        figure.caption += " The level line is " + reference->name +
                          ": the original weights scored as they are (" +
                          text::count(static_cast<std::uint64_t>(reference->n), "repeat") + ").";
    if (!differences.empty())
        figure.caption += " Below: P2X minus P1X at each pass with its 95 % interval.";
    if (chance > 0)
        figure.caption +=
            (figure.markers.back().beyond
                 ? " Chance, what always naming the most frequent class scores, is " +
                       percent(chance) + " %."
                 : std::string(" The horizontal line is chance: what always naming the most "
                               "frequent class scores."));
    figure.summary = facts.empty() ? "Nothing has been scored yet."
                                   : "Accuracy: " + text::join(facts, ", ") + ".";
    return figure;
}

} // namespace rekindle::figures

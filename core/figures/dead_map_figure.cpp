#include "core/figures/dead_map_figure.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace rekindle::figures {
namespace {

using Replacements = std::map<std::int64_t, const ReplacedFilter*>;

std::string noteOf(std::int64_t filter, double norm, bool dead, const ReplacedFilter* replaced)
{
    std::string note = "filter " + std::to_string(filter) + ": norm " + text::fixed(norm, 3) +
                       (dead ? ", dead" : "");
    if (replaced != nullptr)
        note += (replaced->donor < 0
                     ? std::string(", replaced by a new random filter")
                     : ", replaced by a copy of filter " + std::to_string(replaced->donor)) +
                " (norm before " + text::fixed(replaced->normBefore, 3) + ")";
    return note;
}

Strip stripOf(const inspect::LayerReport& layer, double deadBelow, const Replacements& replaced)
{
    std::vector<std::size_t> order(layer.filterNorms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // What is not a number stands last.
    const auto key = [&](std::size_t filter) {
        const double norm = layer.filterNorms[filter];
        return std::isnan(norm) ? HUGE_VAL : norm;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    Strip strip;
    strip.name = layer.name;
    const auto all = static_cast<double>(order.size());
    strip.edges.push_back(0);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto filter = static_cast<std::int64_t>(order[place]);
        const double norm = layer.filterNorms[order[place]];
        const auto at = replaced.find(filter);
        const ReplacedFilter* by = at == replaced.end() ? nullptr : at->second;
        const bool dead = norm < deadBelow;
        strip.edges.push_back(100 * static_cast<double>(place + 1) / all);
        strip.values.push_back(norm);
        strip.marks.push_back(dead            ? CellMark::Dead
                              : by != nullptr ? CellMark::Replaced
                                              : CellMark::None);
        strip.notes.push_back(noteOf(filter, norm, dead, by));
    }
    return strip;
}

/// Colours between the smallest norm that is above 0, though no deeper than a hundredth of the
/// threshold, and the largest.
void fitColours(Figure& figure, double deadBelow)
{
    const double floor = deadBelow > 0 ? deadBelow / 100 : 1e-6;
    double low = HUGE_VAL, high = 0;
    for (const Strip& strip : figure.strips) {
        for (const double value : strip.values) {
            if (!std::isfinite(value))
                continue;
            low = std::min(low, std::max(value, floor));
            high = std::max(high, value);
        }
    }
    figure.colours.label = "Frobenius norm of a filter";
    figure.colours.logarithmic = true;
    figure.colours.min = std::isfinite(low) ? low : floor;
    figure.colours.max = high > figure.colours.min ? high : figure.colours.min * 10;
}

} // namespace

Figure deadMapFigure(const NormInput& input, const std::vector<ReplacedFilter>& replaced)
{
    Figure figure;
    figure.id = "dead";
    figure.title = "Dead filters, " + input.name;
    figure.x = {"Filters, shortest first", "%", false, 0, 100};
    figure.y = {"Layer", "", false, 0, 0};
    if (input.report == nullptr || input.report->layers.empty()) {
        figure.summary = "There is nothing to show.";
        return figure;
    }
    std::map<std::string, Replacements> byLayer;
    for (const ReplacedFilter& one : replaced)
        byLayer[one.layer][one.filter] = &one;
    const inspect::WeightReport& report = *input.report;
    std::vector<std::string> worst;
    for (const inspect::LayerReport& layer : report.layers) {
        figure.strips.push_back(stripOf(layer, report.settings.deadBelow, byLayer[layer.name]));
        if (!layer.dead.empty())
            worst.push_back(layer.name + " " + text::count(layer.dead.size()));
    }
    fitColours(figure, report.settings.deadBelow);
    constexpr std::size_t kNamed = 5;
    const std::string where =
        worst.empty()
            ? std::string()
            : " (" +
                  text::join({worst.begin(), worst.begin() + static_cast<std::ptrdiff_t>(
                                                                 std::min(kNamed, worst.size()))},
                             ", ") +
                  (worst.size() > kNamed ? ", …)" : ")");
    const std::string facts = text::count(report.totals.dead) + " of " +
                              text::count(report.totals.filters, "filter") + " dead, below " +
                              text::number(report.settings.deadBelow) + where + "; " +
                              text::count(replaced.size()) + " replaced by a repair";
    figure.summary = "A strip for each layer, filters from short to long. " + facts + ".";
    figure.caption = "Dead-filter map of " + input.name +
                     ": a strip a layer in forward order, its filters from the shortest to the "
                     "longest, as colour their Frobenius norm. " +
                     facts +
                     ". Marks: a red line for dead filters, half a green one for replaced ones.";
    figure.notes.push_back(facts + ". Red line: dead. Half a green line: replaced.");
    figure.provenance = Json{{"weights", input.name}, {"dead_below", report.settings.deadBelow}};
    return figure;
}

} // namespace rekindle::figures

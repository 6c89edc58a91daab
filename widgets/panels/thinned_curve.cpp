#include "widgets/panels/thinned_curve.h"

#include "core/run/loss_check.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace rekindle::panels {
namespace {

using Stretches = std::vector<figures::CurveStretch>;

constexpr std::size_t kMostPoints = 1000;
constexpr std::size_t kMostBeside = 200; ///< on either side of what is shown
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The part that is shown finely, the rest as it needs to be when it is dragged into view.
Stretches stretchesOf(const bridge::RunHistory& curves, const LiveView& view)
{
    const auto indicator = view.indicator;
    const auto& part = view.part;
    if (!part)
        return curves.stretches(indicator, kMostPoints);
    Stretches all =
        curves.stretches(indicator, -kInfinity, std::nextafter(part->low, -kInfinity), kMostBeside);
    const Stretches shown = curves.stretches(indicator, part->low, part->high, kMostPoints);
    const Stretches after =
        curves.stretches(indicator, std::nextafter(part->high, kInfinity), kInfinity, kMostBeside);
    all.insert(all.end(), shown.begin(), shown.end());
    all.insert(all.end(), after.begin(), after.end());
    return all;
}

/// The loss of a network that tells nothing; what chance scores, where it is neighbours.
std::optional<double> uninformedOf(const bridge::RunView& run,
                                   const run::PretrainSettings* settings,
                                   figures::Indicator indicator)
{
    if (const auto told = run.curve->uninformed(indicator))
        return told;
    const bool fromSettings = settings != nullptr && indicator == figures::Indicator::Loss;
    return fromSettings ? run::uninformedLoss(*settings) : std::nullopt;
}

figures::LossCurve curveOf(const bridge::RunView& run, const LiveView& view)
{
    figures::LossCurve curve;
    curve.name = run.label;
    curve.role = run.arm == run::Arm::P1x   ? figures::Role::P1x
                 : run.arm == run::Arm::P2x ? figures::Role::P2x
                                            : figures::Role::Neutral;
    const auto* settings =
        run.settings ? std::get_if<run::PretrainSettings>(&*run.settings) : nullptr;
    curve.uninformed = uninformedOf(run, settings, view.indicator);
    if (run.status.steps > 0) {
        const double perStep =
            static_cast<double>(run.status.epochs) / static_cast<double>(run.status.steps);
        for (const std::int64_t step : run.wentOnAt)
            curve.wentOn.push_back(static_cast<double>(step) * perStep);
    }
    for (const std::int64_t pass : run.snapshots) {
        if (pass > 0)
            curve.kept.push_back(static_cast<double>(pass));
    }
    figures::append(curve, stretchesOf(*run.curve, view));
    return curve;
}

} // namespace

figures::Figure liveFigure(const std::vector<const bridge::RunView*>& runs, const LiveView& view)
{
    std::vector<figures::LossCurve> curves;
    double passes = 0;
    for (const bridge::RunView* run : runs) {
        if (!run->curve || !run->curve->has(view.indicator))
            continue;
        curves.push_back(curveOf(*run, view));
        passes = std::max(passes, static_cast<double>(run->status.epochs));
    }
    if (curves.empty())
        return {};
    auto figure = figures::indicatorFigure(view.indicator, curves, view.window, passes);
    figure.y.logarithmic = view.logarithmic && figures::textOf(view.indicator).positive;
    return figure;
}

} // namespace rekindle::panels

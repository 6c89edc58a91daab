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
constexpr int kWindow = 9;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The part that is shown finely, the rest as it needs to be when it is dragged into view.
Stretches stretchesOf(const bridge::LossHistory& curve, const std::optional<CurvePart>& part)
{
    if (!part)
        return curve.stretches(kMostPoints);
    Stretches all = curve.stretches(-kInfinity, std::nextafter(part->low, -kInfinity), kMostBeside);
    const Stretches shown = curve.stretches(part->low, part->high, kMostPoints);
    const Stretches after =
        curve.stretches(std::nextafter(part->high, kInfinity), kInfinity, kMostBeside);
    all.insert(all.end(), shown.begin(), shown.end());
    all.insert(all.end(), after.begin(), after.end());
    return all;
}

figures::LossCurve curveOf(const bridge::RunView& run, const std::optional<CurvePart>& part)
{
    figures::LossCurve curve;
    curve.name = run.label;
    curve.role = run.arm == run::Arm::P1x   ? figures::Role::P1x
                 : run.arm == run::Arm::P2x ? figures::Role::P2x
                                            : figures::Role::Neutral;
    if (const auto* settings =
            run.settings ? std::get_if<run::PretrainSettings>(&*run.settings) : nullptr)
        curve.uninformed = run::uninformedLoss(*settings);
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
    for (const figures::CurveStretch& stretch : stretchesOf(*run.curve, part)) {
        if (!std::isfinite(stretch.mean))
            continue;
        curve.epoch.push_back(stretch.x);
        curve.loss.push_back(stretch.mean);
        curve.low.push_back(stretch.min);
        curve.high.push_back(stretch.max);
    }
    return curve;
}

} // namespace

figures::Figure liveLossFigure(const std::vector<const bridge::RunView*>& runs,
                               const std::optional<CurvePart>& part)
{
    std::vector<figures::LossCurve> curves;
    double passes = 0;
    for (const bridge::RunView* run : runs) {
        if (!run->curve || run->points == 0)
            continue;
        curves.push_back(curveOf(*run, part));
        passes = std::max(passes, static_cast<double>(run->status.epochs));
    }
    if (curves.empty())
        return {};
    return figures::lossFigure(curves, kWindow, passes);
}

} // namespace rekindle::panels

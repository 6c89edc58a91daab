#include "widgets/panels/thinned_curve.h"

#include <cmath>

namespace rekindle::panels {
namespace {

constexpr std::size_t kMostPoints = 2000;
constexpr std::size_t kSmoothAbove = 200;
constexpr int kWindow = 9;

figures::LossCurve curveOf(const bridge::RunView& run)
{
    figures::LossCurve curve;
    curve.name = run.label;
    curve.role = run.arm == run::Arm::P1x   ? figures::Role::P1x
                 : run.arm == run::Arm::P2x ? figures::Role::P2x
                                            : figures::Role::Neutral;
    const auto& points = *run.points;
    const std::size_t stretch = (points.loss.size() + kMostPoints - 1) / kMostPoints;
    for (std::size_t start = 0; start < points.loss.size(); start += stretch) {
        double sum = 0;
        std::size_t count = 0;
        const std::size_t end = std::min(start + stretch, points.loss.size());
        for (std::size_t i = start; i < end; ++i) {
            if (std::isfinite(points.loss[i])) {
                sum += points.loss[i];
                ++count;
            }
        }
        if (count > 0) {
            curve.epoch.push_back(points.epoch[end - 1]);
            curve.loss.push_back(sum / static_cast<double>(count));
        }
    }
    return curve;
}

} // namespace

figures::Figure liveLossFigure(const std::vector<const bridge::RunView*>& runs)
{
    std::vector<figures::LossCurve> curves;
    std::size_t longest = 0;
    for (const bridge::RunView* run : runs) {
        if (!run->points || run->points->loss.empty())
            continue;
        curves.push_back(curveOf(*run));
        longest = std::max(longest, curves.back().loss.size());
    }
    if (curves.empty())
        return {};
    return figures::lossFigure(curves, longest > kSmoothAbove ? kWindow : 1);
}

} // namespace rekindle::panels

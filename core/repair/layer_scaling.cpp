#include "core/repair/layer_scaling.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace rekindle::repair {
namespace {

/// Below this the evaluation output has visibly changed (half a per cent; recipes 4 b).
constexpr double kVisibleGain = 0.995;

void apply(ConvNorm& layer, std::size_t k, const ChannelScaling& scaling)
{
    const auto times = [](float& value, double factor) {
        value = static_cast<float>(static_cast<double>(value) * factor);
    };
    if (scaling.weight != 1.0) {
        for (float& value : layer.filter(k))
            times(value, scaling.weight);
    }
    times(layer.mean[k], scaling.mean);
    times(layer.var[k], scaling.var);
    times(layer.gamma[k], scaling.gamma);
}

} // namespace

ChannelScaling channelScaling(ScaleRule rule, EpsMode eps, double s, double var, double epsilon)
{
    const double root = 1.0 / std::sqrt(s);
    ChannelScaling scaling;
    switch (rule) {
    case ScaleRule::Paper: {
        // y keeps its size but for epsilon, which counts s^2 times as much beside var / s^2.
        const double kappa = std::sqrt((var + epsilon * s * s) / (var + epsilon));
        const bool exact = eps == EpsMode::Exact;
        scaling = {root,
                   root,
                   1.0 / (s * s),
                   exact ? root * kappa : root,
                   exact ? 1.0 : 1.0 / kappa,
                   exact ? root * kappa : root};
        break;
    }
    case ScaleRule::Canonical: {
        const double kappa = std::sqrt((var + epsilon * s) / (var + epsilon));
        const bool exact = eps == EpsMode::Exact;
        scaling = {root,
                   root,
                   1.0 / s,
                   exact ? kappa : 1.0,
                   exact ? 1.0 : 1.0 / kappa,
                   exact ? kappa : 1.0};
        break;
    }
    case ScaleRule::GammaOnly:
        scaling = {1.0, 1.0, 1.0, root, root, root};
        break;
    }
    return scaling;
}

void scaleLayer(ConvNorm& layer, const inspect::LayerReport& measured, double epsilon,
                const RepairSettings& settings, RepairReport& report)
{
    if (settings.scale == ScaleScope::None)
        return;
    const bool wholeLayer = settings.scale == ScaleScope::Layer;
    Scaled layerDone{measured.name, -1, measured.layerNorm, 1.0, 1.0};
    for (std::size_t k = 0; k < layer.filters; ++k) {
        const double s = wholeLayer ? measured.layerNorm : measured.filterNorms[k];
        if (!(s > settings.scaleAbove))
            continue;
        const ChannelScaling scaling = channelScaling(settings.rule, settings.eps, s,
                                                      static_cast<double>(layer.var[k]), epsilon);
        apply(layer, k, scaling);
        if (wholeLayer) {
            layerDone.evalGain = std::min(layerDone.evalGain, scaling.evalGain);
            layerDone.trainGain =
                k == 0 ? scaling.trainGain : std::min(layerDone.trainGain, scaling.trainGain);
        } else {
            report.scaled.push_back({measured.name, static_cast<std::int64_t>(k), s,
                                     scaling.evalGain, scaling.trainGain});
        }
    }
    if (wholeLayer && measured.layerNorm > settings.scaleAbove)
        report.scaled.push_back(layerDone);
}

void warnOfEpsilon(RepairReport& report)
{
    if (report.settings.rule == ScaleRule::GammaOnly)
        return;
    const Scaled* worst = nullptr;
    std::set<std::string_view> layers;
    for (const Scaled& scaled : report.scaled) {
        if (scaled.evalGain >= kVisibleGain)
            continue;
        layers.insert(scaled.layer);
        if (worst == nullptr || scaled.evalGain < worst->evalGain)
            worst = &scaled;
    }
    if (worst == nullptr)
        return;
    report.warnings.add(
        "epsilon_counts",
        "In " + std::to_string(layers.size()) + (layers.size() == 1 ? " layer" : " layers") +
            " a running variance is so small that batch norm's epsilon counts: a channel of " +
            worst->layer + " keeps only " + text::fixed(100.0 * worst->evalGain, 1) +
            " % of its answer. The exact rule (--eps exact) avoids this.");
}

} // namespace rekindle::repair

#include "core/repair/repair.h"

#include "core/repair/filter_replacement.h"
#include "core/repair/layer_scaling.h"

#include <algorithm>
#include <cmath>

namespace rekindle::repair {
namespace {

Result<void> refuseNonFinite(const inspect::WeightReport& report)
{
    for (const inspect::LayerReport& layer : report.layers) {
        if (!std::isfinite(layer.layerNorm))
            return fail(ErrorKind::Damaged, "This layer holds values that are not numbers",
                        layer.name, "Use another checkpoint; this one is damaged.");
        if (!layer.var || !(layer.var->min >= 0.0) || !std::isfinite(layer.var->max))
            return fail(ErrorKind::Damaged, "The running variance of this layer cannot be one",
                        layer.norm, "Use another checkpoint; this one is damaged.");
    }
    return {};
}

Result<void> check(const RepairSettings& settings)
{
    if (!(settings.deadBelow >= 0.0) || !std::isfinite(settings.deadBelow))
        return fail(ErrorKind::Usage, "The threshold for dead filters must not be negative",
                    "dead_below");
    if (!(settings.scaleAbove > 0.0) || !std::isfinite(settings.scaleAbove))
        return fail(ErrorKind::Usage, "The threshold for scaling must be above 0", "scale_above");
    return {};
}

/// Which layers are left alone. Kind Usage for a name that no layer has.
Result<std::vector<bool>> exceptions(const std::vector<weights::ConvLayer>& layers,
                                     const RepairSettings& settings)
{
    std::vector<bool> left(layers.size(), false);
    for (const std::string& name : settings.except) {
        const auto found = std::find_if(layers.begin(), layers.end(),
                                        [&](const auto& layer) { return layer.conv == name; });
        if (found == layers.end())
            return fail(ErrorKind::Usage, "There is no convolution of this name in the network",
                        name, "rekindle-cli inspect lists them.");
        left[static_cast<std::size_t>(found - layers.begin())] = true;
    }
    return left;
}

} // namespace

Result<Repaired> repairWeights(const checkpoint::Checkpoint& checkpoint,
                               const RepairSettings& settings)
{
    RK_CHECK(check(settings));
    const inspect::InspectSettings limits{settings.deadBelow, 1.0};
    const auto& architecture = checkpoint.architecture;
    RK_TRY(const auto before, inspect::inspectWeights(checkpoint.weights, architecture, limits));
    RK_CHECK(refuseNonFinite(before));

    Repaired repaired;
    repaired.report.settings = settings;
    repaired.report.before = before.totals;
    repaired.report.input = checkpoint.file.filename().string();
    const auto origin = checkpoint.metadata.find("rekindle.origin");
    if (origin != checkpoint.metadata.end() && origin->second.starts_with("repaired from "))
        repaired.report.warnings.add("repaired_twice",
                                     "These weights are repaired already; this repair comes on top",
                                     repaired.report.input);
    repaired.replaced = checkpoint.weights;
    const auto layers = weights::convLayers(architecture);
    RK_TRY(const auto left, exceptions(layers, settings));
    for (std::size_t place = 0; place < layers.size(); ++place) {
        if (left[place])
            continue;
        RK_TRY(auto layer, convNorm(repaired.replaced, layers[place]));
        replaceDeadFilters(layer, before.layers[place], place, checkpoint.method, settings,
                           repaired.report);
    }

    // Scaling follows the norms as they are after replacement (recipes 5, #5 and #7).
    RK_TRY(const auto between, inspect::inspectWeights(repaired.replaced, architecture, limits));
    repaired.weights = repaired.replaced;
    for (std::size_t place = 0; place < layers.size(); ++place) {
        if (left[place])
            continue;
        RK_TRY(auto layer, convNorm(repaired.weights, layers[place]));
        scaleLayer(layer, between.layers[place], checkpoint.conventions.bnEps, settings,
                   repaired.report);
    }
    warnOfEpsilon(repaired.report);
    if (settings.rule == ScaleRule::GammaOnly && !repaired.report.scaled.empty())
        repaired.report.warnings.add("answers_change",
                                     "This rule changes what the network answers in "
                                     "evaluation; it is meant for comparisons.");
    RK_TRY(const auto after, inspect::inspectWeights(repaired.weights, architecture, limits));
    repaired.report.after = after.totals;
    return repaired;
}

} // namespace rekindle::repair

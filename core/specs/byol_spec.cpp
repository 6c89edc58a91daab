#include "core/specs/byol_spec.h"

#include "core/specs/typed_setting.h"

namespace rekindle::specs {
namespace {

const std::vector<TypedSetting<ByolSettings>>& settings()
{
    using S = ByolSettings;
    static const std::vector<TypedSetting<S>> kSettings{
        typed(&S::preset, {.name = "preset",
                           .title = "Values for",
                           .rule = oneOf({"auto", "1000", "300", "100", "40"}),
                           .meaning = "Of which length of run the authors' rate, decay and "
                                      "momentum are taken; auto: by the passes of this one"}),
        typed(&S::targetMomentum,
              {.name = "target_momentum",
               .title = "Momentum of the target",
               .rule = realNumber(-1, 1),
               .meaning = "How slowly the target follows at the start, on its way to 1; -1: by "
                          "the authors' rule (0.996 in runs of 600 passes and more, 0.99 below)"}),
    };
    return kSettings;
}

/// Projection and prediction have 4096 hidden and 256 outputs, each view a pass of its own.
MethodLoad load(const LoadFacts& facts, const Values& /*own*/)
{
    constexpr std::int64_t kHidden = 4096;
    constexpr std::int64_t kOutputs = 256;
    constexpr std::int64_t kRows = 16; // normalised, subtracted, squared
    const std::int64_t projection = (facts.features + 3 + kOutputs) * kHidden;
    MethodLoad load;
    load.views = {{facts.imageSize, 2, 2, 1}};
    load.headWeights = projection + (kOutputs + 3 + kOutputs) * kHidden;
    load.headMaps = 4 * kHidden + 2 * kOutputs;
    load.slowCopy = true;
    load.copiedHead = projection;
    load.loss = kRows * facts.batch * kOutputs;
    return load;
}

} // namespace

ByolSettings byolSettings(const Values& own)
{
    return fromValues(settings(), own);
}

MethodSpec byolSpec()
{
    MethodSpec spec;
    spec.name = "byol";
    spec.title = "BYOL";
    spec.phrase = "BYOL";
    spec.source = "Grill et al. 2020, Bootstrap Your Own Latent: A New Approach to "
                  "Self-Supervised Learning";
    spec.description = "One view foretells what a slow copy of the network makes of the other";
    spec.own = specsOf(settings());
    spec.defaults = {{"weight_decay", -1.0},
                     {"conventions.padding", "same"},
                     {"conventions.normalisation", "imagenet"}};
    // Predictions at right angles to what they foretell: 2 for each of the two views. A network
    // that makes the same of every image has 0, so spread and rank are looked at beside it.
    spec.uninformedLoss = [](const LossFacts&, const Values&) { return std::optional(4.0); };
    spec.load = load;
    return spec;
}

} // namespace rekindle::specs

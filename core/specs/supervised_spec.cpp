#include "core/specs/supervised_spec.h"

namespace rekindle::specs {
namespace {

/// One view, and one layer above the features. How many classes there are is not known here: a
/// hundred weigh less than one map of the network.
MethodLoad load(const LoadFacts& facts, const Values& /*own*/)
{
    constexpr std::int64_t kClasses = 100;
    MethodLoad load;
    load.views = {{facts.imageSize, 1, 1, 1}};
    load.headWeights = (facts.features + 1) * kClasses;
    load.headMaps = 2 * kClasses;
    return load;
}

} // namespace

MethodSpec supervisedSpec()
{
    MethodSpec spec;
    spec.name = "supervised";
    spec.title = "Supervised";
    spec.phrase = "supervised pretraining";
    spec.source = "He et al. 2016, Deep Residual Learning for Image Recognition; torchvision's "
                  "training reference";
    spec.description = "Learns the labels of the training images: what methods without labels are "
                       "held against";
    spec.needsLabels = true;
    spec.defaults = {{"weight_decay", 1e-4},
                     {"warmup_epochs", 0.0},
                     {"conventions.padding", "torchvision"},
                     {"conventions.normalisation", "imagenet"}};
    // Knows how frequent each class is, and nothing of the image.
    spec.uninformedLoss = [](const LossFacts& facts, const Values&) {
        return facts.labelEntropy > 0 ? std::optional(facts.labelEntropy) : std::nullopt;
    };
    spec.load = load;
    return spec;
}

} // namespace rekindle::specs

#include "core/specs/moco_spec.h"

#include "core/specs/typed_setting.h"

#include <algorithm>
#include <cmath>

namespace rekindle::specs {
namespace {

const std::vector<TypedSetting<MocoSettings>>& settings()
{
    using S = MocoSettings;
    static const std::vector<TypedSetting<S>> kSettings{
        typed(&S::temperature, {.name = "temperature",
                                .title = "Temperature",
                                .rule = realNumber(0.001, 100),
                                .meaning = "Divides the similarities in the contrastive loss: the "
                                           "smaller it is, the more the nearest images count"}),
        typed(&S::queue, {.name = "queue",
                          .title = "Queue",
                          .rule = wholeNumber(1, 10'000'000),
                          .unit = "images",
                          .meaning = "Earlier images that each image is told apart from"}),
        typed(&S::keyMomentum, {.name = "key_momentum",
                                .title = "Momentum of the key network",
                                .rule = realNumber(0, 1),
                                .meaning = "How slowly the copy follows that makes the keys"}),
    };
    return kSettings;
}

/// A head of D -> D -> 128; of the two views one is a query and the other a key. The queue is
/// copied for the product, and each query's similarities to it are made anew a few times.
MethodLoad load(const LoadFacts& facts, const Values& own)
{
    constexpr std::int64_t kOutputs = 128;
    constexpr std::int64_t kMatrices = 5;
    const std::int64_t rows = mocoQueueRows(mocoSettings(own), facts.batch);
    MethodLoad load;
    load.views = {{facts.imageSize, 2, 1, 1}};
    load.headWeights = (facts.features + 1 + kOutputs) * facts.features + kOutputs;
    load.headMaps = 2 * facts.features + 3 * kOutputs;
    load.slowCopy = true;
    load.copiedHead = load.headWeights;
    load.queue = rows * kOutputs;
    load.loss = 2 * load.queue + kMatrices * facts.batch * rows;
    return load;
}

} // namespace

MocoSettings mocoSettings(const Values& own)
{
    return fromValues(settings(), own);
}

std::int64_t mocoQueueRows(const MocoSettings& own, std::int64_t batch)
{
    return std::max<std::int64_t>(own.queue / batch, 1) * batch;
}

MethodSpec mocoSpec()
{
    MethodSpec spec;
    spec.name = "moco";
    spec.title = "MoCo v2";
    spec.phrase = "MoCo v2";
    spec.source = "Chen et al. 2020, Improved Baselines with Momentum Contrastive Learning";
    spec.description = "Each view against the keys of earlier images, made by a slow copy";
    spec.own = specsOf(settings());
    spec.defaults = {{"weight_decay", 1e-4},
                     {"warmup_epochs", 0.0},
                     {"conventions.padding", "torchvision"},
                     {"conventions.normalisation", "imagenet"}};
    // The right key is one among those of the queue, all alike.
    spec.uninformedLoss = [](const LossFacts& facts, const Values& own) {
        const std::int64_t rows = mocoQueueRows(mocoSettings(own), facts.batch);
        return std::optional(std::log(1.0 + static_cast<double>(rows)));
    };
    spec.load = load;
    return spec;
}

} // namespace rekindle::specs

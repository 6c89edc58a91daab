#include "core/specs/simclr_spec.h"

#include "core/specs/typed_setting.h"

#include <algorithm>
#include <cmath>

namespace rekindle::specs {
namespace {

const std::vector<TypedSetting<SimclrSettings>>& settings()
{
    using S = SimclrSettings;
    static const std::vector<TypedSetting<S>> kSettings{
        typed(&S::temperature, {.name = "temperature",
                                .title = "Temperature",
                                .rule = realNumber(0.001, 100),
                                .meaning = "Divides the similarities in the contrastive loss: the "
                                           "smaller it is, the more the nearest images count"}),
        typed(&S::colourStrength,
              {.name = "colour_strength",
               .title = "Colour strength",
               .rule = realNumber(0, 2),
               .meaning = "Factor on the four colour changes of a view; 0 leaves colours alone"}),
        typed(&S::blur, {.name = "blur",
                         .title = "Blur",
                         .rule = realNumber(0, 1),
                         .meaning = "Share of the views that are blurred; 0 for images so small "
                                    "that blur takes all there is, as the authors do with CIFAR"}),
        typed(&S::blurSigma,
              {.name = "blur_sigma",
               .title = "Width of the blur",
               .rule = oneOf({"per_batch", "per_image"}),
               .meaning = "Whether the width of the blur is drawn once for a view of the whole "
                          "batch, as the authors do, or for each image"}),
    };
    return kSettings;
}

/// A head of D -> D -> 128 with a norm behind each layer. The loss keeps rows of both views, their
/// gradient and what is between, and two tiles of similarities; where it cannot be made in tiles,
/// each half keeps its similarities with 2B rows and makes them anew three times on its way.
MethodLoad load(const LoadFacts& facts, const Values& own)
{
    constexpr std::int64_t kOutputs = 128;
    constexpr std::int64_t kRows = 10;
    constexpr std::int64_t kTile = 512;
    constexpr std::int64_t kSquares = 14;
    constexpr double kLeastTiled = 0.025; // pretrain::fitsTiles in float32
    MethodLoad load;
    load.views = {{facts.imageSize, 2, 2, 2}};
    load.headWeights = (facts.features + kOutputs + 2) * facts.features + kOutputs;
    load.headMaps = 2 * facts.features + 2 * kOutputs;
    const std::int64_t tile = std::min(kTile, 2 * facts.batch);
    load.loss = simclrSettings(own).temperature > kLeastTiled
                    ? kRows * facts.batch * kOutputs + 2 * tile * tile
                    : kSquares * facts.batch * facts.batch;
    return load;
}

} // namespace

SimclrSettings simclrSettings(const Values& own)
{
    return fromValues(settings(), own);
}

MethodSpec simclrSpec()
{
    MethodSpec spec;
    spec.name = "simclr";
    spec.title = "SimCLR";
    spec.phrase = "SimCLR";
    spec.source = "Chen et al. 2020, A Simple Framework for Contrastive Learning of Visual "
                  "Representations";
    spec.description = "Two views of an image against all others of the batch";
    spec.own = specsOf(settings());
    // The positive is one of 2B - 1 alike, and the loss is the sum of two views' means.
    spec.uninformedLoss = [](const LossFacts& facts, const Values&) {
        return std::optional(2.0 * std::log(2.0 * static_cast<double>(facts.batch) - 1.0));
    };
    spec.load = load;
    return spec;
}

} // namespace rekindle::specs

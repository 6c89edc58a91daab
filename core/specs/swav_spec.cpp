#include "core/specs/swav_spec.h"

#include "core/specs/typed_setting.h"

#include <cmath>

namespace rekindle::specs {
namespace {

using S = SwavSettings;
using List = std::vector<TypedSetting<S>>;

void addViews(List& list)
{
    list.push_back(
        typed(&S::crops, {.name = "crops",
                          .title = "Crops",
                          .rule = oneOf({"auto", "multi", "two"}),
                          .meaning = "multi: two large crops of an image and several small ones; "
                                     "two: the large ones alone; auto: multi above 96 pixels"}));
    list.push_back(typed(&S::smallCrops, {.name = "small_crops",
                                          .title = "Small crops",
                                          .rule = wholeNumber(1, 64),
                                          .unit = "crops",
                                          .meaning = "How many small crops an image has with "
                                                     "multi"}));
    list.push_back(typed(&S::smallSize, {.name = "small_size",
                                         .title = "Size of small crops",
                                         .rule = wholeNumber(8, 4096),
                                         .unit = "pixels",
                                         .meaning = "Side of a small crop"}));
    list.push_back(
        typed(&S::colourStrength,
              {.name = "colour_strength",
               .title = "Colour strength",
               .rule = realNumber(0, 2),
               .meaning = "Factor on the four colour changes of a view; 0 leaves colours alone"}));
}

void addAssignment(List& list)
{
    list.push_back(typed(&S::prototypes, {.name = "prototypes",
                                          .title = "Prototypes",
                                          .rule = wholeNumber(2, 1'000'000),
                                          .meaning = "How many directions images are assigned "
                                                     "to"}));
    list.push_back(typed(&S::temperature, {.name = "temperature",
                                           .title = "Temperature",
                                           .rule = realNumber(0.001, 100),
                                           .meaning = "Divides the scores before they are compared "
                                                      "with the assignment of another crop"}));
    list.push_back(typed(&S::epsilon, {.name = "epsilon",
                                       .title = "Softness of assignments",
                                       .rule = realNumber(0.02, 10),
                                       .meaning = "Of Sinkhorn-Knopp: the smaller it is, the more "
                                                  "an image belongs to one prototype alone"}));
    list.push_back(typed(&S::iterations, {.name = "iterations",
                                          .title = "Rounds of balancing",
                                          .rule = wholeNumber(1, 1000),
                                          .meaning = "Of Sinkhorn-Knopp: how often prototypes and "
                                                     "images are balanced in turn"}));
}

void addStart(List& list)
{
    list.push_back(typed(&S::queue, {.name = "queue",
                                     .title = "Queue",
                                     .rule = wholeNumber(-1, 10'000'000),
                                     .unit = "images",
                                     .meaning = "Earlier images that are assigned along with the "
                                                "batch; -1: by the authors' rule (none from a "
                                                "batch of 512, 3840 below)"}));
    list.push_back(typed(&S::queueStart, {.name = "queue_start",
                                          .title = "Queue from pass",
                                          .rule = realNumber(0, 1'000'000),
                                          .unit = "passes",
                                          .meaning = "From which pass the queue is filled"}));
    list.push_back(
        typed(&S::freezeIters,
              {.name = "freeze_iters",
               .title = "Prototypes stay for",
               .rule = wholeNumber(-1, 1'000'000'000),
               .unit = "steps",
               .meaning = "How long the prototypes stay as they were drawn; -1: by the authors' "
                          "rule (313 steps from a batch of 512, 5005 below)"}));
    list.push_back(typed(&S::startLr, {.name = "start_lr",
                                       .title = "Rate at the start",
                                       .rule = realNumber(-1, 10000),
                                       .meaning = "Where the warm-up begins; -1: by the authors' "
                                                  "rule (1/16 of the peak)"}));
    list.push_back(typed(&S::finalLr, {.name = "final_lr",
                                       .title = "Rate at the end",
                                       .rule = realNumber(-1, 10000),
                                       .meaning = "Where the cosine ends; -1: by the authors' rule "
                                                  "(1/1000 of the peak)"}));
}

const List& settings()
{
    static const List kSettings = [] {
        List list;
        addViews(list);
        addAssignment(list);
        addStart(list);
        return list;
    }();
    return kSettings;
}

/// A projection D -> 2048 -> 128 and the prototypes. Scores of all crops are kept four times on
/// their way to the loss, and those of the two large ones with the queue twice more.
MethodLoad load(const LoadFacts& facts, const Values& values)
{
    constexpr std::int64_t kHidden = 2048;
    constexpr std::int64_t kOutputs = 128;
    constexpr std::int64_t kKept = 4;
    constexpr std::int64_t kLarge = 2;
    const SwavSettings own = swavSettings(values);
    MethodLoad load;
    load.views = {{facts.imageSize, 2, 2, 2}};
    std::int64_t crops = kLarge;
    if (swavHasSmallCrops(facts.imageSize, own)) {
        load.views.push_back({own.smallSize, own.smallCrops, own.smallCrops, own.smallCrops});
        crops += own.smallCrops;
    }
    const std::int64_t rows = swavQueueRows(facts.batch, own);
    load.headWeights = (facts.features + 3 + kOutputs) * kHidden + kOutputs * (own.prototypes + 1);
    load.headMaps = 2 * kHidden + 2 * kOutputs + facts.features;
    load.queue = kLarge * rows * kOutputs;
    load.loss = own.prototypes * (kKept * crops * facts.batch + 2 * kLarge * (rows + facts.batch));
    return load;
}

} // namespace

SwavSettings swavSettings(const Values& own)
{
    return fromValues(settings(), own);
}

MethodSpec swavSpec()
{
    MethodSpec spec;
    spec.name = "swav";
    spec.title = "SwAV";
    spec.phrase = "SwAV";
    spec.source = "Caron et al. 2020, Unsupervised Learning of Visual Features by Contrasting "
                  "Cluster Assignments";
    spec.description = "Each crop foretells the cluster to which another crop is assigned";
    spec.own = specsOf(settings());
    spec.defaults = {{"warmup_epochs", -1.0},
                     {"conventions.padding", "torchvision"},
                     {"conventions.normalisation", "swav"}};
    // Every prototype is as likely as any other.
    spec.uninformedLoss = [](const LossFacts&, const Values& own) {
        return std::optional(std::log(static_cast<double>(swavSettings(own).prototypes)));
    };
    spec.load = load;
    return spec;
}

bool swavHasSmallCrops(int imageSize, const SwavSettings& own)
{
    constexpr int kTooSmall = 96;
    return own.crops == "multi" || (own.crops == "auto" && imageSize > kTooSmall);
}

std::int64_t swavQueueRows(std::int64_t batch, const SwavSettings& own)
{
    constexpr std::int64_t kLarge = 512;
    constexpr std::int64_t kUsual = 3840;
    const std::int64_t wanted = own.queue >= 0 ? own.queue : batch >= kLarge ? 0 : kUsual;
    return wanted - wanted % batch;
}

} // namespace rekindle::specs

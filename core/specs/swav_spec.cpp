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
    return spec;
}

} // namespace rekindle::specs

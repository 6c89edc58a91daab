#include "core/run/common_settings.h"
#include "core/views/policy.h"

namespace rekindle::run {
namespace {

using specs::Decides;
using specs::InPair;
using specs::typed;
using specs::typedBy;
using Pretrain = PretrainSettings;
using List = std::vector<specs::TypedSetting<Pretrain>>;

constexpr std::int64_t kManyEpochs = 1'000'000;
constexpr std::int64_t kManyImages = 1'000'000'000'000;

Arm parseArm(const std::string& name)
{
    return name == "p1x" ? Arm::P1x : name == "p2x" ? Arm::P2x : Arm::Single;
}

void addInputs(List& list)
{
    list.push_back(
        typed(&Pretrain::method, {.name = "method",
                                  .title = "Method",
                                  .rule = specs::oneOf([] { return specs::methods().names(); }),
                                  .meaning = "How the network learns from the images",
                                  .decides = Decides::Inputs}));
    addImages(list, "Folder of the images");
    list.push_back(
        typed(&Pretrain::splitHash, {.name = "split_hash",
                                     .title = "Hash of the images seen",
                                     .rule = specs::anyText(),
                                     .meaning = "SHA-256 over the images that pretraining may see",
                                     .decides = Decides::Inputs}));
    list.push_back(typedBy<Pretrain>(
        {.name = "test_images",
         .title = "Test images",
         .rule = specs::oneOf({"apart", "seen"}),
         .meaning = "Whether pretraining leaves the test part alone, or sees it, without labels; "
                    "seen is said beside every score"},
        [](const Pretrain& s) { return Json(s.seeTestImages ? "seen" : "apart"); },
        [](Pretrain& s, const Json& json) { s.seeTestImages = json == "seen"; }));
    list.push_back(typed(&Pretrain::init, {.name = "init",
                                           .title = "Start weights",
                                           .rule = specs::anyText(),
                                           .meaning = "A checkpoint, or random",
                                           .decides = Decides::Nothing,
                                           .inPair = InPair::MayDiffer}));
    list.push_back(typed(&Pretrain::initSha256, {.name = "init_sha256",
                                                 .title = "Hash of the start weights",
                                                 .rule = specs::anyText(),
                                                 .meaning = "SHA-256 of the checkpoint",
                                                 .decides = Decides::Inputs,
                                                 .inPair = InPair::MayDiffer}));
    list.push_back(
        typed(&Pretrain::head, {.name = "head",
                                .title = "Heads",
                                .rule = specs::oneOf(std::vector<std::string>{"new", "keep"}),
                                .meaning = "Whether heads that the checkpoint carries "
                                           "are kept or made anew (SwAV and BYOL)",
                                .inPair = InPair::MayDiffer}));
    list.push_back(typed(&Pretrain::architecture, {.name = "architecture",
                                                   .title = "Network",
                                                   .rule = specs::anyText(),
                                                   .meaning = "Network of a random start; a "
                                                              "checkpoint decides its own",
                                                   .decides = Decides::Inputs}));
}

void addConventions(List& list)
{
    list.push_back(typedBy<Pretrain>(
        {.name = "conventions.padding",
         .title = "Padding",
         .rule = specs::oneOf({"torchvision", "simclr", "same"}),
         .meaning = "How the network treats borders; a checkpoint decides its own"},
        [](const Pretrain& s) { return Json(paddingName(s.conventions.padding)); },
        [](Pretrain& s, const Json& json) {
            if (const auto value = weights::parsePadding(json.get<std::string>()))
                s.conventions.padding = *value;
        }));
    list.push_back(typedBy<Pretrain>(
        {.name = "conventions.normalisation",
         .title = "Normalisation",
         .rule = specs::oneOf({"none", "imagenet", "swav"}),
         .meaning = "What the network expects of pixels; a checkpoint decides its own"},
        [](const Pretrain& s) { return Json(normalisationName(s.conventions.normalisation)); },
        [](Pretrain& s, const Json& json) {
            if (const auto value = weights::parseNormalisation(json.get<std::string>()))
                s.conventions.normalisation = *value;
        }));
    list.push_back(typedBy<Pretrain>(
        {.name = "conventions.bn_eps",
         .title = "Epsilon of batch norm",
         .rule = specs::realNumber(1e-12, 1),
         .meaning = "Added to variances; a checkpoint decides its own"},
        [](const Pretrain& s) { return Json(s.conventions.bnEps); },
        [](Pretrain& s, const Json& json) { s.conventions.bnEps = json.get<double>(); }));
}

void addPlace(List& list)
{
    list.push_back(typedBy<Pretrain>(
        {.name = "arm",
         .title = "Arm",
         .rule = specs::oneOf({"single", "p1x", "p2x"}),
         .meaning = "P1X starts from random weights, P2X from a checkpoint",
         .decides = Decides::Nothing,
         .inPair = InPair::MayDiffer},
        [](const Pretrain& s) { return Json(armName(s.arm)); },
        [](Pretrain& s, const Json& json) { s.arm = parseArm(json.get<std::string>()); }));
    list.push_back(typed(&Pretrain::pair, {.name = "pair",
                                           .title = "Pair",
                                           .rule = specs::anyText(),
                                           .meaning = "Name that the two runs of a pair share",
                                           .decides = Decides::Nothing}));
}

void addRecipe(List& list)
{
    list.push_back(typed(&Pretrain::epochs, {.name = "epochs",
                                             .title = "Passes",
                                             .rule = specs::wholeNumber(1, kManyEpochs),
                                             .unit = "passes",
                                             .meaning = "Passes over the images"}));
    list.push_back(
        typed(&Pretrain::imagesPerEpoch,
              {.name = "images_per_epoch",
               .title = "Images in a pass",
               .rule = specs::wholeNumber(0, kManyImages),
               .unit = "images",
               .meaning = "How many images count as a pass; 0: every image once (the paper: "
                          "100,000)"}));
    list.push_back(typed(&Pretrain::batch, {.name = "batch",
                                            .title = "Batch",
                                            .rule = specs::wholeNumber(2, 1'048'576),
                                            .unit = "images",
                                            .meaning = "Images compared at once; part of the "
                                                       "method, not only a matter of memory"}));
    addImageSize(list, "Side of a view");
    list.push_back(typed(
        &Pretrain::policy,
        {.name = "policy",
         .title = "Kind of pictures",
         .rule = specs::oneOf([] { return views::policyNames(); }),
         .meaning = "paper: views as the method's authors made them; grey: no hue, saturation "
                    "or turning grey; stain: that, and the amounts of H&E's stains change "
                    "(histology); ultrasound: that of grey, and turned by up to 10 degrees"}));
}

void addTraining(List& list)
{
    list.push_back(typed(
        &Pretrain::lr,
        {.name = "lr",
         .title = "Learning rate",
         .rule = specs::realNumber(0, 10000),
         .meaning =
             "Peak rate; 0: by the rule of the method's authors (SimCLR: 0.3 x batch / 256)"}));
    list.push_back(typed(&Pretrain::weightDecay,
                         {.name = "weight_decay",
                          .title = "Weight decay",
                          .rule = specs::realNumber(-1, 1),
                          .meaning = "Pulls weights towards 0; -1: by the rule of the method's "
                                     "authors (SimCLR and SwAV: 1e-6)"}));
    list.push_back(
        typed(&Pretrain::warmupEpochs, {.name = "warmup_epochs",
                                        .title = "Warm-up",
                                        .rule = specs::realNumber(-1, kManyEpochs),
                                        .unit = "passes",
                                        .meaning = "Linear rise of the rate before the cosine; "
                                                   "-1: by the rule of the method's authors (10 "
                                                   "passes; SwAV below a batch of 512: none)"}));
    addSeed(list, "Decides everything that chance decides");
    list.push_back(typed(&Pretrain::snapshots,
                         {.name = "snapshots",
                          .title = "Keep at passes",
                          .rule = specs::setOfNumbers(0, kManyEpochs),
                          .unit = "passes",
                          .meaning = "Passes whose weights are kept for scoring; the last always "
                                     "is"}));
    list.push_back(typed(&Pretrain::precision, {.name = "precision",
                                                .title = "Precision",
                                                .rule = specs::oneOf({"fp32", "bf16", "auto"}),
                                                .meaning = "fp32; bf16 for less time and memory; "
                                                           "auto: bf16 where the device computes "
                                                           "in it"}));
}

void addMemory(List& list)
{
    list.push_back(
        typed(&Pretrain::memoryLimit,
              {.name = "memory_limit",
               .title = "Memory limit",
               .rule = specs::anySize(),
               .meaning = "What the run may take of the device's memory; how it is worked off is "
                          "chosen to fit, and the batch is never made smaller; 0 for no limit",
               .decides = Decides::Operation,
               .inPair = InPair::MayDiffer}));
    list.push_back(typedBy<Pretrain>(
        {.name = "recompute",
         .title = "Compute maps again",
         .rule = specs::oneOf({"no", "yes"}),
         .meaning = "Whether maps are computed again on the way back instead of being kept: the "
                    "same numbers in less memory, about a third slower",
         .decides = Decides::Operation,
         .inPair = InPair::MayDiffer},
        [](const Pretrain& s) { return Json(s.recompute ? "yes" : "no"); },
        [](Pretrain& s, const Json& json) { s.recompute = json == "yes"; }));
    list.push_back(typed(&Pretrain::pieces,
                         {.name = "pieces",
                          .title = "Pieces of a batch",
                          .rule = specs::wholeNumber(1, 1'048'576),
                          .unit = "pieces",
                          .meaning = "In how many pieces a batch goes through the network; the "
                                     "loss is over the whole batch, and each piece is normalised "
                                     "by itself"}));
}

void addWatching(List& list)
{
    list.push_back(
        typed(&Pretrain::knnEvery,
              {.name = "knn_every",
               .title = "Neighbour check every",
               .rule = specs::wholeNumber(0, kManyEpochs),
               .unit = "passes",
               .meaning = "How often the nearest neighbours of labelled training images are asked "
                          "for their class; 0: never. Shown while it runs; changes no number of "
                          "the training",
               .decides = Decides::Operation,
               .inPair = InPair::MayDiffer}));
}

} // namespace

const List& SettingsKind<Pretrain>::common()
{
    static const List kList = [] {
        List list;
        addInputs(list);
        addConventions(list);
        addPlace(list);
        addRecipe(list);
        addTraining(list);
        addMemory(list);
        addWatching(list);
        addOperation(list, InPair::Equal);
        return list;
    }();
    return kList;
}

const std::vector<std::string>& SettingsKind<Pretrain>::retired()
{
    static const std::vector<std::string> kRetired;
    return kRetired;
}

} // namespace rekindle::run

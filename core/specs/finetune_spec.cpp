#include "core/specs/finetune_spec.h"

#include "core/specs/typed_setting.h"

namespace rekindle::specs {
namespace {

const std::vector<TypedSetting<FineTuneSettings>>& settings()
{
    using S = FineTuneSettings;
    static const std::vector<TypedSetting<S>> kSettings{
        typed(&S::epochs, {.name = "epochs",
                           .title = "Fine-tuning passes",
                           .rule = wholeNumber(1, 1'000'000),
                           .unit = "passes",
                           .meaning = "How often every labelled training image is seen"}),
        typed(&S::batch, {.name = "batch",
                          .title = "Batch",
                          .rule = wholeNumber(1, 1'048'576),
                          .unit = "images",
                          .meaning = "How many images make one update"}),
        typed(&S::lr, {.name = "lr",
                       .title = "Learning rate",
                       .rule = realNumber(0, 10000),
                       .meaning = "Rate of Adam, the same from the first update to the last"}),
        typed(&S::weightDecay, {.name = "weight_decay",
                                .title = "Weight decay",
                                .rule = realNumber(0, 1),
                                .meaning = "L2 penalty on all parameters, part of the gradient"}),
        typed(&S::pick,
              {.name = "pick",
               .title = "Pass that is scored",
               .rule = oneOf({"last", "validation"}),
               .meaning = "The last pass, or the one that is best on the validation part; "
                          "where there is such a part, the other stands beside it"}),
    };
    return kSettings;
}

} // namespace

FineTuneSettings fineTuneSettings(const Values& own)
{
    return fromValues(settings(), own);
}

Values toValues(const FineTuneSettings& from)
{
    return toValues(settings(), from);
}

ProtocolSpec fineTuneSpec()
{
    ProtocolSpec spec;
    spec.name = "finetune";
    spec.title = "Fine-tune";
    spec.phrase = "fine-tuning";
    spec.source = "Chen et al. 2020, A Simple Framework for Contrastive Learning of Visual "
                  "Representations, with Adam";
    spec.description = "All weights and a fresh linear classifier are trained on the labels";
    spec.own = specsOf(settings());
    spec.retired = {"neighbours"};
    return spec;
}

} // namespace rekindle::specs

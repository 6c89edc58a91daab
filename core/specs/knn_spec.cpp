#include "core/specs/knn_spec.h"

#include "core/specs/typed_setting.h"

namespace rekindle::specs {
namespace {

const std::vector<TypedSetting<KnnSettings>>& settings()
{
    static const std::vector<TypedSetting<KnnSettings>> kSettings{
        typed(&KnnSettings::neighbours,
              {.name = "neighbours",
               .title = "Neighbours",
               .rule = wholeNumber(1, 100'000),
               .unit = "images",
               .meaning = "How many of the most similar training images vote on a test image"}),
    };
    return kSettings;
}

} // namespace

KnnSettings knnSettings(const Values& own)
{
    return fromValues(settings(), own);
}

ProtocolSpec knnSpec()
{
    ProtocolSpec spec;
    spec.name = "knn";
    spec.title = "Nearest neighbours";
    spec.phrase = "nearest neighbours";
    spec.source = "Wu et al. 2018, Unsupervised Feature Learning via Non-Parametric Instance "
                  "Discrimination";
    spec.description = "The most similar training images vote; no weight is changed";
    spec.own = specsOf(settings());
    spec.onlyDrawsLabels = true;
    spec.retired = {"epochs", "batch", "lr", "weight_decay"};
    return spec;
}

} // namespace rekindle::specs

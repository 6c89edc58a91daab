#include "core/checkpoint/heads.h"

namespace rekindle::checkpoint {
namespace {

std::string methodByHeads(const FileTensors& file)
{
    if (file.hasPart("prototypes"))
        return "swav";
    if (file.hasPart("encoder_q") ||
        (file.hasPart("base_encoder") && file.hasPart("momentum_encoder")))
        return "moco";
    if (file.hasPart("teacher") || file.hasPart("student"))
        return "dino";
    const bool predictor = file.hasPart("predictor") || file.hasPart("prediction_head") ||
                           file.hasPart("online_predictor");
    const bool slowCopy = file.hasPart("target") || file.hasPart("momentum_");
    if (predictor && !file.hasPart("queue"))
        return slowCopy ? "byol" : "simsiam";
    return {};
}

} // namespace

Result<Origin> originByHeads(const FileTensors& file, const weights::Architecture&)
{
    Origin origin;
    origin.method = methodByHeads(file);
    origin.conventions.padding = weights::Padding::Torchvision;
    origin.conventions.normalisation =
        origin.method == "swav" ? weights::Normalisation::Swav : weights::Normalisation::Imagenet;
    if (origin.method.empty())
        origin.warnings.add(
            "origin_unknown",
            "The file does not say how it was pretrained; borders are padded as torchvision does "
            "and pixels scaled by ImageNet's mean and deviation",
            std::filesystem::path(file.subject()).filename().string());
    return origin;
}

} // namespace rekindle::checkpoint

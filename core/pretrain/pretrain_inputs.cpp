#include "core/pretrain/pretrain_inputs.h"

#include "core/dataset/split.h"
#include "core/dataset/split_hash.h"
#include "core/run/identity.h"
#include "core/train/planned_images.h"

namespace rekindle::pretrain {

Result<PretrainInputs> readInputs(const run::RunFolder& folder, const std::stop_token& stop)
{
    PretrainInputs inputs;
    RK_TRY(const auto settings, folder.settings());
    const auto* pretrain = std::get_if<run::PretrainSettings>(&settings);
    if (pretrain == nullptr)
        return fail(ErrorKind::Usage, "This is not a pretraining run", folder.name());
    inputs.settings = *pretrain;
    RK_CHECK(run::check(inputs.settings));
    inputs.identity = run::identityOf(inputs.settings);
    RK_TRY(auto planned, train::readPlannedImages(folder, inputs.settings.images,
                                                  inputs.settings.imagesHash, stop));
    inputs.manifest = std::move(planned.manifest);
    if (planned.gone > 0)
        inputs.warnings.add({"images_gone",
                             "Images that the run was planned with are gone; the next ones of the "
                             "list stand in for them",
                             inputs.manifest.folder.string(), planned.gone});
    RK_TRY(inputs.images, dataset::imagesToLearnFrom(inputs.manifest, inputs.settings.seeTestImages,
                                                     run::needsLabels(inputs.settings)
                                                         ? dataset::Labels::Needed
                                                         : dataset::Labels::NotNeeded));
    if (!inputs.settings.splitHash.empty() &&
        dataset::hashOf(inputs.manifest, inputs.images) != inputs.settings.splitHash)
        return fail(ErrorKind::Mismatch,
                    "The images kept for testing are not those this run was planned with",
                    folder.name(), "Plan the run again with the images as they are now.");
    inputs.imagesPerEpoch = inputs.settings.imagesPerEpoch > 0
                                ? inputs.settings.imagesPerEpoch
                                : static_cast<std::int64_t>(inputs.images.size());
    return inputs;
}

} // namespace rekindle::pretrain

#include "core/train/planned_images.h"

#include "core/dataset/manifest_file.h"
#include "core/dataset/unchanged.h"
#include "core/packed/packed_images.h"

namespace rekindle::train {
namespace {

using dataset::Looking;

/// The run's pictures come out of a packed file where it was planned so.
Result<void> readPacked(const run::RunFolder& folder, dataset::Manifest& manifest)
{
    RK_TRY(const auto settings, folder.settings());
    return std::visit(
        [&](const auto& own) {
            return own.packed.empty() ? Result<void>()
                                      : packed::usePacked(manifest, own.packed, own.packedSha256);
        },
        settings);
}

/// Whether this is a pretraining run, which others of its images could go on with.
bool onlyGone(const run::RunFolder& folder, const dataset::Manifest& manifest,
              const std::stop_token& stop)
{
    const auto settings = folder.settings();
    return settings && std::holds_alternative<run::PretrainSettings>(*settings) &&
           dataset::countGone(manifest, Looking::AtFacts, {stop, {}});
}

} // namespace

Result<PlannedImages> readPlannedImages(const run::RunFolder& folder,
                                        const std::filesystem::path& images,
                                        const std::string& imagesHash, const std::stop_token& stop)
{
    PlannedImages planned;
    dataset::Manifest& manifest = planned.manifest;
    RK_TRY(const auto list, folder.imageList());
    RK_TRY(manifest, dataset::readManifest(list, images));
    if (!imagesHash.empty() && manifest.contentHash() != imagesHash)
        return fail(ErrorKind::Mismatch,
                    "The list of images is not the one this run was planned with", folder.name(),
                    "Plan the run again with the images as they are now.");
    RK_CHECK(readPacked(folder, manifest));
    if (folder.goesOnWithoutMissing()) {
        RK_TRY(planned.gone, dataset::countGone(manifest, Looking::AtFacts, {stop, {}}));
        return planned;
    }
    auto unchanged = dataset::checkUnchanged(manifest, Looking::AtFacts, {stop, {}});
    if (!unchanged) {
        if (unchanged.error().kind == ErrorKind::Mismatch && onlyGone(folder, manifest, stop))
            unchanged.error().hint = "Put the files back, or go on without them: rekindle-cli "
                                     "resume " +
                                     folder.name() + " --without-missing";
        return fail(std::move(unchanged).error());
    }
    return planned;
}

} // namespace rekindle::train

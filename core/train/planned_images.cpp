#include "core/train/planned_images.h"

#include "core/dataset/manifest_file.h"
#include "core/dataset/unchanged.h"

namespace rekindle::train {

Result<dataset::Manifest> readPlannedImages(const run::RunFolder& folder,
                                            const std::filesystem::path& images,
                                            const std::string& imagesHash,
                                            const std::stop_token& stop)
{
    RK_TRY(const auto list, folder.imageList());
    RK_TRY(auto manifest, dataset::readManifest(list, images));
    if (!imagesHash.empty() && manifest.contentHash() != imagesHash)
        return fail(ErrorKind::Mismatch,
                    "The list of images is not the one this run was planned with", folder.name(),
                    "Plan the run again with the images as they are now.");
    RK_CHECK(dataset::checkUnchanged(manifest, dataset::Looking::AtFacts, {stop, {}}));
    return manifest;
}

} // namespace rekindle::train

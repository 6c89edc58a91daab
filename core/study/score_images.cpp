#include "core/study/score_images.h"

#include "core/base/text.h"
#include "core/dataset/manifest_file.h"
#include "core/run/run_folder.h"

#include <fmt/format.h>

namespace rekindle::study {

Result<dataset::Split> splitToScore(const dataset::Manifest& manifest,
                                    const run::ScoreSettings& settings)
{
    return dataset::splitOf(manifest,
                            settings.keepLeaks ? dataset::Leaks::Keep : dataset::Leaks::LeaveOut);
}

Result<void> checkUnseen(const std::filesystem::path& run, const dataset::Manifest& manifest,
                         const dataset::Split& split, const run::ScoreSettings& settings)
{
    if (settings.keepLeaks)
        return {};
    RK_TRY(const auto folder, run::RunFolder::open(run));
    RK_TRY(const auto job, folder.settings());
    const auto* pretrain = std::get_if<run::PretrainSettings>(&job);
    if (pretrain == nullptr)
        return {};
    RK_TRY(const auto list, folder.imageList());
    RK_TRY(const auto pretrained, dataset::readManifest(list, pretrain->images));
    const auto seen = dataset::pretrainingImages(pretrained, pretrain->seeTestImages);
    const auto among = dataset::testImagesAmong(manifest, split, pretrained, seen);
    if (among == 0)
        return {};
    return fail(ErrorKind::Mismatch,
                fmt::format("This run was pretrained on {} of the {} test images, so its scores "
                            "would not be those of images it never saw",
                            text::count(among), text::count(split.test.size())),
                folder.path().string(),
                "Pretrain with the labels given, so that test images are kept apart, or keep them "
                "(keep_leaks), which is noted beside every number.");
}

} // namespace rekindle::study

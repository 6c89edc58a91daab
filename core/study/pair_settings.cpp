#include "core/study/pair_settings.h"

#include "core/base/text.h"
#include "core/dataset/split_hash.h"
#include "core/memory/fit.h"
#include "core/study/seen_images.h"

#include <fmt/format.h>
#include <utility>

namespace rekindle::study {

Result<NamedWeights> startWeights(const Study& study, const WeightsEntry& entry)
{
    const std::filesystem::path file = weightsFile(study, entry);
    NamedWeights start;
    RK_TRY(start.checkpoint, checkpoint::readCheckpoint(file));
    RK_TRY(start.sha256, checkpoint::contentHash(start.checkpoint));
    if (!entry.sha256.empty() && start.sha256 != entry.sha256)
        return fail(ErrorKind::Mismatch, "This file has changed since it was added to the study",
                    file.string(), "Add it again under a new name.");
    return start;
}

Result<PairSettings> settingsOfPair(const Study& study, const PairPlan& plan,
                                    const dataset::Manifest& manifest)
{
    const WeightsEntry* entry = findWeights(study, plan.weights);
    if (entry == nullptr)
        return fail(ErrorKind::NotFound, "This study knows no such weights", plan.weights,
                    "Choose the starting weights of the P2X run first.");
    RK_TRY(const NamedWeights start, startWeights(study, *entry));
    PairSettings pair;
    run::PretrainSettings& p2x = pair.p2x;
    p2x = plan.common;
    p2x.arm = run::Arm::P2x;
    p2x.pair = plan.name;
    p2x.images = study.images;
    p2x.imagesHash = manifest.contentHash();
    RK_TRY(const auto seen, imagesSeen(manifest, p2x));
    p2x.splitHash = dataset::hashOf(manifest, seen);
    p2x.init = start.checkpoint.file.string();
    p2x.initSha256 = start.sha256;
    p2x.architecture = weights::name(start.checkpoint.architecture);
    p2x.conventions = start.checkpoint.conventions;
    pair.p1x = p2x;
    pair.p1x.arm = run::Arm::P1x;
    pair.p1x.init = "random";
    pair.p1x.head = "new";
    pair.p1x.initSha256.clear();
    RK_CHECK(run::check(pair.p1x));
    RK_CHECK(run::check(p2x));
    pair.place = memory::workplaceOf(p2x.device, manifest, seen);
    RK_TRY(pair.p1x, memory::fit(pair.p1x, pair.place));
    RK_TRY(p2x, memory::fit(p2x, pair.place));
    const std::size_t count = seen.size();
    if (p2x.imagesPerEpoch == 0 && std::cmp_less(count, p2x.batch))
        return fail(ErrorKind::Usage,
                    fmt::format("A batch of {} cannot be filled once from {}", p2x.batch,
                                text::count(count, "image")),
                    "batch", fmt::format("Choose {} or less.", count));
    return pair;
}

} // namespace rekindle::study

#include "core/study/sample_study.h"

#include "core/base/check.h"
#include "core/checkpoint/checkpoint.h"
#include "core/dataset/folder_scan.h"
#include "core/job/child_process.h"
#include "core/run/presets.h"
#include "core/specs/finetune_spec.h"
#include "core/study/repair_file.h"

#include <cstdlib>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

constexpr int kSampleRunsAtOnce = 8;

bool isSample(const fs::path& folder)
{
    std::error_code code;
    return fs::is_directory(sampleImages(folder), code) && fs::exists(sampleWeights(folder), code);
}

} // namespace

fs::path sampleImages(const fs::path& sample)
{
    return sample / "surfaces";
}

fs::path sampleWeights(const fs::path& sample)
{
    return sample / "first-stage-simclr.safetensors";
}

std::optional<fs::path> sampleFolder()
{
    if (const char* chosen = std::getenv("REKINDLE_SAMPLE"); chosen != nullptr && *chosen != '\0')
        return isSample(chosen) ? std::optional<fs::path>(chosen) : std::nullopt;
    const fs::path installed =
        (job::programFolder() / ".." / "share" / "rekindle" / "sample").lexically_normal();
    for (const fs::path& folder : {installed, fs::path(REKINDLE_SOURCE_SAMPLE)}) {
        if (isSample(folder))
            return folder;
    }
    return std::nullopt;
}

SamplePlan samplePlan(SampleSize size)
{
    const bool quick = size == SampleSize::Quick;
    SamplePlan plan;
    plan.pretrain.method = "simclr";
    // The number of cores and the device change the last digits: this way the numbers are the same
    // on many machines, and the runs, each too small for two cores, share them.
    plan.pretrain.device = plan.score.device = "cpu";
    plan.pretrain.threads = plan.score.threads = 1;
    // Chosen on a part of the training images that no shipped number was scored on: the preset for
    // small sets, with a warm-up and a length for these 700 images.
    RK_ASSERT(run::applyPreset(plan.pretrain, "small-set").has_value());
    plan.pretrain.epochs = quick ? 2 : 20;
    plan.pretrain.imageSize = 64;
    plan.pretrain.warmupEpochs = quick ? 0 : 2;
    plan.pretrain.snapshots =
        quick ? std::vector<std::int64_t>{1, 2} : std::vector<std::int64_t>{5, 20};
    // The small network has small variances, where the printed rule lets epsilon show.
    plan.repair.eps = repair::EpsMode::Exact;
    plan.score.protocol = "finetune";
    plan.score.fraction = 0.05; // five labels a class
    plan.score.repeats = quick ? 2 : 3;
    specs::FineTuneSettings fineTune;
    fineTune.epochs = quick ? 10 : 40;
    fineTune.batch = 16;
    plan.score.own = specs::toValues(fineTune);
    plan.score.imageSize = 64;
    plan.pairs = quick ? 1 : 3;
    plan.scoreEpochs = plan.pretrain.snapshots;
    plan.scoreEpochs.insert(plan.scoreEpochs.begin(), 0);
    return plan;
}

Result<Study> createSampleStudy(const fs::path& folder, const job::Watch& watch)
{
    const auto sample = sampleFolder();
    if (!sample)
        return fail(ErrorKind::NotFound, "The sample images are not beside this program",
                    "resources/sample",
                    "Reinstall Rekindle, or set REKINDLE_SAMPLE to the sample's folder.");
    RK_TRY(const auto manifest, dataset::scanFolder(sampleImages(*sample), {}, watch));
    RK_TRY(Study study, createStudy(folder, std::string(kSampleTitle)));
    const std::string question =
        "Does a second stage on grey surfaces that starts from weights of natural photographs beat "
        "one that starts from random weights, and beat the start itself?";
    RK_CHECK(changeStudy(study, [&](Study& fresh) -> Result<void> {
        fresh.question = question;
        fresh.runsAtOnce = kSampleRunsAtOnce;
        return {};
    }));
    RK_CHECK(setImages(study, manifest));
    RK_CHECK(addWeights(study, sampleWeights(*sample), "Natural photographs, SimCLR (small)"));
    return study;
}

Result<WeightsEntry> repairSampleWeights(Study& study, SampleSize size)
{
    const WeightsEntry* original = findWeights(study, study.chosenWeights);
    if (original == nullptr)
        return fail(ErrorKind::NotFound, "This study has no starting weights", study.title);
    const std::string id = original->id;
    RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(weightsFile(study, *original)));
    RK_TRY(repair::Repaired repaired, repair::repairWeights(checkpoint, samplePlan(size).repair));
    const fs::path target = repairTarget(study, id);
    RK_CHECK(writeRepaired(target, checkpoint, repaired));
    return addRepaired(study, id, target);
}

Result<std::vector<PlannedPair>> planSampleRuns(Study& study, const std::string& weights,
                                                SampleSize size)
{
    const SamplePlan plan = samplePlan(size);
    PairPlan pair;
    pair.common = plan.pretrain;
    pair.weights = weights;
    return planPairs(study, pair, plan.pairs, ScorePlan{plan.score, plan.scoreEpochs, true});
}

Result<Study> planSampleStudy(const fs::path& folder, SampleSize size, const job::Watch& watch)
{
    RK_TRY(Study study, createSampleStudy(folder, watch));
    RK_TRY(const WeightsEntry repaired, repairSampleWeights(study, size));
    RK_CHECK(planSampleRuns(study, repaired.id, size));
    return study;
}

} // namespace rekindle::study

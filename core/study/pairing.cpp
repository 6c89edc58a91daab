#include "core/study/pairing.h"

#include "core/run/loss_check.h"
#include "core/run/run_folder.h"
#include "core/scores/position.h"

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

/// The partner of a P1X run: of the same pair, else matched in every setting.
Candidate* partnerOf(const Candidate& p1x, std::vector<Candidate>& candidates)
{
    const auto free = [](const Candidate& run) { return run.arm == run::Arm::P2x && !run.taken; };
    if (!p1x.settings.pair.empty()) {
        for (Candidate& run : candidates) {
            if (free(run) && run.settings.pair == p1x.settings.pair &&
                run.folder.parent_path() == p1x.folder.parent_path())
                return &run;
        }
    }
    for (Candidate& run : candidates) {
        if (free(run) && run.settings.pair == p1x.settings.pair &&
            run::pairDifferences(p1x.settings, run.settings).empty())
            return &run;
    }
    return nullptr;
}

double passesOf(const Candidate& run)
{
    return run.early.value_or(static_cast<double>(run.settings.epochs));
}

} // namespace

Result<std::vector<Candidate>> openRuns(const std::vector<fs::path>& runs)
{
    std::vector<Candidate> candidates;
    for (const fs::path& path : runs) {
        RK_TRY(const run::RunFolder folder, run::RunFolder::open(path));
        RK_TRY(const run::Settings settings, folder.settings());
        const auto* pretrain = std::get_if<run::PretrainSettings>(&settings);
        if (pretrain == nullptr)
            return fail(ErrorKind::Usage, "This is a scoring run", path.string(),
                        "Name the pretraining runs that were scored.");
        Candidate candidate{folder.path(),
                            *pretrain,
                            pretrain->arm,
                            folder.snapshotEpochs(),
                            run::lossWarnings(folder),
                            folder.earlyEnd(),
                            false};
        if (candidate.arm == run::Arm::Single)
            candidate.arm = pretrain->init == "random" ? run::Arm::P1x : run::Arm::P2x;
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

std::vector<Pair> pairUp(std::vector<Candidate>& candidates)
{
    std::vector<Pair> pairs;
    for (Candidate& run : candidates) {
        if (run.arm != run::Arm::P1x)
            continue;
        if (Candidate* partner = partnerOf(run, candidates); partner != nullptr) {
            run.taken = partner->taken = true;
            pairs.push_back({&run, partner});
        }
    }
    // Two that remain and differ in arm are what the user wants compared, matched or not.
    std::vector<Candidate*> left;
    for (Candidate& run : candidates) {
        if (!run.taken)
            left.push_back(&run);
    }
    if (left.size() == 2 && left[0]->arm != left[1]->arm) {
        left[0]->taken = left[1]->taken = true;
        const bool first = left[0]->arm == run::Arm::P1x;
        pairs.push_back({left[first ? 0 : 1], left[first ? 1 : 0]});
    }
    return pairs;
}

std::optional<std::string> lengthDifference(const Pair& pair)
{
    if (!pair.p1x->early && !pair.p2x->early)
        return std::nullopt; // the settings tell of it
    const double left = passesOf(*pair.p1x), right = passesOf(*pair.p2x);
    if (left == right)
        return std::nullopt;
    return "passes trained (" + scores::positionText(left) + ", " + scores::positionText(right) +
           ")";
}

} // namespace rekindle::study

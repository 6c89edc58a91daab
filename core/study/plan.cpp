#include "core/study/study.h"

#include "core/base/text.h"
#include "core/dataset/split_hash.h"
#include "core/memory/fit.h"
#include "core/run/identity.h"
#include "core/storage/atomic_write.h"
#include "core/storage/sealed_folder.h"
#include "core/study/pair_settings.h"
#include "core/study/score_images.h"
#include "core/study/unfinished_plan.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

/// Run folders that vanish again unless the whole plan succeeds, be it failed or killed.
class Planned
{
public:
    Planned() = default;
    Planned(const Planned&) = delete;
    Planned& operator=(const Planned&) = delete;
    ~Planned()
    {
        for (const fs::path& folder : m_folders)
            storage::discardSealed(folder);
        forgetPlanned(m_study);
    }
    Result<void> make(const fs::path& folder, const run::Settings& settings, const Study& study)
    {
        m_study = study.folder;
        std::vector<fs::path> noted = m_folders;
        noted.push_back(folder);
        RK_CHECK(notePlanned(m_study, noted));
        RK_TRY(const auto run,
               run::RunFolder::create(folder, settings, study.folder, study.imageList));
        m_folders.push_back(run.path());
        return {};
    }
    void enqueue(Study& study) const
    {
        for (const fs::path& folder : m_folders)
            study.queue.push_back(folder.lexically_relative(study.folder).string());
    }
    /// The study that names them is saved.
    void keep() { m_folders.clear(); }

private:
    fs::path m_study; ///< empty: nothing was planned
    std::vector<fs::path> m_folders;
};

bool plainName(const std::string& name)
{
    return !name.empty() && name.front() != '.' && name.size() <= 80 &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.';
           });
}

bool taken(const Study& study, const std::string& pair)
{
    std::error_code code;
    return fs::exists(study.folder / "runs" / (pair + "-p1x"), code) ||
           fs::exists(study.folder / "runs" / (pair + "-p2x"), code);
}

Result<std::string> pairName(const Study& study, const std::string& wish)
{
    if (wish.empty()) {
        for (int number = 1;; ++number) {
            std::string name = fmt::format("pair-{}", number);
            if (!taken(study, name))
                return name;
        }
    }
    if (!plainName(wish))
        return fail(ErrorKind::Usage, "The name of a pair has letters, digits, '-', '_' and '.'",
                    text::shown(wish));
    if (taken(study, wish))
        return fail(ErrorKind::Usage, "There is a pair of this name already", wish);
    return wish;
}

std::string scoreName(const run::ScoreSettings& settings)
{
    return fmt::format("{}-{}", settings.protocol,
                       text::number(std::round(settings.fraction * 10000) / 100));
}

fs::path freeScoreFolder(const fs::path& scores, const std::string& stem)
{
    std::error_code code;
    fs::path folder = scores / stem;
    for (int number = 2; fs::exists(folder, code); ++number)
        folder = scores / fmt::format("{}-{}", stem, number);
    return folder;
}

bool keepsEpoch(const run::RunFolder& run, const run::PretrainSettings& settings,
                std::int64_t epoch)
{
    const auto& planned = settings.snapshots;
    if (epoch == 0 || epoch == settings.epochs ||
        std::find(planned.begin(), planned.end(), epoch) != planned.end())
        return true;
    const auto made = run.snapshotEpochs();
    return std::find(made.begin(), made.end(), epoch) != made.end();
}

Result<std::vector<run::ScoreTarget>> targetsOf(const run::RunFolder& run,
                                                const run::PretrainSettings& settings,
                                                std::vector<std::int64_t> epochs)
{
    std::sort(epochs.begin(), epochs.end());
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    const std::string made = run::contentOfRun(run::identityOf(settings));
    std::vector<run::ScoreTarget> targets;
    for (const std::int64_t epoch : epochs) {
        if (epoch < 0 || !keepsEpoch(run, settings, epoch))
            return fail(ErrorKind::Usage,
                        fmt::format("This run keeps no weights of epoch {}", epoch), run.name(),
                        "Score an epoch of its snapshots, or plan a run that keeps it.");
        const bool start = epoch == 0 && settings.init != "random";
        targets.push_back({static_cast<double>(epoch),
                           start ? fs::path(settings.init) : run.snapshotFile(epoch),
                           start ? run::contentOfFile(settings.initSha256) : made});
    }
    // A run that was finished early is scored where it ended, too.
    if (const auto early = run.earlyEnd())
        targets.push_back({*early, run.earlyFile(*early), made});
    return targets;
}

Result<run::ScoreSettings> scoreOf(const run::RunFolder& run, const run::ScoreSettings& common,
                                   const std::vector<std::int64_t>& epochs)
{
    RK_TRY(const auto settings, run.settings());
    const auto* pretrain = std::get_if<run::PretrainSettings>(&settings);
    if (pretrain == nullptr)
        return fail(ErrorKind::Usage, "Only pretraining runs can be scored", run.name());
    run::ScoreSettings score = common;
    score.architecture = pretrain->architecture;
    if (score.label.empty()) {
        const std::string arm = pretrain->arm == run::Arm::P1x   ? "P1X"
                                : pretrain->arm == run::Arm::P2x ? "P2X"
                                                                 : run.name();
        score.label = fmt::format("{} seed {}", arm, pretrain->seed);
    }
    RK_TRY(score.targets, targetsOf(run, *pretrain, epochs));
    return score;
}

Result<PlannedPair> makePair(const Study& study, const PairPlan& plan, Planned& planned)
{
    RK_TRY(const auto manifest, images(study));
    PairPlan named = plan;
    RK_TRY(named.name, pairName(study, plan.name));
    RK_TRY(const PairSettings settings, settingsOfPair(study, named, manifest));
    const run::PretrainSettings& p2x = settings.p2x;

    const fs::path runs = study.folder / "runs";
    PlannedPair pair{runs / (named.name + "-p1x"),
                     runs / (named.name + "-p2x"),
                     {},
                     {},
                     memory::pieceWarnings(p2x)};
    if (p2x.memoryLimit > 0) {
        RK_TRY(const auto need, memory::estimate(p2x, settings.place));
        pair.memory = memory::choiceJson(p2x, need);
        pair.memoryWords = memory::sentence(p2x, need);
    }
    RK_CHECK(planned.make(pair.p1x, settings.p1x, study));
    RK_CHECK(planned.make(pair.p2x, p2x, study));
    return pair;
}

/// What all scores of a plan have in common, with the images they will be made on.
struct ScoreBase {
    run::ScoreSettings settings;
    dataset::Manifest manifest;
    std::optional<dataset::Split> split; ///< nothing without labels
};

Result<ScoreBase> scoreBase(const Study& study, const run::ScoreSettings& common)
{
    ScoreBase base{common, {}, {}};
    RK_TRY(base.manifest, images(study));
    base.settings.images = study.images;
    base.settings.imagesHash = base.manifest.contentHash();
    if (!base.manifest.labelled())
        return base;
    RK_TRY(base.split, splitToScore(base.manifest, base.settings));
    base.settings.splitHash = dataset::hashOf(base.manifest, *base.split);
    return base;
}

Result<std::vector<fs::path>> makeScores(const Study& study, const std::vector<fs::path>& runs,
                                         const std::vector<std::int64_t>& epochs,
                                         const ScoreBase& base, Planned& planned)
{
    std::vector<fs::path> folders;
    for (const fs::path& path : runs) {
        if (base.split) {
            RK_CHECK(checkUnseen(path, base.manifest, *base.split, base.settings));
        }
        RK_TRY(const auto run, run::RunFolder::open(path));
        RK_TRY(const auto score, scoreOf(run, base.settings, epochs));
        RK_CHECK(run::check(score));
        folders.push_back(freeScoreFolder(run.scoresFolder(), scoreName(score)));
        RK_CHECK(planned.make(folders.back(), score, study));
    }
    return folders;
}

bool isPlanned(const fs::path& scores, const run::ScoreSettings& score)
{
    std::error_code code;
    for (fs::directory_iterator it(scores, code), end; !code && it != end; it.increment(code)) {
        const auto folder = run::RunFolder::open(it->path());
        const auto known = folder ? folder->settings() : tl::unexpected(folder.error());
        const auto* other = known ? std::get_if<run::ScoreSettings>(&*known) : nullptr;
        if (other != nullptr && run::identityOf(*other) == run::identityOf(score))
            return true;
    }
    return false;
}

/// The original weights scored as they are, unless that is planned already.
Result<void> makeNoSecondStage(const Study& study, const std::string& weights,
                               const ScoreBase& base, Planned& planned)
{
    const WeightsEntry* entry = originalOf(study, weights);
    if (entry == nullptr)
        return {};
    run::ScoreSettings score = base.settings;
    RK_TRY(const NamedWeights start, startWeights(study, *entry));
    score.architecture = weights::name(start.checkpoint.architecture);
    score.label = "No second stage";
    score.targets = {{0, start.checkpoint.file, run::contentOfFile(start.sha256)}};
    RK_CHECK(run::check(score));
    const fs::path scores = weightScores(study, entry->id);
    if (isPlanned(scores, score))
        return {};
    RK_CHECK(storage::makeFolder(scores));
    return planned.make(freeScoreFolder(scores, scoreName(score)), score, study);
}

/// Of the pairs' names: "x-1", "x-2"; of one pair, and where none was wished, as planned.
std::string nameOfPair(const PairPlan& plan, int pair, int pairs)
{
    return plan.name.empty() || pairs == 1 ? plan.name : fmt::format("{}-{}", plan.name, pair + 1);
}

Result<std::vector<PlannedPair>> makePairs(const Study& study, const PairPlan& plan, int pairs,
                                           const std::optional<ScorePlan>& scores, Planned& planned)
{
    std::optional<ScoreBase> base;
    if (scores) {
        RK_TRY(base, scoreBase(study, scores->settings));
        if (scores->noSecondStage)
            RK_CHECK(makeNoSecondStage(study, plan.weights, *base, planned));
    }
    std::vector<PlannedPair> made;
    for (int pair = 0; pair < pairs; ++pair) {
        PairPlan one = plan;
        one.name = nameOfPair(plan, pair, pairs);
        one.common.seed = plan.common.seed + static_cast<std::uint64_t>(pair);
        RK_TRY(const PlannedPair runs, makePair(study, one, planned));
        made.push_back(runs);
        if (!base)
            continue;
        RK_CHECK(makeScores(study, {runs.p1x, runs.p2x}, scores->epochs, *base, planned));
    }
    return made;
}

} // namespace

Result<PlannedPair> planPair(Study& study, const PairPlan& plan)
{
    RK_TRY(const auto pairs, planPairs(study, plan, 1, std::nullopt));
    return pairs.front();
}

Result<std::vector<PlannedPair>> planPairs(Study& study, const PairPlan& plan, int pairs,
                                           const std::optional<ScorePlan>& scores)
{
    if (pairs < 1 || pairs > 1000)
        return fail(ErrorKind::Usage, "The number of pairs is a whole number from 1 to 1000",
                    std::to_string(pairs));
    Planned planned;
    std::vector<PlannedPair> made;
    RK_CHECK(changeStudy(study, [&](Study& fresh) -> Result<void> {
        RK_TRY(made, makePairs(fresh, plan, pairs, scores, planned));
        planned.enqueue(fresh);
        return {};
    }));
    planned.keep();
    return made;
}

Result<std::vector<fs::path>> planScores(Study& study, const std::vector<fs::path>& runs,
                                         const std::vector<std::int64_t>& epochs,
                                         const run::ScoreSettings& common)
{
    Planned planned;
    std::vector<fs::path> folders;
    RK_CHECK(changeStudy(study, [&](Study& fresh) -> Result<void> {
        RK_TRY(const ScoreBase base, scoreBase(fresh, common));
        RK_TRY(folders, makeScores(fresh, runs, epochs, base, planned));
        planned.enqueue(fresh);
        return {};
    }));
    planned.keep();
    return folders;
}

} // namespace rekindle::study

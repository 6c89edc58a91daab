#include "app/cli/queue_work.h"
#include "app/cli/run_work.h"
#include "app/cli/setting_values.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/storage/staged_folder.h"
#include "core/study/names.h"
#include "core/study/run_queue.h"
#include "core/study/seen_images.h"
#include "core/study/study.h"
#include "core/study/study_pack.h"

#include <charconv>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

struct NewOptions {
    std::string folder, title, images, weights;
    ImageOptions reading;
};

Result<Exit> runNew(const NewOptions& options, Output& output)
{
    const std::string title =
        options.title.empty() ? fs::path(options.folder).filename().string() : options.title;
    RK_TRY(auto staged,
           storage::StagedFolder::create(absolutePath(options.folder), storage::Existing::Refuse));
    std::optional<dataset::Manifest> manifest;
    if (!options.images.empty()) {
        RK_TRY(manifest, scanImages(options.images, options.reading, output));
        output.warn(dataset::imageWarnings(*manifest));
        output.warn(dataset::splitWarnings(*manifest));
    }
    RK_TRY(study::Study study, study::createStudy(staged.path(), title));
    if (manifest)
        RK_CHECK(study::setImages(study, *manifest));
    if (!options.weights.empty())
        RK_CHECK(study::addWeights(study, options.weights, ""));
    RK_CHECK(staged.moveIn());
    RK_TRY(study, study::openStudy(options.folder));
    output.line("New study: " + study.folder.string());
    output.object("rekindle.study/1", Json{{"study", pathToJson(study.folder)},
                                           {"title", study.title},
                                           {"images", manifest ? manifest->images.size() : 0},
                                           {"weights", study.chosenWeights}});
    return kDone;
}

struct PlanOptions {
    SettingOptions settings;
    std::string folder, weights, name, at, method, preset, memoryLimit;
    std::string protocol, fraction, repeats;
    std::vector<std::string> score;
    int pairs = 3;
    bool noBaseline = false;
    bool packed = false;
};

Result<std::vector<std::int64_t>> epochsOf(const PlanOptions& options,
                                           const run::PretrainSettings& pretrain)
{
    std::vector<std::int64_t> epochs;
    if (options.at.empty()) {
        epochs = pretrain.snapshots;
        epochs.push_back(0);
        epochs.push_back(pretrain.epochs);
        return epochs;
    }
    for (const std::string& word : text::split(options.at, ',')) {
        std::int64_t epoch = -1;
        const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), epoch);
        if (code != std::errc() || end != word.data() + word.size())
            return fail(ErrorKind::Usage, "--at takes passes such as 0,5,10",
                        text::shown(options.at, 60));
        epochs.push_back(epoch);
    }
    return epochs;
}

Result<run::ScoreSettings> scoreOf(const PlanOptions& options)
{
    run::ScoreSettings score;
    SettingOptions more;
    more.set = options.score;
    RK_CHECK(applySettings(score, more,
                           {{"protocol", options.protocol},
                            {"fraction", options.fraction},
                            {"repeats", options.repeats}}));
    return score;
}

/// The runs read packed copies that the study keeps; made now where there are none.
Result<void> packFor(const study::Study& study, run::PretrainSettings& settings, Output& output)
{
    const fs::path file = study::packFile(study, settings.imageSize);
    output.line("packed images  " + file.string());
    RK_CHECK(watched(output, [&](const job::Watch& watch) {
        return study::packStudy(study, settings.imageSize, watch);
    }));
    RK_TRY(const bool used, study::usePack(study, settings));
    static_cast<void>(used);
    return {};
}

Result<Exit> runPlan(const PlanOptions& options, Output& output)
{
    RK_TRY(study::Study study, study::openStudy(options.folder));
    study::PairPlan plan;
    RK_CHECK(beginWithPreset(plan.common, options.preset, options.method));
    RK_CHECK(applySettings(plan.common, options.settings,
                           {{"method", options.method}, {"memory_limit", options.memoryLimit}}));
    plan.weights = options.weights.empty() ? study.chosenWeights : options.weights;
    plan.name = options.name;
    RK_TRY(const auto epochs, epochsOf(options, plan.common));
    RK_TRY(const auto score, scoreOf(options));
    RK_TRY(const auto manifest, study::images(study));
    output.warn(dataset::imageWarnings(manifest));
    RK_TRY(const auto seen, study::imagesSeen(manifest, plan.common));
    output.warn(run::lengthWarnings(plan.common, static_cast<std::int64_t>(seen.size())));
    if (options.packed)
        RK_CHECK(packFor(study, plan.common, output));
    if (options.pairs < 3)
        output.warn(
            {"few_pairs",
             "Fewer than three pairs: how much retraining alone would change the difference "
             "cannot be told from them (--pairs 3)",
             {}});
    RK_TRY(const auto planned,
           study::planPairs(study, plan, options.pairs,
                            study::ScorePlan{score, epochs, !options.noBaseline}));
    showRuns(study, output);
    const study::PlannedPair& first = planned.front();
    if (!first.memory.is_null())
        output.line(first.memoryWords);
    output.warn(first.warnings);
    output.object("rekindle.study/1", Json{{"study", pathToJson(study.folder)},
                                           {"runs", runsJson(study)},
                                           {"memory", first.memory}});
    return kDone;
}

struct FolderOptions {
    std::string folder;
    bool quiet = false;
    int atOnce = 0; ///< 0: as the study says
};

Result<Exit> runQueue(const FolderOptions& options, Output& output)
{
    if (options.quiet)
        output.beQuiet();
    RK_TRY(study::Study study, study::openStudy(options.folder));
    if (options.atOnce > 0)
        RK_CHECK(study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
            fresh.runsAtOnce = options.atOnce;
            return {};
        }));
    RK_TRY(const Exit exit, workStudy(study.folder, output));
    warnOfRuns(study, output);
    output.object("rekindle.study/1",
                  Json{{"study", pathToJson(study.folder)}, {"runs", runsJson(study)}});
    return exit;
}

Result<Exit> runStatus(const FolderOptions& options, Output& output)
{
    RK_TRY(const study::Study study, study::openStudy(options.folder));
    const bool worked = study::queueIsWorked(study.folder);
    output.line(study.title + (worked ? ", being worked off" : ""));
    showRuns(study, output);
    warnOfRuns(study, output);
    output.object("rekindle.study/1", Json{{"study", pathToJson(study.folder)},
                                           {"title", study.title},
                                           {"working", worked},
                                           {"runs", runsJson(study)}});
    return kDone;
}

struct RenameOptions {
    std::string folder, what, name;
};

Result<Exit> runRename(const RenameOptions& options, Output& output)
{
    RK_TRY(study::Study study, study::openStudy(options.folder));
    RK_CHECK(study::rename(study, options.what, options.name));
    showRuns(study, output);
    output.object("rekindle.study/1",
                  Json{{"study", pathToJson(study.folder)}, {"runs", runsJson(study)}});
    return kDone;
}

/// A verb below `study`: the same options as every verb.
CLI::App* addPart(CLI::App* study, Program& program, const std::string& name,
                  const std::string& does)
{
    CLI::App* part = study->add_subcommand(name, does);
    part->add_flag("--json", program.json, "One JSON object on standard output");
    part->add_flag("--strict", program.strict, "Exit with 6 if there was something to note");
    return part;
}

void addPlan(CLI::App* verb, Program& program)
{
    auto options = std::make_shared<PlanOptions>();
    CLI::App* plan = addPart(verb, program, "plan", "Add matched pairs and their scores");
    plan->add_option("folder", options->folder, "The study")->required();
    plan->add_option("--method", options->method, choices(specs::methods().names()));
    addPreset(*plan, options->preset);
    addMemoryLimit(*plan, options->memoryLimit);
    plan->add_option("--weights", options->weights, "Start weights of P2X (the chosen ones)");
    plan->add_option("--name", options->name, "Name of the pair (next free)");
    plan->add_option("--pairs", options->pairs,
                     "Matched pairs from seeds that follow each other; three are the least that "
                     "show what retraining changes (3)");
    plan->add_flag("--no-baseline", options->noBaseline,
                   "Do not score the original weights without a second stage");
    plan->add_flag("--packed", options->packed,
                   "Read smaller copies of the images, which the study keeps; they are made first "
                   "where there are none");
    plan->add_option("--at", options->at, "Passes to score (start, snapshots and end)");
    plan->add_option("--protocol", options->protocol, choices(specs::protocols().names()));
    plan->add_option("--fraction", options->fraction, "Share of the training labels (1)");
    plan->add_option("--repeats", options->repeats, "Draws, each with a seed of its own (3)");
    plan->add_option("--score", options->score, "key=value for scoring, may be repeated")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
    addSettings(*plan, options->settings);
    onVerb(program, plan, options, runPlan);
}

} // namespace

void addStudy(Program& program)
{
    CLI::App* verb = addVerb(program, "study", "A project folder with its queue of matched runs",
                             "rekindle-cli study new my-study --images my-images/ --weights "
                             "simclr.pth, then study plan my-study, study run my-study");
    verb->require_subcommand(1);

    auto made = std::make_shared<NewOptions>();
    CLI::App* fresh = addPart(verb, program, "new", "Make a study folder");
    fresh->add_option("folder", made->folder, "The folder to make")->required();
    fresh->add_option("--title", made->title, "What it is about");
    fresh->add_option("--images", made->images, "Its images");
    addImageOptions(*fresh, made->reading);
    fresh->add_option("--weights", made->weights, "Its start weights");
    onVerb(program, fresh, made, runNew);

    addPlan(verb, program);

    auto queue = std::make_shared<FolderOptions>();
    CLI::App* work = addPart(verb, program, "run", "Work the queue off");
    work->add_option("folder", queue->folder, "The study")->required();
    work->add_flag("--quiet", queue->quiet, "Say nothing but errors");
    work->add_option("--at-once", queue->atOnce,
                     "Most runs beside each other, of those with device=cpu and fewer cores than "
                     "there are (as before; 1 in a new study)")
        ->check(CLI::Range(1, 1024));
    onVerb(program, work, queue, runQueue);

    auto asked = std::make_shared<FolderOptions>();
    CLI::App* status = addPart(verb, program, "status", "How each run stands");
    status->add_option("folder", asked->folder, "The study")->required();
    onVerb(program, status, asked, runStatus);

    auto named = std::make_shared<RenameOptions>();
    CLI::App* rename =
        addPart(verb, program, "rename",
                "Call weights, a pair or a score by a name of your own; no folder is renamed");
    rename->add_option("folder", named->folder, "The study")->required();
    rename
        ->add_option("what", named->what,
                     "pair-1, a run or score as study status names it, or the id of weights")
        ->required();
    rename->add_option("name", named->name, "What to call it; \"\": as it was called before")
        ->required();
    onVerb(program, rename, named, runRename);
}

} // namespace rekindle::cli

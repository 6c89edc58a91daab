#include "app/cli/packed_option.h"
#include "app/cli/run_work.h"
#include "app/cli/setting_values.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/dataset/manifest_file.h"
#include "core/dataset/split_hash.h"
#include "core/engine/engine.h"
#include "core/run/identity.h"
#include "core/scores/position.h"
#include "core/study/score_images.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    SettingOptions settings;
    std::string checkpoint, images, packed, protocol, fraction, repeats;
    ImageOptions reading;
    bool keepLeaks = false;
    std::string at = "last";
    std::string out;
    bool force = false;
    bool dryRun = false;
    bool quiet = false;
};

/// "finetune-10": the protocol and the share of labels in percent.
std::string scoreName(const run::ScoreSettings& settings)
{
    return settings.protocol + "-" + text::number(std::round(settings.fraction * 10000) / 100);
}

Result<std::vector<double>> positionsOf(const std::string& at, const run::RunFolder& folder)
{
    std::vector<double> made;
    for (const std::int64_t epoch : folder.snapshotEpochs())
        made.push_back(static_cast<double>(epoch));
    if (const auto early = folder.earlyEnd())
        made.push_back(*early);
    std::sort(made.begin(), made.end());
    if (made.empty())
        return fail(ErrorKind::NotFound, "This run has made no weights to score yet",
                    folder.path().string(), "Let it reach a snapshot or its end first.");
    if (at == "last")
        return std::vector{made.back()};
    if (at == "all") {
        if (made.front() != 0)
            made.insert(made.begin(), 0);
        return made;
    }
    std::vector<double> positions;
    for (const std::string& word : text::split(at, ',')) {
        double position = -1;
        const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), position);
        if (code != std::errc() || end != word.data() + word.size() ||
            !(position >= 0 && position < 1e15))
            return fail(ErrorKind::Usage, "--at takes last, all, or passes such as 0,5,10",
                        text::shown(at, 60));
        positions.push_back(position);
    }
    return positions;
}

/// Where a run keeps its weights of this many passes: of a planned snapshot, or of its early end.
fs::path fileOf(const run::RunFolder& folder, double passes)
{
    if (folder.earlyEnd() == passes)
        return folder.earlyFile(passes);
    if (std::floor(passes) != passes)
        return {};
    return folder.snapshotFile(static_cast<std::int64_t>(passes));
}

/// The weights of a run at the asked passes; pass 0 of a P2X run is its start weights.
Result<void> targetsOfRun(const Options& options, run::ScoreSettings& settings)
{
    RK_TRY(const auto folder, run::RunFolder::open(options.checkpoint));
    RK_TRY(const auto job, folder.settings());
    const auto* pretrain = std::get_if<run::PretrainSettings>(&job);
    if (pretrain == nullptr)
        return fail(ErrorKind::Usage, "This is a scoring run itself", options.checkpoint,
                    "Name a pretraining run or a checkpoint.");
    RK_TRY(const auto positions, positionsOf(options.at, folder));
    for (const double position : positions) {
        fs::path weights = fileOf(folder, position);
        std::string content = run::contentOfRun(run::identityOf(*pretrain));
        if (!fs::exists(weights) && position == 0 && pretrain->init != "random") {
            weights = pretrain->init;
            content = run::contentOfFile(pretrain->initSha256);
        }
        if (!fs::exists(weights))
            return fail(ErrorKind::NotFound,
                        "This run kept no weights of pass " + scores::positionText(position),
                        folder.path().string(), "--at all scores those it kept.");
        settings.targets.push_back({position, weights, content});
    }
    settings.architecture = pretrain->architecture;
    if (settings.images.empty())
        settings.images = pretrain->images;
    if (settings.label.empty())
        settings.label = folder.name() + " seed " + std::to_string(pretrain->seed);
    return {};
}

Result<void> targetOfFile(const Options& options, run::ScoreSettings& settings)
{
    if (options.checkpoint == "random") {
        settings.targets.push_back({0, {}});
        return {};
    }
    RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(options.checkpoint));
    settings.architecture = weights::name(checkpoint.architecture);
    RK_TRY(const std::string sha256, checkpoint::contentHash(checkpoint));
    settings.targets.push_back({0, checkpoint.file, run::contentOfFile(sha256)});
    if (settings.label.empty())
        settings.label = checkpoint.file.stem().string();
    return {};
}

Result<run::ScoreSettings> settingsOf(const Options& options)
{
    run::ScoreSettings settings;
    RK_CHECK(applySettings(settings, options.settings,
                           {{"protocol", options.protocol},
                            {"images", options.images},
                            {"packed", options.packed},
                            {"fraction", options.fraction},
                            {"repeats", options.repeats}}));
    settings.keepLeaks = settings.keepLeaks || options.keepLeaks;
    settings.targets.clear();
    RK_CHECK(isRunFolder(options.checkpoint) ? targetsOfRun(options, settings)
                                             : targetOfFile(options, settings));
    RK_CHECK(run::check(settings));
    return settings;
}

/// The images to score on. Of a run the test part is drawn as it was for its pretraining.
Result<dataset::Manifest> imagesOf(const Options& options, const run::ScoreSettings& settings,
                                   const Output& output)
{
    ImageOptions reading = options.reading;
    reading.threads = settings.threads;
    if (isRunFolder(options.checkpoint) &&
        (reading.splitSeed == 0 || reading.reading.isDefault())) {
        RK_TRY(const auto folder, run::RunFolder::open(options.checkpoint));
        RK_TRY(const auto list, folder.imageList());
        RK_TRY(const auto pretrained, dataset::readManifest(list, settings.images));
        if (reading.splitSeed == 0)
            reading.splitSeed = pretrained.splitSeed.value_or(0);
        if (reading.reading.isDefault())
            reading.reading = pretrained.reading;
    }
    return scanImages(settings.images, reading, output);
}

fs::path placeOf(const Options& options, const run::ScoreSettings& settings)
{
    if (!options.out.empty())
        return options.out;
    const fs::path checkpoint = options.checkpoint;
    if (isRunFolder(checkpoint))
        return checkpoint / "scores" / scoreName(settings);
    return checkpoint.parent_path() /
           (checkpoint.stem().string() + "-score-" + scoreName(settings));
}

Result<Exit> run(const Options& options, Output& output)
{
    if (options.quiet)
        output.beQuiet();
    RK_TRY(run::ScoreSettings settings, settingsOf(options));
    const fs::path out = placeOf(options, settings);
    if (!options.dryRun)
        RK_CHECK(checkPlace(out, options.force));
    RK_TRY(const auto manifest, imagesOf(options, settings, output));
    output.warn(dataset::imageWarnings(manifest));
    if (!manifest.labelled())
        return fail(ErrorKind::Mismatch, "Scoring needs labels, and these images have none",
                    settings.images.string(),
                    "Put the images of each class into a subfolder, or give --labels FILE.csv.");
    settings.imagesHash = manifest.contentHash();
    RK_TRY(const auto split, study::splitToScore(manifest, settings));
    settings.splitHash = dataset::hashOf(manifest, split);
    RK_CHECK(planPacked(settings, manifest, output));
    if (isRunFolder(options.checkpoint))
        RK_CHECK(study::checkUnseen(options.checkpoint, manifest, split, settings));
    if (options.dryRun) {
        output.line("Would score into " + out.string() + " with");
        output.lines(dumpJson(run::toJson(settings)));
        output.object(
            "rekindle.evaluate/1",
            Json{{"dry_run", true}, {"run", pathToJson(out)}, {"settings", run::toJson(settings)}});
        return kDone;
    }
    RK_CHECK(engine::findEngine());
    RK_TRY(const auto folder, makeRun(out, settings, manifest, options.force));
    return workRun(folder, output);
}

} // namespace

void addEvaluate(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "evaluate", "Score a checkpoint or a run on labelled images",
                             "rekindle-cli evaluate --checkpoint p2x --images my-images/ "
                             "--protocol finetune --fraction 0.1 --repeats 3 --at all");
    verb->add_option("--checkpoint", options->checkpoint, "A checkpoint, a run folder, or random")
        ->required();
    verb->add_option("--images", options->images, "Labelled images (a run's own)");
    verb->add_option("--packed", options->packed,
                     "Read the pixels from this file (dataset --pack) and not from the images'");
    verb->add_option("--protocol", options->protocol, choices(specs::protocols().names()));
    verb->add_option("--fraction", options->fraction, "Share of the training labels (1)");
    verb->add_option("--repeats", options->repeats, "Draws, each with a seed of its own (3)");
    verb->add_option("--at", options->at, "Passes of a run: last, all, or 0,5,10 (last)");
    addImageOptions(*verb, options->reading);
    verb->add_flag("--keep-leaks", options->keepLeaks,
                   "Score copies of training images and images that were pretrained on, too");
    verb->add_option("--out", options->out, "The score folder to make (inside the run)");
    addSettings(*verb, options->settings);
    verb->add_flag("--quiet", options->quiet, "Say nothing but errors");
    addForce(*verb, options->force);
    addDryRun(*verb, options->dryRun);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

#include "app/cli/packed_option.h"
#include "app/cli/run_work.h"
#include "app/cli/setting_values.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/dataset/split.h"
#include "core/dataset/split_hash.h"
#include "core/engine/engine.h"
#include "core/job/child_process.h"
#include "core/memory/fit.h"
#include "core/study/seen_images.h"
#include "core/study/trial.h"

namespace rekindle::cli {
namespace {

struct Options {
    SettingOptions settings;
    std::string method, images, packed, policy, init, head, arm, pair, like, preset, memoryLimit;
    ImageOptions reading;
    std::string out;
    bool force = false;
    bool dryRun = false;
    bool quiet = false;
    bool trial = false;
};

Result<run::PretrainSettings> settingsOf(const Options& options)
{
    run::PretrainSettings settings;
    RK_CHECK(beginWithPreset(settings, options.preset, options.method));
    RK_CHECK(applySettings(settings, options.settings,
                           {{"method", options.method},
                            {"images", options.images},
                            {"packed", options.packed},
                            {"policy", options.policy},
                            {"init", options.init},
                            {"head", options.head},
                            {"arm", options.arm},
                            {"pair", options.pair},
                            {"memory_limit", options.memoryLimit}}));
    const bool random = settings.init == "random";
    if (!options.like.empty() && !random)
        return fail(ErrorKind::Usage, "--like is for a random start", options.like,
                    "A checkpoint has a network and conventions of its own.");
    if (!random || !options.like.empty()) {
        RK_TRY(const auto start, checkpoint::readCheckpoint(random ? options.like : settings.init));
        if (!random) {
            RK_TRY(settings.initSha256, checkpoint::contentHash(start));
        }
        settings.architecture = weights::name(start.architecture);
        settings.conventions = start.conventions;
    }
    RK_CHECK(run::check(settings));
    return settings;
}

Result<void> checkEnoughImages(const run::PretrainSettings& settings, std::size_t count)
{
    if (std::cmp_greater_equal(count, settings.batch))
        return {};
    return fail(ErrorKind::Usage,
                (count == 1 ? "There is 1 image" : "There are " + text::count(count) + " images") +
                    " to pretrain on but a batch of " + std::to_string(settings.batch) +
                    ", so not one batch can be filled",
                settings.images.string(),
                count < 2 ? "Choose a folder with more images."
                          : "Choose --set batch=" + std::to_string(count) + " or less.");
}

void tellKeptApart(const dataset::Manifest& manifest, Output& output)
{
    const std::size_t apart = manifest.indicesOf(dataset::Part::Test).size();
    if (apart > 0)
        output.line(text::count(apart) +
                    (manifest.splitSeed ? " test images, drawn with seed " +
                                              std::to_string(*manifest.splitSeed) + ","
                                        : std::string(" test images")) +
                    " are kept apart (--set test_images=seen shows them, too)");
}

/// What the run would take, measured on its first steps.
Result<Exit> tell(const study::Trial& trial, Output& output)
{
    output.line("Tried " + text::count(static_cast<std::uint64_t>(trial.tried), "step") + " on " +
                trial.device + ": " + text::fixed(trial.secondsPerStep, 2) + " s a step");
    output.table({{"steps", text::count(static_cast<std::uint64_t>(trial.steps))},
                  {"time", text::duration(trial.seconds)},
                  {"memory", text::bytes(trial.memory)},
                  {"disk", text::bytes(trial.disk) + " at its most, " +
                               text::bytes(trial.diskLeft) + " when done"}});
    output.object("rekindle.trial/1", study::toJson(trial));
    return kDone;
}

Result<Exit> tryIt(const run::PretrainSettings& settings, const dataset::Manifest& manifest,
                   Output& output)
{
    RK_CHECK(engine::findEngine());
    study::Trial trial;
    RK_CHECK(watched(output, [&](const job::Watch& watch) -> Result<void> {
        RK_TRY(trial,
               study::tryRun(settings, manifest, job::programFolder() / "rekindle-cli", watch));
        return {};
    }));
    return tell(trial, output);
}

/// How the run fits into its limit; null without one.
Result<Json> tellMemory(const run::PretrainSettings& settings, const memory::Workplace& place,
                        Output& output)
{
    if (settings.memoryLimit == 0) {
        output.warn(memory::pieceWarnings(settings));
        return Json();
    }
    RK_TRY(const auto estimate, memory::estimate(settings, place));
    output.line(memory::sentence(settings, estimate));
    output.warn(memory::pieceWarnings(settings));
    return memory::choiceJson(settings, estimate);
}

Result<Exit> run(const Options& options, Output& output)
{
    if (options.quiet)
        output.beQuiet();
    if (options.out.empty() && !options.trial)
        return fail(ErrorKind::Usage, "--out is missing: the run folder to make");
    RK_TRY(run::PretrainSettings settings, settingsOf(options));
    if (!options.dryRun && !options.trial)
        RK_CHECK(checkPlace(options.out, options.force));
    ImageOptions reading = options.reading;
    reading.threads = settings.threads;
    RK_TRY(const auto manifest, scanImages(settings.images, reading, output));
    output.warn(dataset::imageWarnings(manifest));
    RK_TRY(const auto seen, study::imagesSeen(manifest, settings));
    settings.imagesHash = manifest.contentHash();
    settings.splitHash = dataset::hashOf(manifest, seen);
    RK_CHECK(checkEnoughImages(settings, seen.size()));
    RK_CHECK(planPacked(settings, manifest, output));
    tellKeptApart(manifest, output);
    output.warn(run::lengthWarnings(settings, static_cast<std::int64_t>(seen.size())));
    const auto place = memory::workplaceOf(settings.device, manifest, seen);
    RK_TRY(settings, memory::fit(settings, place));
    RK_TRY(const Json memory, tellMemory(settings, place, output));
    if (options.dryRun) {
        output.line("Would pretrain into " + options.out + " with");
        output.lines(dumpJson(run::toJson(settings)));
        output.object("rekindle.pretrain/1", Json{{"dry_run", true},
                                                  {"run", pathToJson(options.out)},
                                                  {"images", seen.size()},
                                                  {"memory", memory},
                                                  {"settings", run::toJson(settings)}});
        return kDone;
    }
    if (options.trial)
        return tryIt(settings, manifest, output);
    // Missing parts are told before a folder is made.
    RK_CHECK(engine::findEngine());
    RK_TRY(const auto folder, makeRun(options.out, settings, manifest, options.force));
    return workRun(folder, output);
}

} // namespace

void addPretrain(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "pretrain", "One pretraining run in a folder of its own",
                             "rekindle-cli pretrain --method simclr --images my-images/ "
                             "--init repaired.safetensors --out p2x --set epochs=100");
    verb->add_option("--method", options->method, choices(specs::methods().names()));
    addPreset(*verb, options->preset);
    verb->add_option("--images", options->images,
                     "Folder of images; labels only say which are kept for testing");
    verb->add_option("--packed", options->packed,
                     "Read the pixels from this file (dataset --pack) and not from the images'");
    verb->add_option("--policy", options->policy,
                     "paper, grey (no colour changes), stain (H&E) or ultrasound (small turns): "
                     "views for this kind of pictures (paper)");
    verb->add_option("--init", options->init, "A checkpoint, or random (random)");
    verb->add_option("--head", options->head,
                     "keep or new: heads that the checkpoint carries (new)");
    verb->add_option("--out", options->out, "The run folder to make");
    verb->add_option("--arm", options->arm, "p1x, p2x or single (single)");
    verb->add_option("--pair", options->pair, "Name that the two runs of a pair share");
    verb->add_option("--like", options->like,
                     "For a random start: the checkpoint whose network and conventions it takes");
    addMemoryLimit(*verb, options->memoryLimit);
    addImageOptions(*verb, options->reading);
    addSettings(*verb, options->settings);
    verb->add_flag("--quiet", options->quiet, "Say nothing but errors");
    addForce(*verb, options->force);
    addDryRun(*verb, options->dryRun);
    verb->add_flag("--try", options->trial,
                   "Do two steps, say what time, memory and disk the run will take, and stop");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

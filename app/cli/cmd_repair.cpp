#include "app/cli/commands.h"
#include "app/cli/figure_file.h"
#include "app/cli/progress_line.h"
#include "app/cli/reading_options.h"
#include "app/cli/setting_values.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/engine/engine.h"
#include "core/figures/norm_figure.h"
#include "core/repair/repair.h"
#include "core/study/repair_file.h"

namespace rekindle::cli {
namespace {

struct Options {
    std::string input;
    std::string output;
    std::string dead = "copy", scale = "layer", rule = "paper", eps = "literal";
    double deadBelow = 0.1;
    double above = 1.0;
    bool keepBn = false;
    std::uint64_t seed = 0;
    std::string images;
    image::Reading reading; ///< of the images
    std::uint64_t proofImages = 64;
    int proofSize = 0;
    bool noProof = false;
    bool anyway = false;
    std::vector<std::string> except;
    std::string figure;
    bool force = false;
    bool dryRun = false;
};

Result<repair::RepairSettings> settingsOf(const Options& options)
{
    repair::RepairSettings settings;
    RK_TRY(settings.dead, repair::parseDeadMode(options.dead));
    RK_TRY(settings.scale, repair::parseScaleScope(options.scale));
    RK_TRY(settings.rule, repair::parseScaleRule(options.rule));
    RK_TRY(settings.eps, repair::parseEpsMode(options.eps));
    settings.deadBelow = options.deadBelow;
    settings.scaleAbove = options.above;
    settings.copyBn = !options.keepBn;
    settings.seed = options.seed;
    settings.except = options.except;
    return settings;
}

Result<void> prove(const Options& options, const checkpoint::Checkpoint& original,
                   repair::Repaired& repaired, const Output& output)
{
    if (options.noProof)
        return {};
    RK_TRY(engine::Engine * engine, engine::loadEngine());
    ProgressLine progress(output.quiet() ? ProgressLine::Show::No : ProgressLine::Show::Yes);
    job::Watch watch;
    watch.progress = [&](const job::Progress& at) { progress.show(at); };
    engine::ProofImages images;
    if (!options.images.empty()) {
        RK_TRY(const auto source, imageSource(options.images, options.reading));
        images.folder = source.folder;
        images.reading = source.reading;
    }
    images.count = options.proofImages;
    images.size = options.proofSize;
    images.seed = options.seed;
    RK_TRY(repaired.report.proof,
           engine->prove(original, repaired.replaced, repaired.weights, images, watch));
    return {};
}

std::string facts(const inspect::Totals& totals)
{
    return text::fixed(100 * totals.shareAbove(), 1) + " % above, " + text::count(totals.dead) +
           " dead of " + text::count(totals.filters, "filter");
}

void showProof(const repair::FeatureProof& proof, Output& output)
{
    output.line("proof    " + text::count(proof.images) + " images (" + proof.source +
                "): scaling alone changes the features by at most " +
                text::fixed(proof.change(), 5) + " of their size in use (" +
                (proof.evalPreserved ? "same answers" : "answers changed") + ") and by " +
                text::fixed(proof.trainChange(), 3) + " on batch statistics, as in training");
    if (proof.reading) {
        if (const std::string levels = image::describe(*proof.reading); !levels.empty())
            output.line("         read by " + levels);
    }
    output.line("         in use: " + text::fixed(proof.maxRelDiff, 5) + " of the largest, " +
                text::fixed(proof.worstDimension, 5) + " of the worst dimension, " +
                text::fixed(proof.worstImage, 5) + " of the worst image");
    output.line("         replaced filters: mean cosine " + text::fixed(proof.replacedCosine, 4) +
                " to the original features");
    if (proof.stages.empty())
        return;
    std::vector<std::vector<std::string>> rows{
        {"behind", "in use", "worst channel", "in training", "replaced, cosine"}};
    for (const repair::StageProof& stage : proof.stages)
        rows.push_back({stage.name, text::fixed(stage.change, 5),
                        text::fixed(stage.worstChannel, 5), text::fixed(stage.trainChange, 3),
                        text::fixed(stage.replacedCosine, 4)});
    output.table(rows);
}

void showReport(const repair::RepairReport& report, const std::string& file, Output& output)
{
    output.line("before   " + facts(report.before));
    output.line("after    " + facts(report.after));
    output.line("replaced " + text::count(report.replaced.size(), "dead filter"));
    output.line("scaled   " + text::count(report.scaled.size(),
                                          report.settings.scale == repair::ScaleScope::Filter
                                              ? "filter"
                                              : "layer"));
    if (report.proof)
        showProof(*report.proof, output);
    else
        output.line("proof    not asked for");
    output.line("written  " + file + " and " + study::repairReportFile(file).string());
}

Result<void> drawFigure(const Options& options, const checkpoint::Checkpoint& original,
                        const repair::Repaired& repaired)
{
    if (options.figure.empty())
        return {};
    const inspect::InspectSettings limits{options.deadBelow, options.above};
    RK_TRY(const auto before,
           inspect::inspectWeights(original.weights, original.architecture, limits));
    RK_TRY(const auto after,
           inspect::inspectWeights(repaired.weights, original.architecture, limits));
    const auto figure = figures::normFigure(
        {{"before", figures::Role::Before, &before}, {"after", figures::Role::After, &after}}, "");
    RK_CHECK(writeFigure(figure, options.figure));
    return {};
}

Result<void> checkOutputs(const Options& options)
{
    const auto overwrite = options.force ? Overwrite::Allow : Overwrite::Refuse;
    RK_CHECK(checkOutput(options.output, overwrite));
    RK_CHECK(checkOutput(study::repairReportFile(options.output), overwrite));
    if (!options.figure.empty())
        RK_CHECK(checkFigureFile(options.figure, overwrite));
    std::error_code code;
    if (std::filesystem::equivalent(options.input, options.output, code))
        return fail(ErrorKind::Usage, "The repair would replace its own input", options.output,
                    "Write to another file; the original is never changed.");
    return {};
}

/// The command that keeps the answers: each filter by itself, nothing left to epsilon.
std::string exactCommand(const Options& options)
{
    return "rekindle-cli repair " + options.input + " -o " + options.output +
           " --scale filter --eps exact" +
           (options.images.empty() ? std::string()
                                   : " --images " + options.images + readingWords(options.reading));
}

/// Every rule but gamma-only promises the same answers in use. One that breaks this is not written
/// unless that is asked for, and then says so.
Result<void> checkPromise(const Options& options, repair::RepairReport& report)
{
    if (!report.proof || report.proof->evalPreserved)
        return {};
    const std::string change = "Scaling changed the features by " +
                               text::fixed(report.proof->change(), 5) + " of their size; " +
                               text::number(report.proof->tolerance) + " was allowed";
    const bool promises = report.settings.rule != repair::ScaleRule::GammaOnly;
    if (promises && !options.anyway) {
        const bool exact = report.settings.scale == repair::ScaleScope::Filter &&
                           report.settings.eps == repair::EpsMode::Exact;
        return fail(ErrorKind::Mismatch, change + ", so nothing was written", options.input,
                    (exact ? std::string() : exactCommand(options) + " keeps them; ") +
                        "--anyway writes it all the same.");
    }
    report.warnings.add("answers_change", change + '.');
    return {};
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const auto settings, settingsOf(options));
    RK_CHECK(checkOutputs(options));
    RK_TRY(const auto original, checkpoint::readCheckpoint(options.input));
    output.warn(original.warnings);
    RK_TRY(repair::Repaired repaired, repair::repairWeights(original, settings));
    if (options.dryRun) {
        output.warn(repaired.report.warnings);
        output.line("Would write " + options.output + ":");
        output.line("before   " + facts(repaired.report.before));
        output.line("after    " + facts(repaired.report.after));
        Json json = repair::toJson(repaired.report);
        json["dry_run"] = true;
        output.object("rekindle.repair/1", json);
        return kDone;
    }
    RK_CHECK(prove(options, original, repaired, output));
    RK_CHECK(checkPromise(options, repaired.report));
    output.warn(repaired.report.warnings);
    RK_CHECK(study::writeRepaired(options.output, original, repaired,
                                  options.force ? storage::Existing::Replace
                                                : storage::Existing::Refuse));
    RK_CHECK(drawFigure(options, original, repaired));
    showReport(repaired.report, options.output, output);
    output.object("rekindle.repair/1", repair::toJson(repaired.report));
    return kDone;
}

} // namespace

void addRepair(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "repair",
                             "Replace dead filters, scale exploding ones, prove it did no harm",
                             "rekindle-cli repair simclr.pth -o repaired.safetensors");
    verb->add_option("checkpoint", options->input, "The weights; they are never changed")
        ->required();
    verb->add_option("-o,--output", options->output, "The repaired .safetensors")->required();
    verb->add_option("--dead", options->dead, "copy, random or none (copy)");
    verb->add_option("--dead-below", options->deadBelow,
                     "A filter of a smaller norm is dead (0.1)");
    verb->add_option("--scale", options->scale, "layer, filter or none (layer)");
    verb->add_option("--above", options->above, "Scale what has a larger norm (1)");
    verb->add_option("--rule", options->rule, "paper, canonical or gamma-only (paper)");
    verb->add_option("--eps", options->eps, "literal or exact (literal)");
    verb->add_flag("--keep-bn", options->keepBn,
                   "A copied filter keeps the batch-norm channel it had");
    verb->add_option("--except", options->except, "A layer that stays as it is; repeatable");
    verb->add_option("--seed", options->seed, "Decides donors and random filters (0)")
        ->check(isSeed());
    CLI::Option* images =
        verb->add_option("--images", options->images,
                         "Prove it on images of this folder, not on noise; of a study or a run on "
                         "its images, read as it reads them");
    addReadingOptions(*verb, options->reading);
    for (const char* option : {"--window", "--percentiles", "--full-range", "--bands", "--axis"})
        verb->get_option(option)->needs(images);
    verb->add_option("--proof-images", options->proofImages, "How many (64)")
        ->check(CLI::Range(2, 100000));
    verb->add_option("--proof-size", options->proofSize, "Their side in pixels (96)")
        ->check(CLI::Range(8, 4096));
    verb->add_flag("--no-proof", options->noProof, "Leave the proof out");
    verb->add_flag("--anyway", options->anyway,
                   "Write a repair that changes the answers more than its rule promises, with a "
                   "warning; otherwise it is refused");
    verb->add_option("--figure", options->figure, "Draw before and after as .pdf, .svg or .png");
    addForce(*verb, options->force);
    addDryRun(*verb, options->dryRun);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

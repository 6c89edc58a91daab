#include "app/cli/figure_file.h"
#include "app/cli/progress_line.h"
#include "app/cli/queue_work.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/engine/engine.h"
#include "core/figures/norm_figure.h"
#include "core/run/worker.h"
#include "core/scores/position.h"
#include "core/storage/atomic_write.h"
#include "core/storage/staged_folder.h"
#include "core/study/comparison.h"
#include "core/study/repair_file.h"
#include "core/study/run_queue.h"
#include "core/study/sample_study.h"

#include <chrono>
#include <optional>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string folder = "rekindle-demo";
    bool quick = false;
    bool force = false;
};

/// The demo's walk: each step says in plain words what it does and what came out.
class Demo
{
public:
    Demo(const Options& options, Output& output)
        : m_options(options), m_output(output),
          m_size(options.quick ? study::SampleSize::Quick : study::SampleSize::Full)
    {
    }

    Result<Exit> run()
    {
        RK_CHECK(checkPlace());
        RK_TRY(m_staged, storage::StagedFolder::create(absolutePath(m_options.folder), existing()));
        RK_CHECK(images());
        RK_CHECK(weights());
        RK_CHECK(repair());
        RK_CHECK(plan());
        RK_CHECK(moveIn());
        step("Training and scoring, each run in a process of its own on one core, side by side "
             "where there are more");
        RK_TRY(const Exit exit, workStudy(m_study.folder, m_output));
        if (exit != kDone)
            return exit;
        return compare();
    }

private:
    Result<void> checkPlace() const;
    Result<void> images();
    Result<void> weights();
    Result<void> repair();
    Result<void> plan();
    Result<void> moveIn();
    Result<Exit> compare();
    void draw(const figures::Figure& figure, const std::string& name);
    [[nodiscard]] storage::Existing existing() const
    {
        return m_options.force ? storage::Existing::Replace : storage::Existing::Refuse;
    }
    void step(const std::string& what)
    {
        m_output.line({});
        m_output.line(std::to_string(++m_step) + ". " + what);
    }

    const Options& m_options;
    Output& m_output;
    study::SampleSize m_size;
    std::optional<storage::StagedFolder> m_staged; ///< the study until it stands
    study::Study m_study;
    checkpoint::Checkpoint m_original;
    std::string m_weights;
    std::vector<std::string> m_files;
    int m_step = 0;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

Result<void> Demo::checkPlace() const
{
    std::error_code code;
    const fs::path folder = m_options.folder;
    if (!fs::exists(folder, code) || (fs::is_directory(folder, code) && fs::is_empty(folder, code)))
        return {};
    const auto former = study::openStudy(folder);
    const bool demo = former && former->title == study::kSampleTitle;
    if (!m_options.force || !demo)
        return fail(ErrorKind::Usage, "There is something at this place already", folder.string(),
                    demo ? "Start again with --force, go on with rekindle-cli study run, or "
                           "choose another folder with -o."
                         : "Choose another folder with -o.");
    if (study::queueIsWorked(folder))
        return fail(ErrorKind::Busy, "Another process is working on this demo", folder.string(),
                    "Stop it first, or choose another folder with -o.");
    return {};
}

/// A former demo gives way now that the new one's runs are planned.
Result<void> Demo::moveIn()
{
    RK_CHECK(m_staged->moveIn());
    RK_TRY(m_study, study::openStudy(m_options.folder));
    return {};
}

Result<void> Demo::images()
{
    step("Reading the sample's images");
    ProgressLine progress(ProgressLine::Show::Yes);
    job::Watch watch;
    watch.progress = [&](const job::Progress& at) { progress.show(at); };
    RK_TRY(m_study, study::createSampleStudy(m_staged->path(), watch));
    progress.clear();
    RK_TRY(const auto manifest, study::images(m_study));
    m_output.line("   " + text::count(manifest.images.size()) + " images in " +
                  std::to_string(manifest.classes.size()) + " classes, " +
                  text::count(manifest.indicesOf(dataset::Part::Train).size()) + " to train and " +
                  text::count(manifest.indicesOf(dataset::Part::Test).size()) + " to test on");
    return {};
}

Result<void> Demo::weights()
{
    step("Looking at the starting weights");
    const auto* entry = study::findWeights(m_study, m_study.chosenWeights);
    RK_TRY(m_original, checkpoint::readCheckpoint(study::weightsFile(m_study, *entry)));
    m_output.line("   " + weights::name(m_original.architecture) + ", pretrained with " +
                  m_original.method + ", " + text::count(m_original.weights.parameters()) +
                  " parameters; it stands in for an ImageNet checkpoint");
    RK_TRY(const auto report, inspect::inspectWeights(m_original.weights, m_original.architecture));
    m_output.line("   " + text::count(report.totals.filters) + " filters: " +
                  text::fixed(100 * report.totals.shareAbove(), 1) + " % with a norm above 1, " +
                  text::count(report.totals.dead) + " dead (below 0.1)");
    return {};
}

Result<void> Demo::repair()
{
    step("Repairing them as in the paper, and proving what it changes");
    const auto settings = study::samplePlan(m_size).repair;
    RK_TRY(repair::Repaired repaired, repair::repairWeights(m_original, settings));
    RK_TRY(engine::Engine * engine, engine::loadEngine());
    engine::ProofImages images;
    images.folder = m_study.images;
    RK_TRY(repaired.report.proof,
           engine->prove(m_original, repaired.replaced, repaired.weights, images, job::Watch{}));
    const repair::FeatureProof& proof = *repaired.report.proof;
    const std::string original = m_study.chosenWeights;
    const fs::path target = study::repairTarget(m_study, original);
    RK_CHECK(study::writeRepaired(target, m_original, repaired));
    RK_TRY(const auto entry, study::addRepaired(m_study, original, target));
    m_weights = entry.id;
    m_output.line("   " + text::count(repaired.report.scaled.size()) + " layers scaled, " +
                  text::count(repaired.report.replaced.size()) + " dead filters replaced; over " +
                  text::count(proof.images) + " images scaling changes the features by " +
                  text::fixed(proof.change(), 5) + " of their size in use (" +
                  (proof.evalPreserved ? "preserved" : "not preserved") + ") and by " +
                  text::fixed(proof.trainChange(), 2) + " on batch statistics, as in training");
    RK_TRY(const auto before, inspect::inspectWeights(m_original.weights, m_original.architecture));
    RK_TRY(const auto after, inspect::inspectWeights(repaired.weights, m_original.architecture));
    draw(figures::normFigure(
             {{"before", figures::Role::Before, &before}, {"after", figures::Role::After, &after}},
             ""),
         "norms");
    return {};
}

Result<void> Demo::plan()
{
    step("Planning matched pairs: P1X from random weights, P2X from the repaired ones");
    RK_CHECK(study::planSampleRuns(m_study, m_weights, m_size));
    const study::SamplePlan plan = study::samplePlan(m_size);
    m_output.line("   " + std::to_string(plan.pairs) +
                  (plan.pairs == 1 ? " pair. " : " pairs from different seeds. ") + "SimCLR, " +
                  std::to_string(plan.pretrain.epochs) + " passes, batch " +
                  std::to_string(plan.pretrain.batch) + ", " +
                  std::to_string(plan.pretrain.imageSize) + " px; then fine-tuning with " +
                  text::number(100 * plan.score.fraction) + " % of the labels, " +
                  std::to_string(plan.score.repeats) + " repeats, at " +
                  std::to_string(plan.scoreEpochs.size()) +
                  " points of each run, and of the weights as they are");
    return {};
}

void Demo::draw(const figures::Figure& figure, const std::string& name)
{
    const fs::path folder = m_study.folder / "figures";
    if (!storage::makeFolder(folder))
        return;
    for (const char* ending : {".pdf", ".png"}) {
        const auto written = writeFigure(figure, folder / (name + ending));
        if (!written) {
            // The numbers are there all the same; a machine without the window goes on.
            m_output.warn({"no_figure", describe(written.error()), {}});
            return;
        }
        m_files.push_back("figures/" + name + ending);
    }
    m_files.push_back("figures/" + name + ".csv");
}

Result<Exit> Demo::compare()
{
    step("Comparing them");
    RK_TRY(const auto comparison, study::compareStudy(m_study));
    const study::PairComparison& pair = *comparison.all().front();
    for (const study::ComparisonPoint& point : pair.points)
        m_output.line("   pass " + scores::positionText(point.epoch) + ": P1X " +
                      text::fixed(100 * point.p1x.mean, 1) + " %, P2X " +
                      text::fixed(100 * point.p2x.mean, 1) + " %, difference " +
                      text::fixed(100 * point.difference, 1) + " points (" +
                      text::fixed(100 * point.low, 1) + " to " + text::fixed(100 * point.high, 1) +
                      ")");
    m_output.warn(pair.warnings);
    draw(study::comparisonFigure(pair), "comparison");
    RK_CHECK(storage::atomicWrite(m_study.folder / "figures" / "comparison.tex",
                                  study::toLatex(comparison)));
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    m_output.line({});
    m_output.line(study::sentence(pair) +
                  " Sample images, many crops of a few photographs: an example of the way, not a "
                  "finding.");
    m_output.line({});
    m_output.line("Everything is in " + m_study.folder.string() + " (" + text::duration(seconds) +
                  ").");
    m_output.line("Look next at figures/comparison.pdf and figures/norms.pdf, open the folder in "
                  "the window with `rekindle " +
                  m_study.folder.string() +
                  "`, or start with your own images: `rekindle-cli dataset FOLDER`.");
    Json json{{"study", pathToJson(m_study.folder)},
              {"sentence", study::sentence(pair)},
              {"seconds", seconds},
              {"files", m_files}};
    addKeys(json, study::toJson(comparison));
    m_output.object("rekindle.demo/1", json);
    return kDone;
}

Result<Exit> run(const Options& options, Output& output)
{
    output.line("The whole chain on the bundled sample: two-step pretraining (Ciga, Xu, Martel).");
    return Demo(options, output).run();
}

} // namespace

void addDemo(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "demo", "The whole chain on the sample, in a few minutes",
                             "rekindle-cli demo -o my-first-study");
    verb->add_option("-o,--output", options->folder, "The study folder to make (rekindle-demo)");
    verb->add_flag("--quick", options->quick, "Shorter runs: shows the way, not a result");
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

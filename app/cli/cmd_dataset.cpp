#include "app/cli/commands.h"
#include "app/cli/run_work.h"
#include "core/base/text.h"
#include "core/dataset/split.h"

#include <map>
#include <string>
#include <vector>

namespace rekindle::cli {
namespace {

struct Options {
    std::string folder;
    ImageOptions images;
};

/// Thousands of a kind are one line more than a few: --json lists them all.
void showProblems(const std::vector<dataset::Problem>& problems, Output& output)
{
    constexpr std::size_t kMostOfAKind = 10;
    std::map<std::string, std::size_t> counts;
    for (const dataset::Problem& problem : problems) {
        const std::size_t number = ++counts[problem.kind];
        if (number <= kMostOfAKind)
            output.line("  left out: " + text::shown(problem.file) + " (" + problem.kind + ") " +
                        problem.message);
    }
    for (const auto& [kind, count] : counts) {
        if (count > kMostOfAKind)
            output.line("  left out: " + text::count(count - kMostOfAKind) + " more (" + kind +
                        "); --json lists them all");
    }
}

void showManifest(const dataset::Manifest& manifest, Output& output)
{
    output.line(manifest.folder.string());
    output.line(manifest.readAs);
    output.line(text::count(manifest.images.size(), "image") +
                (manifest.patients ? " of " + text::count(*manifest.patients, "patient") : ""));
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> all(manifest.images.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    const auto counts = manifest.classCounts(all);
    for (std::size_t i = 0; i < manifest.classes.size(); ++i)
        rows.push_back({"  " + text::shown(manifest.classes[i], 60), text::count(counts[i])});
    if (!rows.empty())
        output.line("classes");
    output.table(rows);
    for (const dataset::Part part :
         {dataset::Part::Train, dataset::Part::Validation, dataset::Part::Test}) {
        const auto count = manifest.indicesOf(part).size();
        if (count > 0)
            output.line(std::string(dataset::partName(part)) + "  " + text::count(count));
    }
    if (manifest.splitSeed)
        output.line("The test images were drawn with seed " + std::to_string(*manifest.splitSeed) +
                    "; pretraining never sees them");
    if (const std::string levels = image::describe(manifest.reading); !levels.empty())
        output.line("read by  " + levels);
    showProblems(manifest.problems, output);
    for (const dataset::Problem& remark : manifest.remarks) {
        if (!remark.file.empty())
            output.line("  taken: " + text::shown(remark.file) + " " + remark.message);
    }
    for (const auto& group : manifest.duplicates)
        output.line("  the same bytes: " + text::shown(text::join(group, ", "), 400));
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const auto manifest, scanImages(options.folder, options.images, output));
    showManifest(manifest, output);
    output.warn(dataset::imageWarnings(manifest));
    output.warn(dataset::splitWarnings(manifest));
    output.object("rekindle.dataset/1", dataset::toJson(manifest));
    return kDone;
}

} // namespace

void addDataset(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb =
        addVerb(program, "dataset",
                "Classes, counts, sizes, unreadable files, duplicates, patients, splits",
                "rekindle-cli dataset my-images/ --json");
    verb->add_option("folder", options->folder, "The images")->required();
    addImageOptions(*verb, options->images);
    verb->add_option("--threads", options->images.threads, "Readers at once (all cores)");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

#include "app/cli/commands.h"
#include "app/cli/packed_option.h"
#include "app/cli/run_work.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/dataset/near_copies.h"
#include "core/dataset/split.h"
#include "core/packed/pack.h"
#include "core/packed/packed_images.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace rekindle::cli {
namespace {

constexpr std::size_t kLongestName = 4096;

struct Options {
    std::string folder;
    ImageOptions images;
    std::string pack;  ///< the file to make, or empty
    int packFor = 224; ///< views of this size, pixels
    int shortSide = 0; ///< 0: as packFor needs
    bool force = false;
    bool dryRun = false;
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

/// Near copies on both sides of the split that scoring uses by default; where its warnings tell of
/// none, none are looked for.
std::vector<dataset::NearCopy> nearCopiesOf(const dataset::Manifest& manifest,
                                            const Warnings& warnings)
{
    const auto& items = warnings.items();
    if (std::none_of(items.begin(), items.end(),
                     [](const Warning& warning) { return warning.kind == "near_copies_in_test"; }))
        return {};
    auto split = dataset::splitOf(manifest);
    if (!split)
        split = dataset::splitOf(manifest, dataset::Leaks::Keep);
    return split ? dataset::nearCopiesInTest(manifest, *split) : std::vector<dataset::NearCopy>{};
}

void showNearCopies(const dataset::Manifest& manifest, const Warnings& warnings, Output& output,
                    Json& json)
{
    constexpr std::size_t kMost = 20;
    const auto near = nearCopiesOf(manifest, warnings);
    json["near_copies"] = Json::array();
    for (std::size_t i = 0; i < near.size(); ++i) {
        const std::string one = manifest.nameOf(manifest.images[near[i].one]);
        const std::string other = manifest.nameOf(manifest.images[near[i].other]);
        json["near_copies"].push_back({{"image", text::shown(one, kLongestName)},
                                       {"test_image", text::shown(other, kLongestName)},
                                       {"bits", near[i].bits}});
        if (i < kMost)
            output.line("  nearly the same: " + text::shown(one) + " and the test image " +
                        text::shown(other));
    }
    if (near.size() > kMost)
        output.line("  nearly the same: " + text::count(near.size() - kMost) +
                    " more pairs; --json lists them all");
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

packed::PackSettings packSettings(const Options& options)
{
    packed::PackSettings settings;
    settings.shortSide =
        options.shortSide > 0 ? options.shortSide : packed::shortSideFor(options.packFor);
    settings.replace = options.force;
    if (options.images.threads > 0)
        settings.threads = options.images.threads;
    return settings;
}

/// Says what packing takes before it begins, and with --dry-run no more.
Result<void> pack(const Options& options, const dataset::Manifest& manifest, Output& output,
                  Json& json)
{
    const auto settings = packSettings(options);
    RK_TRY(const auto estimate, packed::estimatePack(manifest, settings));
    output.line("packing " + text::count(manifest.images.size(), "image") + ", shorter side " +
                std::to_string(settings.shortSide) + " pixels, into " + options.pack + ": " +
                text::bytes(estimate.bytes) + ", " + packTime(estimate));
    Json about{{"file", pathToJson(options.pack)},
               {"short_side", settings.shortSide},
               {"bytes", estimate.bytes},
               {"estimated_seconds", estimate.seconds}};
    if (!options.dryRun) {
        packed::Packed outcome{};
        RK_CHECK(watched(output, [&](const job::Watch& watch) -> Result<void> {
            RK_TRY(outcome, packed::packImages(manifest, options.pack, settings, watch));
            return {};
        }));
        RK_TRY(const auto packed, packed::PackedImages::open(options.pack));
        about["sha256"] = packed->sha256();
        about["up_to_date"] = outcome == packed::Packed::UpToDate;
        output.line(outcome == packed::Packed::UpToDate
                        ? "  it holds these images already"
                        : "  done: " + text::bytes(packed->bytes()));
    }
    json["packed"] = std::move(about);
    return {};
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const auto manifest, scanImages(options.folder, options.images, output));
    showManifest(manifest, output);
    output.warn(dataset::imageWarnings(manifest));
    const Warnings warnings = dataset::splitWarnings(manifest);
    output.warn(warnings);
    Json json = dataset::toJson(manifest);
    showNearCopies(manifest, warnings, output, json);
    if (!options.pack.empty())
        RK_CHECK(pack(options, manifest, output, json));
    output.object("rekindle.dataset/1", json);
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
    verb->add_option("--pack", options->pack,
                     "Make one HDF5 file of all pictures, made smaller once, for fast reading");
    auto* packFor = verb->add_option("--pack-for", options->packFor,
                                     "Side of the views that it has to serve, pixels (224)");
    packFor->check(CLI::Range(8, 4096));
    verb->add_option("--short-side", options->shortSide,
                     "The copies' shorter side, pixels (8/7 of --pack-for)")
        ->check(CLI::Range(8, 32768))
        ->excludes(packFor);
    addForce(*verb, options->force);
    addDryRun(*verb, options->dryRun);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

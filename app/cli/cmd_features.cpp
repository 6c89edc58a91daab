#include "app/cli/commands.h"
#include "app/cli/figure_file.h"
#include "app/cli/reading_options.h"
#include "app/cli/run_work.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/engine/engine.h"
#include "core/figures/figure_csv.h"
#include "core/storage/atomic_write.h"
#include "core/storage/table_file.h"

#include <charconv>

namespace rekindle::cli {
namespace {

struct Options {
    std::string checkpoint;
    std::string images;
    image::Reading reading;
    std::string output;
    std::string imageSize = "224";
    std::string device = "auto";
    int threads = 0;
    bool force = false;
};

enum class Kind { Csv, Hdf5 };

Result<Kind> kindOf(const std::filesystem::path& file)
{
    const std::string ending = text::lower(file.extension().string());
    if (ending == ".csv")
        return Kind::Csv;
    if (ending == ".h5" || ending == ".hdf5")
        return Kind::Hdf5;
    return fail(ErrorKind::Usage, "The name of the output does not say what it is to be",
                file.string(), "End it in .h5 or .csv.");
}

/// 0 for "native".
Result<int> sizeOf(const std::string& text)
{
    if (text == "native")
        return 0;
    int size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc() || end != text.data() + text.size() || size < 1 || size > 4096)
        return fail(ErrorKind::Usage, "--image-size takes pixels from 1 to 4096, or native",
                    text::shown(text, 40));
    return size;
}

/// A row an image, each number as the shortest text that reads back as the same float32.
std::string toCsv(const engine::Features& features)
{
    std::string csv = "file";
    for (std::int64_t i = 0; i < features.dimension; ++i)
        csv += ",f" + std::to_string(i);
    csv += '\n';
    const auto width = static_cast<std::size_t>(features.dimension);
    for (std::size_t row = 0; row < features.files.size(); ++row) {
        csv += figures::csvField(features.files[row]);
        for (std::size_t i = 0; i < width; ++i) {
            char digits[32];
            const auto [end, error] =
                std::to_chars(digits, digits + sizeof digits, features.values[row * width + i]);
            csv += ',';
            csv.append(digits, end);
        }
        csv += '\n';
    }
    return csv;
}

storage::Table toTable(engine::Features features, const checkpoint::Checkpoint& checkpoint,
                       const std::string& sha256, const std::string& size)
{
    storage::Table table;
    const std::uint64_t rows = features.files.size();
    table.attributes = {
        {"weights", sha256},
        {"architecture", weights::name(checkpoint.architecture)},
        {"padding", std::string(weights::paddingName(checkpoint.conventions.padding))},
        {"normalisation",
         std::string(weights::normalisationName(checkpoint.conventions.normalisation))},
        {"image_size", size},
        {"reading", dumpJsonLine(image::toJson(features.reading))}};
    table.arrays["files"] = {{rows}, std::move(features.files)};
    table.arrays["features"] = {{rows, static_cast<std::uint64_t>(features.dimension)},
                                std::move(features.values)};
    return table;
}

Result<engine::Features> compute(const checkpoint::Checkpoint& checkpoint, const Options& options,
                                 int size, Output& output)
{
    RK_TRY(auto* engine, engine::loadEngine());
    RK_TRY(const auto source, imageSource(options.images, options.reading));
    engine::Features features;
    RK_CHECK(watched(output, [&](const job::Watch& watch) -> Result<void> {
        RK_TRY(features,
               engine->features(
                   checkpoint,
                   {source.folder, source.reading, size, options.device, options.threads}, watch));
        return {};
    }));
    return features;
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const Kind kind, kindOf(options.output));
    RK_TRY(const int size, sizeOf(options.imageSize));
    RK_CHECK(checkOutput(options.output, options.force ? Overwrite::Allow : Overwrite::Refuse));
    RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(options.checkpoint));
    output.warn(checkpoint.warnings);
    RK_TRY(const std::string sha256, checkpoint::contentHash(checkpoint));
    RK_TRY(auto features, compute(checkpoint, options, size, output));
    output.warn(features.warnings);
    const std::size_t images = features.files.size();
    const std::int64_t dimension = features.dimension;
    const image::Reading reading = features.reading;
    const auto existing = options.force ? storage::Existing::Replace : storage::Existing::Refuse;
    if (kind == Kind::Csv) {
        RK_CHECK(storage::atomicWrite(options.output, toCsv(features), existing));
    } else {
        RK_CHECK(storage::writeTable(
            options.output, toTable(std::move(features), checkpoint, sha256, options.imageSize),
            existing));
    }
    output.line("written  " + options.output + ": " + text::count(images, "image") + ", " +
                text::count(static_cast<std::uint64_t>(dimension), "feature") + " each");
    if (const std::string levels = image::describe(reading); !levels.empty())
        output.line("read by  " + levels);
    output.object("rekindle.features/1", Json{{"checkpoint", pathToJson(options.checkpoint)},
                                              {"output", pathToJson(options.output)},
                                              {"images", images},
                                              {"feature_dim", dimension},
                                              {"image_size", options.imageSize},
                                              {"reading", image::toJson(reading)},
                                              {"conventions", toJson(checkpoint.conventions)},
                                              {"sha256", sha256}});
    return kDone;
}

} // namespace

void addFeatures(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(
        program, "features", "Pooled features of images under the checkpoint's own conventions",
        "rekindle-cli features simclr.pth --images my-images/ -o features.csv");
    verb->add_option("checkpoint", options->checkpoint, "The weights")->required();
    verb->add_option("--images", options->images,
                     "The folder of images; of a study or a run: its images, read as it reads them")
        ->required();
    verb->add_option("-o,--output", options->output, "The new .h5 or .csv")->required();
    verb->add_option("--image-size", options->imageSize,
                     "Side of the central view in pixels (224), or native: as they are");
    addReadingOptions(*verb, options->reading);
    verb->add_option("--device", options->device, "auto, cpu or cuda[:N] (auto)");
    verb->add_option("--threads", options->threads, "Threads (all cores)");
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

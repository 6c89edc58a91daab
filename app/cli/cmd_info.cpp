#include "app/cli/commands.h"

#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"

namespace rekindle::cli {
namespace {

struct Options {
    std::string checkpoint;
};

std::string some(const std::vector<std::string>& names)
{
    constexpr std::size_t kShown = 5;
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i)
        shown.push_back(text::shown(names[i], 60));
    std::string line = text::join(shown, ", ");
    if (names.size() > kShown)
        line += " and " + text::count(names.size() - kShown) + " more";
    return line.empty() ? "none" : line;
}

std::string networkLine(const checkpoint::Checkpoint& checkpoint)
{
    if (!checkpoint.onlyLook.empty())
        return text::count(checkpoint.layers.size(), "convolution") +
               " that can be looked at, not trained";
    return weights::name(checkpoint.architecture) + ", " +
           text::count(static_cast<std::uint64_t>(checkpoint.architecture.featureDim), "feature");
}

Result<Exit> run(const Options& options, Output& output)
{
    checkpoint::ReadOptions reading;
    reading.anyNetwork = true;
    RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(options.checkpoint, reading));
    RK_TRY(const std::string sha256, checkpoint::contentHash(checkpoint));
    const auto& conventions = checkpoint.conventions;
    output.line("file          " + text::shown(checkpoint.file.filename().string()));
    output.line("format        " + checkpoint.format + ", " + text::bytes(checkpoint.bytes));
    output.line("writer        " +
                (checkpoint.writer.empty() ? "not known" : text::shown(checkpoint.writer)));
    output.line("method        " +
                (checkpoint.method.empty() ? "the file does not say" : checkpoint.method));
    output.line("network       " + networkLine(checkpoint));
    output.line("parameters    " + text::count(checkpoint.weights.parameters()));
    // Of a network that can only be looked at nothing is known of its borders and pixels.
    if (checkpoint.onlyLook.empty()) {
        output.line("padding       " + std::string(weights::paddingName(conventions.padding)));
        output.line("normalisation " +
                    std::string(weights::normalisationName(conventions.normalisation)));
    }
    output.line("ignored       " + some(checkpoint.ignored));
    output.line("filled in     " + some(checkpoint.missing));
    output.line(std::string("checksum      ") + (checkpoint.checksums
                                                     ? "every value is covered and fits"
                                                     : "this format has no checksum"));
    output.line("sha256        " + sha256);
    output.warn(checkpoint.warnings);
    output.object("rekindle.info/1", checkpoint::infoJson(checkpoint, sha256));
    return kDone;
}

} // namespace

void addInfo(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "info", "Say what a checkpoint is, without trusting it",
                             "rekindle-cli info simclr.pth");
    verb->add_option("checkpoint", options->checkpoint, "The file")->required();
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

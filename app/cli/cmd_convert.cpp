#include "app/cli/commands.h"
#include "app/cli/figure_file.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/formats/torch_zip_writer.h"
#include "core/weights/safetensors_writer.h"

namespace rekindle::cli {
namespace {

struct Options {
    std::string input;
    std::string output;
    bool withHead = false;
    bool force = false;
};

enum class Kind { Safetensors, Torch };

Result<Kind> kindOf(const std::filesystem::path& file)
{
    const std::string ending = text::lower(file.extension().string());
    if (ending == ".safetensors")
        return Kind::Safetensors;
    if (ending == ".pth" || ending == ".pt")
        return Kind::Torch;
    return fail(ErrorKind::Usage, "The name of the output does not say what it is to be",
                file.string(), "End it in .safetensors or .pth.");
}

/// What PyTorch's file cannot say, and what was not kept.
void warnOf(const checkpoint::Checkpoint& checkpoint, const Options& options, Kind kind,
            Output& output)
{
    const weights::Conventions plain{weights::Padding::Torchvision,
                                     checkpoint.conventions.normalisation, 1e-5};
    if (kind == Kind::Torch && !(checkpoint.conventions == plain))
        output.warn({"conventions_lost",
                     "A .pth file cannot say that this network pads its borders as '" +
                         std::string(weights::paddingName(checkpoint.conventions.padding)) +
                         "'; torchvision's classes compute something else with these weights",
                     options.output});
    if (options.withHead && checkpoint.head.items().empty())
        output.warn({"no_head", "The file has no classifier that fits the network",
                     checkpoint.file.filename().string()});
    if (!checkpoint.doubles.empty())
        output.warn({"rounded", "Values of 64 bits are written in 32",
                     checkpoint.file.filename().string()});
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const Kind kind, kindOf(options.output));
    RK_CHECK(checkOutput(options.output, options.force ? Overwrite::Allow : Overwrite::Refuse));
    checkpoint::ReadOptions reading;
    reading.keepHead = options.withHead;
    reading.keepDoubles = true;
    RK_TRY(auto checkpoint, checkpoint::readCheckpoint(options.input, reading));
    output.warn(checkpoint.warnings);
    warnOf(checkpoint, options, kind, output);
    RK_TRY(const std::string sha256, checkpoint::contentHash(checkpoint));
    weights::WeightSet weights = std::move(checkpoint.weights);
    for (auto& item : checkpoint.head.items())
        weights.set(item.name, item.tensor);
    const auto existing = options.force ? storage::Existing::Replace : storage::Existing::Refuse;
    if (kind == Kind::Torch) {
        RK_CHECK(formats::writeTorchZip(options.output, weights, existing));
    } else {
        auto notes = checkpoint::notesOf(checkpoint);
        notes["rekindle.origin"] = "converted from " + sha256;
        RK_CHECK(weights::writeSafetensors(options.output, weights, notes, existing));
    }
    output.line("written  " + options.output + ": " + weights::name(checkpoint.architecture) +
                ", " + text::count(weights.items().size(), "tensor") +
                (checkpoint.head.items().empty() ? "" : " with its classifier"));
    output.object("rekindle.convert/1", Json{{"input", pathToJson(options.input)},
                                             {"output", pathToJson(options.output)},
                                             {"architecture", toJson(checkpoint.architecture)},
                                             {"conventions", toJson(checkpoint.conventions)},
                                             {"tensors", weights.items().size()},
                                             {"head", !checkpoint.head.items().empty()},
                                             {"sha256", sha256}});
    return kDone;
}

} // namespace

void addConvert(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb =
        addVerb(program, "convert", "Write a checkpoint under torchvision's names",
                "rekindle-cli convert swav_800ep_pretrain.pth.tar -o swav.safetensors");
    verb->add_option("checkpoint", options->input, "The weights; they are never changed")
        ->required();
    verb->add_option("-o,--output", options->output, "The new .safetensors or .pth")->required();
    verb->add_flag("--with-head", options->withHead, "Keep its classifier, as fc");
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli

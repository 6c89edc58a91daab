#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/checkpoint/backbone.h"
#include "core/checkpoint/backbone_values.h"
#include "core/checkpoint/choose_network.h"
#include "core/checkpoint/final_tensors.h"
#include "core/checkpoint/naming.h"
#include "core/checkpoint/other_network.h"
#include "core/checkpoint/part_name.h"
#include "core/formats/open_tensors.h"

#include <algorithm>

namespace rekindle::checkpoint {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{64} << 30;

/// TensorFlow's users call a checkpoint by what its files' names have in common.
std::filesystem::path chosen(const std::filesystem::path& file)
{
    std::filesystem::path index = file;
    index += ".index";
    std::error_code code;
    return !std::filesystem::exists(file, code) && std::filesystem::exists(index, code) ? index
                                                                                        : file;
}

Result<void> checkSize(const storage::FileParts& parts)
{
    if (parts.bytes() <= kLargestFile)
        return {};
    return fail(ErrorKind::Limit,
                "The file is " + text::bytes(parts.bytes()) + "; files over 64 GiB are not opened",
                parts.first()->path().string(), "Save the weights alone.");
}

/// Conventions that no file states and that somebody else may have chosen otherwise.
void warnOfInput(Checkpoint& checkpoint)
{
    const std::string name = checkpoint.file.filename().string();
    if (checkpoint.architecture.inputChannels == 1)
        checkpoint.warnings.add(
            "grey_input",
            "This network takes grey images; colours are weighed .299, .587 and "
            ".114 into one channel",
            name);
    if (checkpoint.architecture.inputChannels == 4)
        checkpoint.warnings.add("fourth_channel",
                                "This network takes images of four channels; the fourth is filled "
                                "with ones",
                                name);
    if (checkpoint.architecture.paddedShortcuts)
        checkpoint.warnings.add("padded_shortcuts",
                                "The shortcuts of this network have no weights; new channels are "
                                "zeros, half of them before the others",
                                name);
}

/// The network to take, and its tensors.
Result<std::pair<Origin, Backbone>> findNetwork(const FileTensors& file, const Registry& registry,
                                                Warnings& warnings)
{
    RK_TRY(const Choice choice, chooseNetwork(file, registry.names, warnings));
    RK_TRY(Backbone backbone,
           findBackbone(file, choice.naming->map(file, choice.network), choice.network.stem));
    RK_TRY(Origin origin, choice.naming->origin(file, backbone.architecture));
    return std::pair(std::move(origin), std::move(backbone));
}

/// What a file without a network of ours is, in the words that say most.
Error whatItIs(const FileTensors& file, const formats::StoredTensors& stored, Error error)
{
    if (const auto part = partName(std::filesystem::path(file.subject()).filename().string()))
        return {ErrorKind::Mismatch,
                "This is part " + std::to_string(part->number) + " of " +
                    std::to_string(part->count) + " of a checkpoint, whose index opens all of them",
                file.subject(), "Choose the file beside it whose name ends in .index.json."};
    if (!stored.unread.empty())
        return unreadTensors(stored.unread, file.subject());
    std::vector<NamedShape> tensors;
    for (std::size_t place = 0; place < file.size(); ++place)
        tensors.push_back({file.name(place), file.info(place).shape});
    return knownNetwork(tensors, file.subject()).value_or(std::move(error));
}

/// A part may look like a whole network of fewer stages.
Result<std::pair<Origin, Backbone>> findWhole(const FileTensors& file,
                                              const formats::StoredTensors& stored,
                                              const Registry& registry, Warnings& warnings)
{
    auto found = findNetwork(file, registry, warnings);
    if (found && partName(std::filesystem::path(file.subject()).filename().string()))
        return fail(whatItIs(file, stored, {}));
    if (!found && found.error().kind == ErrorKind::Mismatch)
        return fail(whatItIs(file, stored, std::move(found).error()));
    return found;
}

/// Tensors beside the network that have no plain row of values.
void warnOfUnread(const formats::StoredTensors& stored, Checkpoint& checkpoint)
{
    if (stored.unread.empty())
        return;
    checkpoint.warnings.add("unread_tensors",
                            unreadTensors(stored.unread, "").message +
                                "; the network is whole without",
                            checkpoint.file.filename().string());
    for (const formats::UnreadTensor& tensor : stored.unread)
        checkpoint.ignored.push_back(tensor.name);
}

/// A network that is no ResNet, for looking at; `why` says what it is.
Result<Checkpoint> readLayers(const FileTensors& file, formats::StoredTensors& stored,
                              const ReadOptions& options, const Error& why, Checkpoint checkpoint)
{
    const std::vector<PlainLayer> layers = findPlainLayers(file);
    if (layers.empty())
        return fail(why);
    checkpoint.onlyLook = why.message;
    checkpoint.warnings.add("only_look", why.message + ". It can be looked at, not trained",
                            checkpoint.file.filename().string());
    RK_CHECK(loadLayers(stored, layers, options, checkpoint));
    std::vector<bool> taken(file.size(), false);
    for (const PlainLayer& layer : layers) {
        checkpoint.layers.push_back({layer.conv, layer.norm});
        for (const NamedTensor& tensor : layer.tensors)
            taken[tensor.place] = true;
    }
    for (std::size_t place = 0; place < file.size(); ++place) {
        if (!taken[place])
            checkpoint.ignored.push_back(file.name(place));
    }
    return checkpoint;
}

Result<Checkpoint> read(const std::shared_ptr<storage::FileParts>& parts,
                        const ReadOptions& options, const Registry& registry)
{
    Checkpoint checkpoint;
    checkpoint.file = parts->first()->path();
    RK_CHECK(checkSize(*parts));
    RK_TRY(auto stored, formats::openTensors(*parts, registry.containers));
    RK_CHECK(checkSize(*parts));
    checkpoint.parts = parts;
    checkpoint.bytes = parts->bytes();
    checkpoint.format = stored->format;
    checkpoint.checksums = stored->checksums;
    checkpoint.writer = stored->writer;
    checkpoint.metadata = stored->metadata;
    const std::string subject = checkpoint.file.string();
    RK_TRY(auto file, FileTensors::of(stored->tensors(), stored->metadata, subject));
    if (auto made = findMadeTensors(file, checkpoint.warnings); !made.empty()) {
        stored = finalTensors(std::move(stored), std::move(made));
        RK_TRY(file, FileTensors::of(stored->tensors(), stored->metadata, subject));
    }
    auto found = findWhole(file, *stored, registry, checkpoint.warnings);
    if (!found && found.error().kind == ErrorKind::Mismatch && options.anyNetwork)
        return readLayers(file, *stored, options, found.error(), std::move(checkpoint));
    RK_TRY(auto network, std::move(found));
    auto& [origin, backbone] = network;
    backbone.architecture.stemRelu = origin.stemRelu;
    checkpoint.architecture = backbone.architecture;
    checkpoint.method = std::move(origin.method);
    checkpoint.conventions = origin.conventions;
    checkpoint.warnings.add(origin.warnings);
    if (!origin.writer.empty())
        checkpoint.writer = std::move(origin.writer);
    warnOfInput(checkpoint);
    RK_CHECK(loadBackbone(*stored, backbone, options, checkpoint));
    checkpoint.ignored = std::move(backbone.ignored);
    checkpoint.missing = std::move(backbone.missing);
    warnOfUnread(*stored, checkpoint);
    return checkpoint;
}

} // namespace

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file, const ReadOptions& options,
                                  const Registry& registry)
{
    return guard(file.string(), [&]() -> Result<Checkpoint> {
        RK_TRY(auto parts, storage::FileParts::open(chosen(file)));
        return read(std::make_shared<storage::FileParts>(std::move(parts)), options, registry);
    });
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file, const ReadOptions& options)
{
    return readCheckpoint(file, options, Registry{});
}

} // namespace rekindle::checkpoint

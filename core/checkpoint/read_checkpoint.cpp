#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/checkpoint/backbone.h"
#include "core/checkpoint/backbone_values.h"
#include "core/checkpoint/choose_network.h"
#include "core/checkpoint/naming.h"
#include "core/formats/looks_like.h"

#include <algorithm>

namespace rekindle::checkpoint {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{64} << 30;
constexpr std::uint64_t kGlimpseStart = 4096;
constexpr std::uint64_t kGlimpseEnd = 64;

Result<void> checkSize(const storage::FileParts& parts)
{
    if (parts.bytes() <= kLargestFile)
        return {};
    return fail(ErrorKind::Limit,
                "The file is " + text::bytes(parts.bytes()) + "; files over 64 GiB are not opened",
                parts.first()->path().string(), "Save the weights alone.");
}

Result<std::unique_ptr<formats::StoredTensors>>
openTensors(storage::FileParts& parts, std::span<const formats::CheckpointFormat> containers)
{
    const storage::InputFile& file = *parts.first();
    RK_TRY(const auto start, file.read(0, std::min(kGlimpseStart, file.size())));
    const std::uint64_t tail = std::min(kGlimpseEnd, file.size());
    RK_TRY(const auto end, file.read(file.size() - tail, tail));
    const formats::Glimpse glimpse{file.path().filename().string(), file.size(), start, end};
    for (const formats::CheckpointFormat& format : containers) {
        if (format.probe(glimpse))
            return format.read(parts);
    }
    return fail(formats::looksLike(glimpse, file.path().string()));
}

Result<Checkpoint> read(const std::shared_ptr<storage::FileParts>& parts,
                        const ReadOptions& options, const Registry& registry)
{
    Checkpoint checkpoint;
    checkpoint.file = parts->first()->path();
    RK_CHECK(checkSize(*parts));
    RK_TRY(const auto stored, openTensors(*parts, registry.containers));
    RK_CHECK(checkSize(*parts));
    checkpoint.parts = parts;
    checkpoint.bytes = parts->bytes();
    checkpoint.format = stored->format;
    checkpoint.writer = stored->writer;
    checkpoint.metadata = stored->metadata;
    RK_TRY(const FileTensors file,
           FileTensors::of(stored->tensors(), stored->metadata, checkpoint.file.string()));
    RK_TRY(const Choice choice, chooseNetwork(file, registry.names, checkpoint.warnings));
    RK_TRY(Backbone backbone,
           findBackbone(file, choice.naming->map(file, choice.network), choice.network.stem));
    RK_TRY(Origin origin, choice.naming->origin(file, backbone.architecture));
    checkpoint.architecture = backbone.architecture;
    checkpoint.method = std::move(origin.method);
    checkpoint.conventions = origin.conventions;
    checkpoint.warnings.add(origin.warnings);
    if (!origin.writer.empty())
        checkpoint.writer = std::move(origin.writer);
    RK_CHECK(loadBackbone(*stored, backbone, options, checkpoint));
    checkpoint.ignored = std::move(backbone.ignored);
    checkpoint.missing = std::move(backbone.missing);
    return checkpoint;
}

} // namespace

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file, const ReadOptions& options,
                                  const Registry& registry)
{
    return guard(file.string(), [&]() -> Result<Checkpoint> {
        RK_TRY(auto parts, storage::FileParts::open(file));
        return read(std::make_shared<storage::FileParts>(std::move(parts)), options, registry);
    });
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file, const ReadOptions& options)
{
    return readCheckpoint(file, options, Registry{});
}

} // namespace rekindle::checkpoint

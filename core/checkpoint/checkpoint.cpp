#include "core/checkpoint/checkpoint.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/checkpoint/origin.h"
#include "core/formats/format.h"
#include "core/formats/looks_like.h"
#include "core/storage/digest.h"

#include <algorithm>
#include <cmath>

namespace rekindle::checkpoint {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{64} << 30;

/// The digest of the open file: what is read is what is named, whatever happens to the path.
Result<std::string> digestOf(const storage::InputFile& file)
{
    storage::Sha256 digest;
    std::vector<std::byte> buffer(
        static_cast<std::size_t>(std::min<std::uint64_t>(1U << 20, file.size())));
    for (std::uint64_t at = 0; at < file.size();) {
        const auto count = std::min<std::uint64_t>(buffer.size(), file.size() - at);
        const std::span<std::byte> piece(buffer.data(), static_cast<std::size_t>(count));
        RK_CHECK(file.readAt(at, piece));
        digest.add(piece);
        at += count;
    }
    return digest.hex();
}

Result<std::unique_ptr<formats::StoredTensors>>
openTensors(std::shared_ptr<const storage::InputFile> file)
{
    std::vector<std::byte> bytes(
        static_cast<std::size_t>(std::min<std::uint64_t>(4096, file->size())));
    RK_CHECK(file->readAt(0, bytes));
    const formats::FileStart start{bytes, file->size()};
    for (const formats::CheckpointFormat& format : formats::formats()) {
        if (format.probe(start))
            return format.read(std::move(file));
    }
    return fail(formats::looksLike(start, *file));
}

/// Where a layer's values come from, for a sentence about them.
std::string layerOf(const std::string& name)
{
    return name.substr(0, name.rfind('.'));
}

/// Values that are not numbers, and variances below zero, which no training leaves behind.
Result<void> checkValues(Checkpoint& checkpoint, bool allow)
{
    for (const auto& item : checkpoint.weights.items()) {
        const auto& values = item.tensor.values;
        const auto strange = static_cast<std::uint64_t>(
            std::count_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); }));
        const bool variance = item.name.find("running_var") != std::string::npos;
        const auto negative = static_cast<std::uint64_t>(
            variance ? std::count_if(values.begin(), values.end(), [](float v) { return v < 0; })
                     : 0);
        std::string problem;
        if (strange > 0)
            problem =
                "Layer " + layerOf(item.name) + " has " + text::count(strange) +
                (strange == 1 ? " value that is not a number" : " values that are not numbers");
        else if (negative > 0)
            problem = "Layer " + layerOf(item.name) + " has " + text::count(negative) +
                      " variances below zero";
        if (problem.empty())
            continue;
        if (!allow)
            return fail(ErrorKind::Damaged, problem, checkpoint.file.string(),
                        "Training that left such weights has failed; use an earlier checkpoint.");
        checkpoint.warnings.push_back(problem + ".");
    }
    return {};
}

Result<void> loadBackbone(formats::StoredTensors& stored, const Backbone& backbone,
                          Checkpoint& checkpoint)
{
    std::vector<std::size_t> wanted;
    for (const auto& [name, place] : backbone.tensors)
        wanted.push_back(place);
    RK_TRY(auto tensors, stored.load(wanted));
    std::size_t next = 0;
    for (const weights::ConvLayer& layer : weights::convLayers(backbone.architecture)) {
        std::vector<std::string> names{layer.conv + ".weight"};
        for (const char* part :
             {".weight", ".bias", ".running_mean", ".running_var", ".num_batches_tracked"})
            names.push_back(layer.norm + part);
        for (std::string& name : names) {
            const bool counter = name == names.back();
            if (next < backbone.tensors.size() && backbone.tensors[next].first == name) {
                weights::Tensor tensor = std::move(tensors[next++]);
                tensor.stored = counter ? weights::Stored::Int64 : weights::Stored::Float32;
                if (counter && (tensor.values.size() != 1 || !std::isfinite(tensor.values[0]) ||
                                tensor.values[0] < 0))
                    return fail(ErrorKind::Damaged, "Its batch counter '" + name + "' is no count",
                                checkpoint.file.string(), "Fetch the file again.");
                if (counter)
                    tensor =
                        weights::Tensor{{}, {std::floor(tensor.values[0])}, weights::Stored::Int64};
                checkpoint.weights.set(std::move(name), std::move(tensor));
            } else {
                checkpoint.weights.set(std::move(name),
                                       weights::Tensor{{}, {0.0F}, weights::Stored::Int64});
            }
        }
    }
    return {};
}

Result<Checkpoint> readOpen(const std::shared_ptr<const storage::InputFile>& file,
                            const ReadOptions& options)
{
    Checkpoint checkpoint;
    checkpoint.file = file->path();
    checkpoint.bytes = file->size();
    if (file->size() > kLargestFile)
        return fail(ErrorKind::Limit,
                    "The file is " + text::bytes(file->size()) +
                        "; files over 64 GiB are not "
                        "opened",
                    file->path().string(), "Save the weights alone.");
    RK_TRY(const auto stored, openTensors(file));
    checkpoint.format = stored->format;
    checkpoint.writer = stored->writer;
    checkpoint.metadata = stored->metadata;
    RK_TRY(Backbone backbone, findBackbone(stored->tensors(), file->path().string()));
    checkpoint.architecture = backbone.architecture;
    checkpoint.ignored = std::move(backbone.ignored);
    checkpoint.missing = backbone.missing;
    checkpoint.warnings = std::move(backbone.warnings);
    RK_CHECK(findConventions(stored->tensors(), stored->metadata, checkpoint));
    RK_CHECK(loadBackbone(*stored, backbone, checkpoint));
    RK_CHECK(checkValues(checkpoint, options.allowNonFinite));
    RK_TRY(checkpoint.sha256, digestOf(*file));
    return checkpoint;
}

} // namespace

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file, const ReadOptions& options)
{
    return guard(file.string(), [&]() -> Result<Checkpoint> {
        RK_TRY(auto input, storage::InputFile::open(file));
        return readOpen(std::make_shared<const storage::InputFile>(std::move(input)), options);
    });
}

Json infoJson(const Checkpoint& checkpoint)
{
    const auto names = [](const std::vector<std::string>& raw) {
        Json list = Json::array();
        for (const std::string& name : raw)
            list.push_back(text::shown(name));
        return list;
    };
    Json json;
    json["file"] = checkpoint.file.string();
    json["format"] = checkpoint.format;
    json["writer"] = checkpoint.writer;
    json["method"] = checkpoint.method;
    json["conventions"] = toJson(checkpoint.conventions);
    json["architecture"] = toJson(checkpoint.architecture);
    json["parameters"] = checkpoint.weights.parameters();
    json["convolutions"] = weights::convLayers(checkpoint.architecture).size();
    json["ignored"] = names(checkpoint.ignored);
    json["missing"] = names(checkpoint.missing);
    json["sha256"] = checkpoint.sha256;
    json["bytes"] = checkpoint.bytes;
    json["warnings"] = checkpoint.warnings;
    json["metadata"] = Json::object();
    for (const auto& [key, value] : checkpoint.metadata)
        json["metadata"][text::shown(key)] = text::shown(value, 4096);
    return json;
}

} // namespace rekindle::checkpoint

// The format of the safetensors library, and our own files, which are such files (recipes 3.8).
#include "format.h"
#include "safetensors_header.h"

#include <rekindle/base/text.h>
#include <rekindle/checkpoint/safetensors_writer.h>

#include <algorithm>

namespace rekindle::checkpoint {
namespace {

std::string value(const std::map<std::string, std::string>& metadata, const std::string& key)
{
    const auto it = metadata.find(key);
    return it == metadata.end() ? std::string() : it->second;
}

Result<std::vector<std::byte>> readEntry(const storage::InputFile& file,
                                         const SafetensorsHeader::Entry& entry)
{
    return file.read(entry.begin, entry.end - entry.begin);
}

Tensor makeTensor(const SafetensorsHeader::Entry& entry, Bytes raw)
{
    Tensor tensor;
    tensor.shape = entry.info.shape;
    tensor.stored = isFloating(entry.info.type) ? Stored::Float32 : Stored::Int64;
    tensor.values.resize(static_cast<std::size_t>(entry.info.elements));
    toFloat(entry.info.type, ByteOrder::Little, raw, tensor.values);
    return tensor;
}

class Safetensors final : public StoredTensors
{
public:
    Safetensors(std::shared_ptr<const storage::InputFile> file, SafetensorsHeader header)
        : m_file(std::move(file)), m_header(std::move(header))
    {
        metadata = m_header.metadata;
        const bool own = metadata.count("rekindle.architecture") != 0;
        format = own ? "rekindle" : "safetensors";
        const std::string version = value(metadata, "rekindle.version");
        const std::string library = value(metadata, "format");
        if (own)
            writer = version.empty() ? "rekindle" : "rekindle " + text::shown(version, 40);
        else if (library == "pt")
            writer = "safetensors (PyTorch)";
        else
            writer =
                library.empty() ? "safetensors" : "safetensors (" + text::shown(library, 40) + ")";
        for (const auto& entry : m_header.entries)
            m_tensors.push_back(entry.info);
    }

    Result<std::vector<Tensor>> load(std::span<const std::size_t> wanted) override
    {
        std::vector<Tensor> loaded;
        for (const std::size_t i : wanted) {
            RK_TRY(const auto raw, readEntry(*m_file, m_header.entries[i]));
            loaded.push_back(makeTensor(m_header.entries[i], raw));
        }
        return loaded;
    }

private:
    std::shared_ptr<const storage::InputFile> m_file;
    SafetensorsHeader m_header;
};

} // namespace

bool isSafetensors(const FileStart& start)
{
    if (start.bytes.size() < 10 || asText(start.bytes)[8] != '{')
        return false;
    if (littleAt<std::uint64_t>(start.bytes, 0) <= kLargestHeader)
        return true;
    // A text that happens to have a brace there is not a header with an absurd length.
    const std::string_view length = asText(start.bytes).substr(0, 8);
    return !std::all_of(length.begin(), length.end(),
                        [](char c) { return c >= ' ' || c == '\n' || c == '\r' || c == '\t'; });
}

Result<std::unique_ptr<StoredTensors>>
readSafetensorsFile(std::shared_ptr<const storage::InputFile> file)
{
    RK_TRY(auto header, readSafetensorsHeader(*file));
    return std::unique_ptr<StoredTensors>(
        std::make_unique<Safetensors>(std::move(file), std::move(header)));
}

Result<WeightSet> readAllTensors(const storage::InputFile& file, Metadata* metadata)
{
    const std::string subject = file.path().string();
    RK_TRY(auto header, readSafetensorsHeader(file));
    WeightSet weights;
    for (const auto& entry : header.entries) {
        const std::string name = "'" + text::shown(entry.info.key, 80) + "'";
        if (entry.info.type == ElementType::Other)
            return fail(ErrorKind::Unknown,
                        "Its tensor " + name + " is of a type that Rekindle does not use", subject);
        RK_TRY(const auto raw, readEntry(file, entry));
        Tensor tensor = makeTensor(entry, raw);
        if (tensor.stored == Stored::Int64) {
            for (std::size_t i = 0; i < tensor.values.size(); ++i) {
                const auto exact = integerAt(entry.info.type, ByteOrder::Little, raw, i);
                // Beyond 2^24 a float may not hold an integer exactly, and a state must be exact.
                if (static_cast<double>(tensor.values[i]) != static_cast<double>(exact) ||
                    exact > (std::int64_t{1} << 53) || exact < -(std::int64_t{1} << 53))
                    return fail(ErrorKind::Limit,
                                "Its tensor " + name + " holds a whole number that is too large",
                                subject);
            }
        }
        weights.set(entry.info.key, std::move(tensor));
    }
    if (metadata != nullptr)
        *metadata = std::move(header.metadata);
    return weights;
}

} // namespace rekindle::checkpoint

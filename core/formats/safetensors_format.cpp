// The format of the safetensors library, and our own files, which are such files (recipes 3.8).
#include "core/base/text.h"
#include "core/formats/load_order.h"
#include "core/formats/one_file.h"
#include "core/weights/safetensors_header.h"

namespace rekindle::formats {
namespace {

std::string value(const std::map<std::string, std::string>& metadata, const std::string& key)
{
    const auto it = metadata.find(key);
    return it == metadata.end() ? std::string() : it->second;
}

class Safetensors final : public StoredTensors
{
public:
    Safetensors(std::shared_ptr<const storage::InputFile> file, weights::SafetensorsHeader header)
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

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        std::vector<std::uint64_t> sizes;
        sizes.reserve(wanted.size());
        for (const std::size_t place : wanted)
            sizes.push_back(m_header.entries[place].end - m_header.entries[place].begin);
        storage::ReadBuffer bytes;
        for (const std::size_t nth : largestFirst(sizes)) {
            const auto& entry = m_header.entries[wanted[nth]];
            RK_CHECK(m_file->read(entry.begin, entry.end - entry.begin, bytes));
            RK_CHECK(take(nth, {entry.info.type, weights::ByteOrder::Little, bytes.bytes()}));
        }
        return {};
    }

private:
    std::shared_ptr<const storage::InputFile> m_file;
    weights::SafetensorsHeader m_header;
};

bool isSafetensors(const Glimpse& glimpse)
{
    return weights::startsLikeSafetensors(glimpse.start);
}

Result<std::unique_ptr<StoredTensors>> read(storage::FileParts& parts)
{
    return readSafetensorsFile(parts.first());
}

} // namespace

Result<std::unique_ptr<StoredTensors>>
readSafetensorsFile(std::shared_ptr<const storage::InputFile> file)
{
    RK_TRY(auto header, weights::readSafetensorsHeader(*file));
    return std::unique_ptr<StoredTensors>(
        std::make_unique<Safetensors>(std::move(file), std::move(header)));
}

CheckpointFormat safetensorsFormat()
{
    return {"safetensors", &isSafetensors, &read};
}

} // namespace rekindle::formats

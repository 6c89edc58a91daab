// The format of the safetensors library, and our own files, which are such files (recipes 3.8).
#include "core/base/text.h"
#include "core/formats/format.h"
#include "core/weights/safetensors_header.h"
#include "core/weights/safetensors_reader.h"

#include <algorithm>

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

    Result<std::vector<weights::Tensor>> load(std::span<const std::size_t> wanted) override
    {
        std::vector<weights::Tensor> loaded;
        for (const std::size_t i : wanted) {
            RK_TRY(auto tensor, weights::readTensor(*m_file, m_header.entries[i]));
            loaded.push_back(std::move(tensor));
        }
        return loaded;
    }

private:
    std::shared_ptr<const storage::InputFile> m_file;
    weights::SafetensorsHeader m_header;
};

} // namespace

bool isSafetensors(const FileStart& start)
{
    return weights::startsLikeSafetensors(start.bytes);
}

Result<std::unique_ptr<StoredTensors>>
readSafetensorsFile(std::shared_ptr<const storage::InputFile> file)
{
    RK_TRY(auto header, weights::readSafetensorsHeader(*file));
    return std::unique_ptr<StoredTensors>(
        std::make_unique<Safetensors>(std::move(file), std::move(header)));
}

} // namespace rekindle::formats

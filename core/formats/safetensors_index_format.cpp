// Hugging Face's table of a checkpoint in several safetensors files (model.safetensors.index.json).
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/formats/format.h"
#include "core/weights/safetensors_header.h"

#include <map>

namespace rekindle::formats {
namespace {

constexpr std::uint64_t kLargestIndex = 16U << 20;

class Shards final : public StoredTensors
{
public:
    Shards()
    {
        format = "safetensors";
        writer = "safetensors (several files)";
    }

    /// Takes the tensors of a file that the index places there.
    Result<void> add(std::shared_ptr<const storage::InputFile> file,
                     const std::map<std::string, std::string>& places)
    {
        RK_TRY(const auto header, weights::readSafetensorsHeader(*file));
        const std::string name = file->path().filename().string();
        for (const auto& entry : header.entries) {
            const auto place = places.find(entry.info.key);
            if (place == places.end() || place->second != name)
                continue;
            m_tensors.push_back(entry.info);
            m_spans.push_back({file.get(), entry.begin, entry.end});
        }
        m_files.push_back(std::move(file));
        return {};
    }

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        for (std::size_t nth = 0; nth < wanted.size(); ++nth) {
            const Span& span = m_spans[wanted[nth]];
            RK_TRY(const auto bytes, span.file->read(span.begin, span.end - span.begin));
            RK_CHECK(take(nth, {m_tensors[wanted[nth]].type, weights::ByteOrder::Little, bytes}));
        }
        return {};
    }

private:
    struct Span {
        const storage::InputFile* file;
        std::uint64_t begin;
        std::uint64_t end;
    };
    std::vector<std::shared_ptr<const storage::InputFile>> m_files;
    std::vector<Span> m_spans;
};

bool isIndex(const Glimpse& glimpse)
{
    const std::string_view text = asText(glimpse.start);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && text[begin] == '{' &&
           text.find("\"weight_map\"") != std::string_view::npos;
}

Result<std::map<std::string, std::string>> readPlaces(const storage::InputFile& file)
{
    const std::string subject = file.path().string();
    if (file.size() > kLargestIndex)
        return fail(ErrorKind::Limit,
                    "The index takes " + text::bytes(file.size()) + " (limit " +
                        text::bytes(kLargestIndex) + ")",
                    subject, "Get the checkpoint from another source.");
    RK_TRY(const auto bytes, file.read(0, file.size()));
    RK_TRY(const Json json, parseJson(asText(bytes), subject));
    std::map<std::string, std::string> places;
    const Json map = json.is_object() && json.contains("weight_map") ? json["weight_map"] : Json();
    if (!map.is_object() || map.empty() || map.size() > weights::kMostTensors)
        return fail(ErrorKind::Damaged, "The index names no tensors, or too many", subject,
                    "Fetch the checkpoint again.");
    for (const auto& [name, place] : map.items()) {
        if (!place.is_string())
            return fail(ErrorKind::Damaged,
                        "The index does not say where '" + text::shown(name, 80) + "' lies",
                        subject, "Fetch the checkpoint again.");
        places.emplace(name, place.get<std::string>());
        if (places[name].ends_with(".bin"))
            return fail(ErrorKind::Unknown,
                        "The parts of this checkpoint are PyTorch files; only parts in safetensors "
                        "are read together",
                        subject, "Save the model again with save_pretrained, which writes those.");
    }
    return places;
}

Result<std::unique_ptr<StoredTensors>> readIndex(storage::FileParts& parts)
{
    RK_TRY(const auto places, readPlaces(*parts.first()));
    auto stored = std::make_unique<Shards>();
    std::map<std::string, std::shared_ptr<const storage::InputFile>> files;
    for (const auto& [name, place] : places)
        files.emplace(place, nullptr);
    for (auto& [name, file] : files) {
        RK_TRY(file, parts.sibling(name));
        RK_CHECK(stored->add(file, places));
    }
    if (stored->tensors().size() != places.size())
        return fail(ErrorKind::Damaged,
                    "The index names " + text::count(places.size()) + " tensors; its files hold " +
                        text::count(stored->tensors().size()) + " of them",
                    parts.first()->path().string(), "Fetch all parts again.");
    return std::unique_ptr<StoredTensors>(std::move(stored));
}

} // namespace

CheckpointFormat safetensorsIndexFormat()
{
    return {"safetensors-index", &isIndex, &readIndex};
}

} // namespace rekindle::formats

// Hugging Face's table of a checkpoint in several safetensors files (model.safetensors.index.json).
#include "core/base/text.h"
#include "core/formats/format.h"
#include "core/weights/safetensors_header.h"

#include <map>
#include <nlohmann/json.hpp>

namespace rekindle::formats {
namespace {

constexpr std::uint64_t kLargestIndex = 8U << 20;

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

/// Takes the events of nlohmann's parser one by one: a tree of a foreign file's objects would look
/// through all keys for each new one. Its functions' names and signatures are the parser's.
class IndexEvents
{
public:
    std::map<std::string, std::string> places;
    bool tooMany = false;

    // NOLINTBEGIN(readability-identifier-naming)
    bool null() { return scalar(); }
    bool boolean(bool) { return scalar(); }
    bool number_integer(std::int64_t) { return scalar(); }
    bool number_unsigned(std::uint64_t) { return scalar(); }
    bool number_float(double, const std::string&) { return scalar(); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool string(std::string& value)
    {
        if (m_inMap && m_depth == 2) {
            tooMany = places.size() >= weights::kMostTensors;
            return !tooMany && places.emplace(m_key, value).second;
        }
        return true;
    }
    bool start_object(std::size_t)
    {
        if (m_inMap)
            return false;
        m_inMap = m_depth == 1 && m_key == "weight_map";
        return ++m_depth <= kDeepest;
    }
    bool key(std::string& value)
    {
        m_key = value;
        return true;
    }
    bool end_object()
    {
        m_inMap = m_inMap && m_depth != 2;
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) { return !m_inMap && ++m_depth <= kDeepest; }
    bool end_array()
    {
        --m_depth;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&)
    {
        return false;
    }
    // NOLINTEND(readability-identifier-naming)

private:
    static constexpr int kDeepest = 64;

    [[nodiscard]] bool scalar() const { return !m_inMap; }

    int m_depth = 0;
    bool m_inMap = false;
    std::string m_key;
};

Result<std::map<std::string, std::string>> readPlaces(const storage::InputFile& file)
{
    const std::string subject = file.path().string();
    if (file.size() > kLargestIndex)
        return fail(ErrorKind::Limit,
                    "The index takes " + text::bytes(file.size()) + " (limit " +
                        text::bytes(kLargestIndex) + ")",
                    subject, "Get the checkpoint from another source.");
    RK_TRY(const auto bytes, file.read(0, file.size()));
    IndexEvents events;
    const bool good = nlohmann::json::sax_parse(asText(bytes), &events);
    if (events.tooMany)
        return fail(ErrorKind::Limit, "The index names more tensors than a network has", subject,
                    "Get the checkpoint from another source.");
    if (!good || events.places.empty())
        return fail(ErrorKind::Damaged, "The index does not say where its tensors lie", subject,
                    "Fetch the checkpoint again.");
    for (const auto& [name, place] : events.places) {
        if (place.ends_with(".bin"))
            return fail(ErrorKind::Unknown,
                        "The parts of this checkpoint are PyTorch files; only parts in safetensors "
                        "are read together",
                        subject, "Save the model again with save_pretrained, which writes those.");
    }
    return std::move(events.places);
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

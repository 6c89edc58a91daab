// Hugging Face's table of a checkpoint in several files (model.safetensors.index.json,
// pytorch_model.bin.index.json).
#include "core/base/text.h"
#include "core/formats/one_file.h"
#include "core/weights/safetensors_header.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace rekindle::formats {
namespace {

constexpr std::uint64_t kLargestIndex = 8U << 20;

/// A part by its bytes, which decide and not its name.
Result<std::unique_ptr<StoredTensors>> readPart(std::shared_ptr<const storage::InputFile> file)
{
    RK_TRY(const auto start, file->read(0, std::min<std::uint64_t>(64, file->size())));
    if (weights::startsLikeSafetensors(start))
        return readSafetensorsFile(std::move(file));
    if (asText(start).starts_with("PK\x03\x04"))
        return readTorchZipFile(std::move(file));
    if (asText(start).starts_with("\x80"))
        return readTorchLegacyFile(std::move(file));
    return fail(ErrorKind::Damaged,
                "This part of a checkpoint is neither safetensors nor PyTorch's",
                file->path().string(), "Fetch all parts again.");
}

class Shards final : public StoredTensors
{
public:
    Shards() { checksums = true; }

    /// Takes the tensors of a file that the index places there.
    Result<void> add(std::shared_ptr<const storage::InputFile> file,
                     const std::map<std::string, std::string>& places)
    {
        const std::string name = file->path().filename().string();
        RK_TRY(auto part, readPart(std::move(file)));
        format = m_parts.empty() ? part->format : format;
        writer =
            format.starts_with("torch") ? "PyTorch (several files)" : "safetensors (several files)";
        checksums = checksums && part->checksums;
        unread.insert(unread.end(), part->unread.begin(), part->unread.end());
        for (std::size_t place = 0; place < part->tensors().size(); ++place) {
            const weights::TensorInfo& info = part->tensors()[place];
            const auto told = places.find(info.fullName());
            if (told == places.end() || told->second != name)
                continue;
            m_tensors.push_back(info);
            m_spots.push_back({m_parts.size(), place});
        }
        m_parts.push_back(std::move(part));
        return {};
    }

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        std::vector<std::vector<std::size_t>> ofPart(m_parts.size());
        for (std::size_t nth = 0; nth < wanted.size(); ++nth)
            ofPart[m_spots[wanted[nth]].part].push_back(nth);
        for (std::size_t part = 0; part < m_parts.size(); ++part) {
            std::vector<std::size_t> places;
            for (const std::size_t nth : ofPart[part])
                places.push_back(m_spots[wanted[nth]].place);
            RK_CHECK(m_parts[part]->load(places, [&](std::size_t i, const RawTensor& raw) {
                return take(ofPart[part][i], raw);
            }));
        }
        return {};
    }

private:
    /// Where a tensor lies: the part, and its place in the part's table.
    struct Spot {
        std::size_t part;
        std::size_t place;
    };
    std::vector<std::unique_ptr<StoredTensors>> m_parts;
    std::vector<Spot> m_spots;
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
                    "The index names " + text::count(places.size(), "tensor") +
                        "; its files hold " + text::count(stored->tensors().size()) + " of them",
                    parts.first()->path().string(), "Fetch all parts again.");
    return std::unique_ptr<StoredTensors>(std::move(stored));
}

} // namespace

CheckpointFormat shardIndexFormat()
{
    return {"shard-index", &isIndex, &readIndex};
}

} // namespace rekindle::formats

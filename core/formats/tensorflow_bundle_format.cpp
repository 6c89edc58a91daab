// TensorFlow's checkpoints since version 1: a sorted table (.index) and one or several files of
// values (recipes 3.6). The user may choose any of them.
#include "core/archive/crc32c.h"
#include "core/archive/proto_fields.h"
#include "core/base/text.h"
#include "core/formats/bundle_entries.h"
#include "core/formats/format.h"

#include <algorithm>
#include <cstdio>

namespace rekindle::formats {
namespace {

constexpr std::uint64_t kPiece = 4U << 20;
constexpr std::uint64_t kLargestGraph = 64U << 20;
constexpr std::uint64_t kOverlapFree = 1U << 20;

/// "model.ckpt-1" of "model.ckpt-1.index" and "model.ckpt-1.data-00000-of-00001"; else empty.
std::string prefixOf(const std::string& name)
{
    constexpr std::string_view kIndex = ".index";
    if (name.size() > kIndex.size() && name.ends_with(kIndex))
        return name.substr(0, name.size() - kIndex.size());
    constexpr std::string_view kPattern = ".data-#####-of-#####";
    if (name.size() <= kPattern.size())
        return {};
    const std::string_view end = std::string_view(name).substr(name.size() - kPattern.size());
    for (std::size_t i = 0; i < kPattern.size(); ++i) {
        const bool fits =
            kPattern[i] == '#' ? end[i] >= '0' && end[i] <= '9' : end[i] == kPattern[i];
        if (!fits)
            return {};
    }
    return name.substr(0, name.size() - kPattern.size());
}

std::string shardName(const std::string& prefix, std::uint64_t shard, std::uint64_t shards)
{
    char end[64];
    std::snprintf(end, sizeof end, ".data-%05llu-of-%05llu", static_cast<unsigned long long>(shard),
                  static_cast<unsigned long long>(shards));
    return prefix + end;
}

class Bundle final : public StoredTensors
{
public:
    Bundle(BundleIndex index, std::string subject)
        : m_index(std::move(index)), m_subject(std::move(subject))
    {
        format = "tensorflow-bundle";
        checksums = true;
        writer = "TensorFlow";
    }

    Result<void> openShards(storage::FileParts& parts, const std::string& prefix)
    {
        m_shards.resize(static_cast<std::size_t>(m_index.shards));
        std::uint64_t claimed = 0;
        std::uint64_t held = 0;
        for (const BundleEntry& entry : m_index.entries) {
            auto& shard = m_shards[static_cast<std::size_t>(entry.shard)];
            if (shard == nullptr) {
                RK_TRY(shard, parts.sibling(shardName(prefix, entry.shard, m_index.shards)));
                held += shard->size();
            }
            if (entry.size > shard->size() || entry.offset > shard->size() - entry.size)
                return damaged(entry, "lies outside its file");
            claimed += entry.size;
        }
        if (claimed > held + kOverlapFree)
            return fail(ErrorKind::Damaged, "Its tensors overlap each other", m_subject,
                        "Fetch or copy the checkpoint again.");
        return {};
    }

    /// Names each tensor; those of tf.train.Checkpoint by what their variables are called.
    Result<void> nameTensors()
    {
        ObjectGraph graph;
        for (const BundleEntry& entry : m_index.entries) {
            if (entry.info.key == kObjectGraph && entry.text && entry.info.elements == 1) {
                RK_TRY(const auto message, readStrings(entry));
                graph = readObjectGraph(message);
                writer = "TensorFlow (tf.train.Checkpoint)";
            }
        }
        const auto names = variableNames(graph, m_index.entries);
        for (const BundleEntry& entry : m_index.entries) {
            m_tensors.push_back(entry.info);
            if (const auto found = names.find(entry.info.key); found != names.end())
                m_tensors.back().key = found->second;
        }
        return {};
    }

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        std::vector<bool> seen(m_index.entries.size(), false);
        for (std::size_t nth = 0; nth < wanted.size(); ++nth) {
            const BundleEntry& entry = m_index.entries[wanted[nth]];
            seen[wanted[nth]] = true;
            RK_TRY(const auto bytes, fileOf(entry).read(entry.offset, entry.size));
            if (!archive::agree(archive::masked(archive::crc32c(0, bytes)), entry.crc))
                return damaged(entry, "differs from its checksum");
            RK_CHECK(take(nth, {entry.info.type, m_index.order, bytes}));
        }
        for (std::size_t i = 0; i < seen.size(); ++i) {
            if (!seen[i])
                RK_CHECK(verify(m_index.entries[i]));
        }
        return {};
    }

private:
    [[nodiscard]] const storage::InputFile& fileOf(const BundleEntry& entry) const
    {
        return *m_shards[static_cast<std::size_t>(entry.shard)];
    }

    Result<void> verify(const BundleEntry& entry) const
    {
        if (entry.text) {
            RK_CHECK(readStrings(entry));
            return {};
        }
        if (!entry.plain)
            return {};
        std::uint32_t crc = 0;
        for (std::uint64_t done = 0; done < entry.size;) {
            const std::uint64_t count = std::min(kPiece, entry.size - done);
            RK_TRY(const auto bytes, fileOf(entry).read(entry.offset + done, count));
            crc = archive::crc32c(crc, bytes);
            done += count;
        }
        if (!archive::agree(archive::masked(crc), entry.crc))
            return damaged(entry, "differs from its checksum");
        return {};
    }

    /// Lengths, their checksum, the texts. The entry's checksum is over the lengths as whole
    /// numbers, that checksum and the texts (tensor_bundle.cc, WriteStringTensor).
    Result<std::vector<std::byte>> readStrings(const BundleEntry& entry) const
    {
        if (entry.size > kLargestGraph || entry.info.elements > entry.size)
            return damaged(entry, "claims more than a checkpoint's texts");
        RK_TRY(auto bytes, fileOf(entry).read(entry.offset, entry.size));
        std::size_t at = 0;
        std::uint32_t crc = 0;
        for (std::uint64_t i = 0; i < entry.info.elements; ++i) {
            std::uint64_t length = 0;
            if (!archive::readVarint(bytes, at, length))
                return damaged(entry, "is broken");
            const std::size_t width = length > 0xFFFFFFFFU ? 8 : 4;
            crc = archive::crc32c(crc, std::as_bytes(std::span(&length, 1)).first(width));
        }
        if (bytes.size() - at < 4)
            return damaged(entry, "is broken");
        crc = archive::crc32c(crc, Bytes(bytes).subspan(at));
        if (!archive::agree(archive::masked(crc), entry.crc))
            return damaged(entry, "differs from its checksum");
        bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at + 4));
        return bytes;
    }

    [[nodiscard]] tl::unexpected<Error> damaged(const BundleEntry& entry,
                                                const std::string& what) const
    {
        return fail(ErrorKind::Damaged,
                    "Its tensor '" + text::shown(entry.info.key, 80) + "' " + what, m_subject,
                    "Fetch or copy the checkpoint again.");
    }

    BundleIndex m_index;
    std::string m_subject;
    std::vector<std::shared_ptr<const storage::InputFile>> m_shards;
};

bool isTensorflowBundle(const Glimpse& glimpse)
{
    return archive::endsAsLevelTable(glimpse.end, glimpse.size) ||
           (glimpse.name.find(".data-") != std::string::npos && !prefixOf(glimpse.name).empty());
}

Result<std::unique_ptr<StoredTensors>> readTensorflowBundle(storage::FileParts& parts)
{
    const std::string name = parts.first()->path().filename().string();
    const std::string prefix = prefixOf(name);
    if (prefix.empty())
        return fail(ErrorKind::Unknown,
                    "This is the index of a TensorFlow checkpoint under another name",
                    parts.first()->path().string(),
                    "Give it back its name, which ends in .index, beside its .data files.");
    RK_TRY(const auto index, parts.sibling(prefix + ".index"));
    const std::string subject = index->path().string();
    RK_TRY(const auto table, archive::readLevelTable(*index));
    RK_TRY(auto entries, readBundleIndex(table, subject));
    auto stored = std::make_unique<Bundle>(std::move(entries), subject);
    RK_CHECK(stored->openShards(parts, prefix));
    RK_CHECK(stored->nameTensors());
    return std::unique_ptr<StoredTensors>(std::move(stored));
}

} // namespace

CheckpointFormat tensorflowBundleFormat()
{
    return {"tensorflow-bundle", &isTensorflowBundle, &readTensorflowBundle};
}

} // namespace rekindle::formats

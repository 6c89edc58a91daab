#include "core/archive/level_table.h"

#include "core/archive/crc32c.h"
#include "core/archive/proto_fields.h"
#include "core/base/text.h"

#include <algorithm>

namespace rekindle::archive {
namespace {

constexpr std::uint64_t kFooter = 48;
constexpr std::uint64_t kMagic = 0xDB4775248B80FB57U;
constexpr std::uint64_t kTrailer = 5; ///< type and checksum behind a block
constexpr std::uint64_t kLargestFile = 256U << 20;
constexpr std::size_t kMostKeys = 100'000;
constexpr std::size_t kLongestKey = 4096;
constexpr std::size_t kAllKeys = 16U << 20;

/// Where a block lies, its trailer left out.
struct Handle {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

bool readHandle(Bytes bytes, std::size_t& at, Handle& handle)
{
    return readVarint(bytes, at, handle.offset) && readVarint(bytes, at, handle.size);
}

class TableReader
{
public:
    explicit TableReader(const storage::InputFile& file)
        : m_file(file), m_subject(file.path().string())
    {
    }

    Result<std::vector<TableEntry>> read()
    {
        if (m_file.size() > kLargestFile)
            return fail(ErrorKind::Limit,
                        "The index takes " + text::bytes(m_file.size()) + " (limit " +
                            text::bytes(kLargestFile) + ")",
                        m_subject, "Get the checkpoint from another source.");
        if (m_file.size() < kFooter)
            return damaged("it ends early");
        RK_TRY(const auto footer, m_file.read(m_file.size() - kFooter, kFooter));
        std::size_t at = 0;
        Handle meta;
        Handle index;
        if (littleAt<std::uint64_t>(footer, kFooter - 8) != kMagic ||
            !readHandle(footer, at, meta) || !readHandle(footer, at, index) ||
            !std::all_of(footer.begin() + static_cast<std::ptrdiff_t>(at), footer.end() - 8,
                         [](std::byte byte) { return byte == std::byte{0}; }))
            return damaged("its end is broken");
        RK_CHECK(readBlock(meta));
        RK_TRY(const auto blocks, readBlock(index));
        std::vector<TableEntry> handles;
        RK_CHECK(readEntries(blocks, handles));
        std::vector<TableEntry> entries;
        for (const TableEntry& entry : handles)
            RK_CHECK(readData(entry.value, entries));
        return entries;
    }

private:
    Result<void> readData(Bytes value, std::vector<TableEntry>& entries)
    {
        std::size_t at = 0;
        Handle handle;
        if (!readHandle(value, at, handle) || at != value.size())
            return damaged("it names a block that cannot be");
        // Blocks follow each other: none is read twice, however often it is named.
        if (handle.offset < m_end)
            return damaged("its blocks overlap");
        RK_TRY(const auto block, readBlock(handle));
        m_end = handle.offset + handle.size;
        return readEntries(block, entries);
    }

    Result<std::vector<std::byte>> readBlock(const Handle& handle)
    {
        std::uint64_t end = 0;
        if (!add(handle.offset, handle.size, end) || !add(end, kTrailer + kFooter, end) ||
            end > m_file.size())
            return damaged("a block lies outside the file");
        RK_TRY(auto block, m_file.read(handle.offset, handle.size + kTrailer));
        const std::size_t size = block.size() - kTrailer;
        if (!agree(unmasked(littleAt<std::uint32_t>(block, size + 1)),
                   crc32c(0, Bytes(block).first(size + 1))))
            return damaged("a block differs from its checksum");
        if (block[size] != std::byte{0})
            return fail(ErrorKind::Unknown,
                        "The index is compressed, which TensorFlow's checkpoints are not",
                        m_subject, "Save the checkpoint again with tf.train.Saver.");
        block.resize(size);
        return block;
    }

    /// Entries share the beginnings of their keys; behind them lies a list of places where they do
    /// not, which is only needed for searching.
    Result<void> readEntries(Bytes block, std::vector<TableEntry>& entries)
    {
        if (block.size() < 4)
            return damaged("a block is too short");
        const std::uint64_t restarts = littleAt<std::uint32_t>(block, block.size() - 4);
        if (restarts > (block.size() - 4) / 4)
            return damaged("a block is broken");
        const Bytes body = block.first(block.size() - 4 - static_cast<std::size_t>(restarts) * 4);
        std::string key;
        for (std::size_t at = 0; at < body.size();) {
            std::uint64_t shared = 0;
            std::uint64_t rest = 0;
            std::uint64_t size = 0;
            if (!readVarint(body, at, shared) || !readVarint(body, at, rest) ||
                !readVarint(body, at, size) || shared > key.size() || rest > body.size() - at ||
                size > body.size() - at - rest)
                return damaged("an entry is broken");
            if (shared + rest > kLongestKey || entries.size() >= kMostKeys ||
                (m_keys += shared + rest) > kAllKeys)
                return fail(ErrorKind::Limit, "The index holds more or longer names than a network",
                            m_subject, "Get the checkpoint from another source.");
            std::string next = key.substr(0, static_cast<std::size_t>(shared));
            next += asText(body.subspan(at, static_cast<std::size_t>(rest)));
            at += static_cast<std::size_t>(rest);
            if (!entries.empty() && !(entries.back().key < next))
                return damaged("its names are not in order");
            key = std::move(next);
            const Bytes value = body.subspan(at, static_cast<std::size_t>(size));
            entries.push_back({key, {value.begin(), value.end()}});
            at += value.size();
        }
        return {};
    }

    [[nodiscard]] tl::unexpected<Error> damaged(const std::string& what) const
    {
        return fail(ErrorKind::Damaged, "The index of this checkpoint is damaged: " + what,
                    m_subject, "Fetch or copy the checkpoint again.");
    }

    const storage::InputFile& m_file;
    std::string m_subject;
    std::uint64_t m_end = 0;
    std::uint64_t m_keys = 0;
};

} // namespace

bool endsAsLevelTable(Bytes end, std::uint64_t size)
{
    return size >= kFooter && end.size() >= 8 &&
           littleAt<std::uint64_t>(end, end.size() - 8) == kMagic;
}

Result<std::vector<TableEntry>> readLevelTable(const storage::InputFile& file)
{
    return TableReader(file).read();
}

} // namespace rekindle::archive

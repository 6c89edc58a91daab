#include "core/archive/zip_writer.h"

#include <zlib.h>

namespace rekindle::archive {
namespace {

constexpr std::uint32_t kFull32 = 0xFFFFFFFFU;
constexpr std::uint16_t kUtf8 = 0x0800;
constexpr std::uint64_t kAlignment = 64;
constexpr std::uint16_t kNewYear1980 = 0x21; ///< the least date that a zip can say

/// Little-endian numbers one after the other.
class Record
{
public:
    Record& u16(std::uint64_t value) { return put(value, 2); }
    Record& u32(std::uint64_t value) { return put(value, 4); }
    Record& u64(std::uint64_t value) { return put(value, 8); }
    Record& text(const std::string& value)
    {
        for (const char c : value)
            m_bytes.push_back(static_cast<std::byte>(c));
        return *this;
    }
    Record& padding(std::size_t count)
    {
        m_bytes.resize(m_bytes.size() + count, std::byte{0});
        return *this;
    }
    [[nodiscard]] const std::vector<std::byte>& bytes() const { return m_bytes; }

private:
    Record& put(std::uint64_t value, int count)
    {
        for (int i = 0; i < count; ++i)
            m_bytes.push_back(static_cast<std::byte>((value >> (8 * i)) & 0xFFU));
        return *this;
    }
    std::vector<std::byte> m_bytes;
};

std::uint64_t capped(std::uint64_t value)
{
    return value < kFull32 ? value : kFull32;
}

} // namespace

Result<void> ZipWriter::put(std::span<const std::byte> bytes)
{
    m_at += bytes.size();
    return m_file.write(bytes);
}

Result<void> ZipWriter::add(const std::string& name, std::string_view text)
{
    return add(name, std::as_bytes(std::span(text.data(), text.size())));
}

Result<void> ZipWriter::add(const std::string& name, std::span<const std::byte> bytes)
{
    Entry entry{name, bytes.size(), m_at, 0};
    entry.crc = static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
    const bool large = entry.size >= kFull32;
    const std::size_t largeExtra = large ? 20 : 0;
    // A field of its own ("FB", as PyTorch's) fills up to the next boundary.
    const std::uint64_t unpadded = m_at + 30 + name.size() + largeExtra + 4;
    const std::size_t fill = (kAlignment - unpadded % kAlignment) % kAlignment;
    Record header;
    header.u32(0x04034B50).u16(large ? 45 : 20).u16(kUtf8).u16(0).u16(0).u16(kNewYear1980);
    header.u32(entry.crc).u32(capped(entry.size)).u32(capped(entry.size)).u16(name.size());
    header.u16(largeExtra + 4 + fill).text(name);
    if (large)
        header.u16(1).u16(16).u64(entry.size).u64(entry.size);
    header.u16(0x4246).u16(fill).padding(fill);
    RK_CHECK(put(header.bytes()));
    RK_CHECK(put(bytes));
    m_entries.push_back(std::move(entry));
    return {};
}

Result<void> ZipWriter::finish()
{
    const std::uint64_t begin = m_at;
    for (const Entry& entry : m_entries) {
        const bool large = entry.size >= kFull32;
        const bool far = entry.header >= kFull32;
        Record row;
        row.u32(0x02014B50).u16(45).u16(large || far ? 45 : 20).u16(kUtf8).u16(0).u16(0);
        row.u16(kNewYear1980).u32(entry.crc).u32(capped(entry.size)).u32(capped(entry.size));
        const std::size_t extra = (large ? 16U : 0U) + (far ? 8U : 0U);
        row.u16(entry.name.size()).u16(extra > 0 ? extra + 4 : 0).u16(0).u16(0).u16(0).u32(0);
        row.u32(capped(entry.header)).text(entry.name);
        if (extra > 0)
            row.u16(1).u16(extra);
        if (large)
            row.u64(entry.size).u64(entry.size);
        if (far)
            row.u64(entry.header);
        RK_CHECK(put(row.bytes()));
    }
    const std::uint64_t size = m_at - begin;
    const std::uint64_t end = m_at;
    const std::uint64_t count = m_entries.size();
    Record tail;
    tail.u32(0x06064B50).u64(44).u16(45).u16(45).u32(0).u32(0).u64(count).u64(count);
    tail.u64(size).u64(begin);
    tail.u32(0x07064B50).u32(0).u64(end).u32(1);
    const std::uint64_t few = count < 0xFFFF ? count : 0xFFFF;
    tail.u32(0x06054B50).u16(0).u16(0).u16(few).u16(few).u32(capped(size)).u32(capped(begin));
    tail.u16(0);
    return put(tail.bytes());
}

} // namespace rekindle::archive

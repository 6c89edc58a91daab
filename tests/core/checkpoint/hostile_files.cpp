#include "tests/core/checkpoint/hostile_files.h"

#include <algorithm>
#include <cstring>
#include <zlib.h>

namespace rekindle::test {
namespace {

std::uint32_t crcOf(const std::string& data)
{
    return static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const unsigned char*>(data.data()), data.size()));
}

std::string deflated(const std::string& data)
{
    z_stream stream{};
    if (::deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(::deflateBound(&stream, data.size()), '\0');
    stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<unsigned int>(data.size());
    stream.next_out = reinterpret_cast<unsigned char*>(out.data());
    stream.avail_out = static_cast<unsigned int>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

template <class T>
T at(const std::string& bytes, std::size_t offset)
{
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

/// What stands before the end record of an archive with more entries than it can count: a record
/// with 64 bits for each number, and where that is.
std::string largeEnd(std::uint64_t entries, std::uint64_t tableSize, std::uint64_t tableAt)
{
    return "PK\x06\x06" + raw<std::uint64_t>(44) + raw<std::uint16_t>(45) + raw<std::uint16_t>(45) +
           raw<std::uint64_t>(0) + raw(entries) + raw(entries) + raw(tableSize) + raw(tableAt) +
           "PK\x06\x07" + raw<std::uint32_t>(0) + raw(tableAt + tableSize) + raw<std::uint32_t>(1);
}

} // namespace

std::string makeZip(const std::vector<ZipEntry>& entries, const std::string& comment)
{
    std::string out;
    std::string table;
    std::vector<std::uint32_t> headers;
    for (const ZipEntry& entry : entries) {
        const std::string packed = entry.method == 8 ? deflated(entry.data) : entry.data;
        const auto size = static_cast<std::uint32_t>(entry.claimedSize != 0 ? entry.claimedSize
                                                                            : entry.data.size());
        const std::string common = raw<std::uint16_t>(20) + raw(entry.flags) + raw(entry.method) +
                                   raw<std::uint32_t>(0) + raw(crcOf(entry.data) ^ entry.crcError) +
                                   raw(static_cast<std::uint32_t>(packed.size())) + raw(size);
        if (entry.sharesHeaderOf >= 0) {
            headers.push_back(headers[static_cast<std::size_t>(entry.sharesHeaderOf)]);
        } else {
            headers.push_back(static_cast<std::uint32_t>(out.size()));
            const std::string& name = entry.localName.empty() ? entry.name : entry.localName;
            out += "PK\x03\x04" + common + raw(static_cast<std::uint16_t>(name.size())) +
                   raw<std::uint16_t>(0) + name + packed;
        }
        table += "PK\x01\x02" + raw<std::uint16_t>(20) + common +
                 raw(static_cast<std::uint16_t>(entry.name.size())) + raw<std::uint32_t>(0) +
                 raw<std::uint32_t>(0) + raw<std::uint32_t>(0) + raw(headers.back()) + entry.name;
    }
    const auto tableAt = static_cast<std::uint32_t>(out.size());
    const auto count = static_cast<std::uint16_t>(std::min<std::size_t>(entries.size(), 0xFFFF));
    std::string large;
    if (entries.size() >= 0xFFFF)
        large = largeEnd(entries.size(), table.size(), out.size());
    return out + table + large + "PK\x05\x06" + raw<std::uint32_t>(0) + raw(count) + raw(count) +
           raw(static_cast<std::uint32_t>(table.size())) + raw(tableAt) +
           raw(static_cast<std::uint16_t>(comment.size())) + comment;
}

std::vector<ZipEntry> openZip(const std::string& archive)
{
    std::vector<ZipEntry> entries;
    const std::size_t end = archive.rfind("PK\x05\x06");
    std::size_t place = at<std::uint32_t>(archive, end + 16);
    const auto count = at<std::uint16_t>(archive, end + 10);
    for (int i = 0; i < count; ++i) {
        const auto nameSize = at<std::uint16_t>(archive, place + 28);
        const auto header = at<std::uint32_t>(archive, place + 42);
        const std::size_t data = header + 30U + at<std::uint16_t>(archive, header + 26) +
                                 at<std::uint16_t>(archive, header + 28);
        ZipEntry entry;
        entry.name = archive.substr(place + 46, nameSize);
        entry.data = archive.substr(data, at<std::uint32_t>(archive, place + 24));
        entries.push_back(std::move(entry));
        place += 46U + nameSize + at<std::uint16_t>(archive, place + 30) +
                 at<std::uint16_t>(archive, place + 32);
    }
    return entries;
}

std::string torchZip(std::string_view pickle, std::vector<ZipEntry> more)
{
    std::vector<ZipEntry> entries(1);
    entries[0].name = "a/data.pkl";
    entries[0].data = pickle;
    entries.insert(entries.end(), more.begin(), more.end());
    return makeZip(entries);
}

std::string safetensors(const std::string& header, const std::string& data)
{
    return raw(static_cast<std::uint64_t>(header.size())) + header + data;
}

} // namespace rekindle::test

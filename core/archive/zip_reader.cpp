#include "core/archive/zip_reader.h"

#include "core/archive/crc32c.h"
#include "core/archive/zip_directory.h"
#include "core/base/guard.h"
#include "core/base/text.h"

#include <algorithm>
#include <libdeflate.h>
#include <new>
#include <numeric>
#include <zlib.h>

namespace rekindle::archive {
namespace {

constexpr std::size_t kPiece = 1U << 20;

std::uint32_t addCrc(std::uint32_t crc, Bytes bytes)
{
    return ::libdeflate_crc32(crc, bytes.data(), bytes.size());
}

/// zlib's state, ended however the function is left.
struct Inflater {
    z_stream stream{};
    bool ready = false;
    Inflater() { ready = ::inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater()
    {
        if (ready)
            ::inflateEnd(&stream);
    }
};

/// Unpacks raw deflate; empty unless exactly `size` bytes come out of exactly `packed`. Throws
/// std::bad_alloc when there is no memory for it, which is no fault of the file.
std::vector<std::byte> unpack(Bytes packed, std::uint64_t size)
{
    Inflater inflater;
    if (!inflater.ready)
        throw std::bad_alloc();
    if (packed.size() > 0xFFFFFFFFU)
        return {};
    inflater.stream.next_in =
        const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(packed.data()));
    inflater.stream.avail_in = static_cast<unsigned int>(packed.size());
    std::vector<std::byte> out;
    // Memory grows with what really comes out, not with what the header claims.
    while (true) {
        const std::size_t begin = out.size();
        // One byte more than promised: a stream that would go on is noticed.
        const auto room = std::min<std::uint64_t>(kPiece, size + 1 - begin);
        out.resize(begin + static_cast<std::size_t>(room));
        inflater.stream.next_out = reinterpret_cast<unsigned char*>(out.data() + begin);
        inflater.stream.avail_out = static_cast<unsigned int>(room);
        const int code = ::inflate(&inflater.stream, Z_NO_FLUSH);
        out.resize(out.size() - inflater.stream.avail_out);
        if (code == Z_MEM_ERROR)
            throw std::bad_alloc();
        if (code == Z_STREAM_END)
            break;
        if (code != Z_OK || out.size() > size || inflater.stream.avail_out > 0)
            return {};
    }
    if (out.size() != size || inflater.stream.avail_in != 0)
        return {};
    return out;
}

Error checksumError(const ZipArchive::Member& member, const std::string& subject)
{
    return Error{ErrorKind::Damaged,
                 "The entry '" + text::shown(member.name, 80) + "' differs from its checksum",
                 subject, "Fetch or copy the file again."};
}

} // namespace

Result<ZipArchive> ZipArchive::open(std::shared_ptr<const storage::InputFile> file)
{
    ZipArchive archive;
    RK_TRY(archive.m_members, ZipDirectory(*file).read());
    auto& order = archive.m_byName;
    const auto& members = archive.m_members;
    order.resize(members.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return members[a].name < members[b].name; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (members[order[i]].name == members[order[i - 1]].name)
            return fail(ErrorKind::Damaged,
                        "The archive holds the entry '" + text::shown(members[order[i]].name, 80) +
                            "' twice",
                        file->path().string(), "Get the file from another source.");
    }
    archive.m_file = std::move(file);
    return archive;
}

const ZipArchive::Member* ZipArchive::find(std::string_view name) const
{
    const auto it = std::lower_bound(
        m_byName.begin(), m_byName.end(), name,
        [&](std::size_t i, std::string_view wanted) { return m_members[i].name < wanted; });
    if (it == m_byName.end() || m_members[*it].name != name)
        return nullptr;
    return &m_members[*it];
}

Result<std::vector<std::byte>> ZipArchive::read(const Member& member) const
{
    storage::ReadBuffer bytes;
    RK_CHECK(read(member, bytes));
    return guard(m_file->path().string(), [&]() -> Result<std::vector<std::byte>> {
        return std::vector<std::byte>(bytes.bytes().begin(), bytes.bytes().end());
    });
}

Result<void> ZipArchive::read(const Member& member, storage::ReadBuffer& into) const
{
    const std::string subject = m_file->path().string();
    RK_CHECK(m_file->read(member.data, member.packed, into));
    if (member.method == 8) {
        RK_TRY(const auto unpacked, guard(subject, [&]() -> Result<std::vector<std::byte>> {
                   return unpack(into.bytes(), member.size);
               }));
        if (unpacked.size() != member.size)
            return fail(ErrorKind::Damaged,
                        "The entry '" + text::shown(member.name, 80) + "' cannot be unpacked",
                        subject, "Fetch or copy the file again.");
        RK_CHECK(guard(subject, [&]() -> Result<void> {
            std::copy(unpacked.begin(), unpacked.end(), into.room(unpacked.size()).begin());
            return {};
        }));
    }
    if (!agree(addCrc(0, into.bytes()), member.crc))
        return fail(checksumError(member, subject));
    return {};
}

Result<void> ZipArchive::verify(const Member& member) const
{
    if (member.method != 0) {
        RK_CHECK(read(member));
        return {};
    }
    std::vector<std::byte> piece(
        static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, member.size)));
    std::uint32_t crc = 0;
    for (std::uint64_t done = 0; done < member.size;) {
        const auto count = std::min<std::uint64_t>(piece.size(), member.size - done);
        const std::span<std::byte> part(piece.data(), static_cast<std::size_t>(count));
        RK_CHECK(m_file->readAt(member.data + done, part));
        crc = addCrc(crc, part);
        done += count;
    }
    if (!agree(crc, member.crc))
        return fail(checksumError(member, m_file->path().string()));
    return {};
}

} // namespace rekindle::archive

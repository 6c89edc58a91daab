#include "core/archive/zip_directory.h"

#include "core/archive/zero_padding.h"
#include "core/base/text.h"

#include <algorithm>
#include <numeric>

namespace rekindle::archive {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034B50;
constexpr std::uint32_t kTableEntry = 0x02014B50;
constexpr std::uint32_t kEndRecord = 0x06054B50;
constexpr std::uint32_t kLargeEndRecord = 0x06064B50;
constexpr std::uint32_t kLargeLocator = 0x07064B50;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLocatorSize = 20;
constexpr std::size_t kLargeEndSize = 56;
constexpr std::size_t kEntrySize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::uint32_t kFull32 = 0xFFFFFFFF;
constexpr std::uint16_t kFull16 = 0xFFFF;
constexpr std::uint16_t kSizesFollow = 0x0008;
/// Encrypted, patched, strongly encrypted, masked.
constexpr std::uint16_t kRefusedFlags = 0x0001 | 0x0020 | 0x0040 | 0x2000;

/// The most tensors that are read have an entry each, and what is written beside them has some.
constexpr std::uint64_t kMostMembers = 200'000;
constexpr std::size_t kLongestName = 512;
constexpr std::uint64_t kExpansionFree = 16U << 20;
constexpr std::uint64_t kExpansionFactor = 16;

const char* const kFetchAgain = "Fetch or copy the file again.";

} // namespace

ZipDirectory::ZipDirectory(const storage::InputFile& file)
    : m_file(file), m_subject(file.path().string())
{
}

tl::unexpected<Error> ZipDirectory::damaged(const std::string& what) const
{
    return fail(ErrorKind::Damaged, "The archive is damaged: " + what, m_subject, kFetchAgain);
}

Result<std::vector<ZipArchive::Member>> ZipDirectory::read()
{
    RK_TRY(const Table place, findTable());
    if (place.members > kMostMembers)
        return fail(ErrorKind::Limit,
                    "The archive holds " + text::count(place.members) + " entries (limit " +
                        text::count(kMostMembers) + ")",
                    m_subject, "Checkpoints of a network hold a few hundred.");
    if (place.members > place.size / kEntrySize)
        return damaged("its table of contents is too short for its entries");
    RK_TRY(const auto table, m_file.read(place.offset, place.size));
    std::vector<ZipArchive::Member> members(static_cast<std::size_t>(place.members));
    std::size_t at = 0;
    for (auto& member : members) {
        RK_TRY(at, readMember(table, at, member));
    }
    if (at != table.size())
        return damaged("there is something else behind its table of contents");
    for (auto& member : members)
        RK_CHECK(checkLocal(member, place.offset));
    RK_CHECK(checkTogether(members, place.offset));
    return members;
}

Result<ZipDirectory::Table> ZipDirectory::findTable() const
{
    const std::uint64_t size = m_file.size();
    if (size < kEndSize)
        return damaged("it ends early");
    // Zeros behind it are no part of it: PyTorch, too, opens what was copied in whole blocks.
    RK_TRY(const std::uint64_t end, endBeforeZeros(m_file));
    constexpr std::uint64_t kReach = kEndSize + 0xFFFF;
    const std::uint64_t begin = end - std::min(end, kReach);
    RK_TRY(const auto tail, m_file.read(begin, std::min(size, end + kReach) - begin));
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at + kEndSize <= tail.size(); ++at) {
        if (tail[at] != std::byte{'P'} || littleAt<std::uint32_t>(tail, at) != kEndRecord)
            continue;
        const std::uint64_t behind = begin + at + kEndSize + littleAt<std::uint16_t>(tail, at + 20);
        if (behind >= end && behind <= size)
            ends.push_back(at);
    }
    if (ends.empty() && end < size)
        return damaged("it ends in " + text::bytes(size - end) +
                       " of zeros, and its table of contents is missing");
    if (ends.empty())
        return damaged("it ends early, its table of contents is missing");
    if (ends.size() > 1)
        return damaged("it has two tables of contents");
    const std::size_t at = ends.front();
    if (littleAt<std::uint16_t>(tail, at + 4) != 0 || littleAt<std::uint16_t>(tail, at + 6) != 0 ||
        littleAt<std::uint16_t>(tail, at + 8) != littleAt<std::uint16_t>(tail, at + 10))
        return damaged("it is a part of several volumes");
    const Table small{littleAt<std::uint16_t>(tail, at + 10),
                      littleAt<std::uint32_t>(tail, at + 16),
                      littleAt<std::uint32_t>(tail, at + 12)};
    const std::uint64_t endRecord = begin + at;
    RK_TRY(const Table table, readLargeEnd(endRecord, small));
    return table;
}

Result<ZipDirectory::Table> ZipDirectory::readLargeEnd(std::uint64_t endRecord,
                                                       const Table& small) const
{
    const auto endsAt = [&](const Table& table, std::uint64_t where) {
        return table.offset <= where && table.size == where - table.offset;
    };
    bool large = false;
    std::vector<std::byte> locator;
    if (endRecord >= kLocatorSize) {
        RK_TRY(locator, m_file.read(endRecord - kLocatorSize, kLocatorSize));
        large = littleAt<std::uint32_t>(locator, 0) == kLargeLocator;
    }
    if (!large) {
        if (!endsAt(small, endRecord))
            return damaged("its table of contents is not where it should be");
        return small;
    }
    const std::uint64_t locatorAt = endRecord - kLocatorSize;
    const auto recordAt = littleAt<std::uint64_t>(locator, 8);
    if (recordAt > locatorAt || locatorAt - recordAt < kLargeEndSize)
        return damaged("its table of contents is not where it should be");
    RK_TRY(const auto record, m_file.read(recordAt, kLargeEndSize));
    const Table table{littleAt<std::uint64_t>(record, 32), littleAt<std::uint64_t>(record, 48),
                      littleAt<std::uint64_t>(record, 40)};
    const bool whole = littleAt<std::uint32_t>(record, 0) == kLargeEndRecord &&
                       littleAt<std::uint64_t>(record, 4) == locatorAt - recordAt - 12 &&
                       littleAt<std::uint32_t>(record, 16) == 0 &&
                       littleAt<std::uint32_t>(record, 20) == 0 &&
                       littleAt<std::uint64_t>(record, 24) == table.members;
    const bool agrees = (small.members == kFull16 || small.members == table.members) &&
                        (small.offset == kFull32 || small.offset == table.offset) &&
                        (small.size == kFull32 || small.size == table.size);
    if (!whole || !agrees || !endsAt(table, recordAt))
        return damaged("its two end records do not agree");
    return table;
}

Result<std::size_t> ZipDirectory::readMember(Bytes table, std::size_t at,
                                             ZipArchive::Member& member) const
{
    if (table.size() - at < kEntrySize || littleAt<std::uint32_t>(table, at) != kTableEntry)
        return damaged("its table of contents is broken");
    const std::size_t nameSize = littleAt<std::uint16_t>(table, at + 28);
    const std::size_t extraSize = littleAt<std::uint16_t>(table, at + 30);
    const std::size_t commentSize = littleAt<std::uint16_t>(table, at + 32);
    if (table.size() - at - kEntrySize < nameSize + extraSize + commentSize)
        return damaged("its table of contents is broken");
    if (nameSize > kLongestName)
        return fail(ErrorKind::Limit,
                    "The archive has an entry whose name is " + text::count(nameSize) +
                        " bytes long (limit " + text::count(kLongestName) + ")",
                    m_subject, "No checkpoint has such names; get the file from another source.");
    member.name = asText(table.subspan(at + kEntrySize, nameSize));
    member.flags = littleAt<std::uint16_t>(table, at + 8);
    member.method = littleAt<std::uint16_t>(table, at + 10);
    member.crc = littleAt<std::uint32_t>(table, at + 16);
    member.packed = littleAt<std::uint32_t>(table, at + 20);
    member.size = littleAt<std::uint32_t>(table, at + 24);
    member.header = littleAt<std::uint32_t>(table, at + 42);
    RK_CHECK(readLargeExtra(table.subspan(at + kEntrySize + nameSize, extraSize), member));
    const std::string shown = "'" + text::shown(member.name, 80) + "'";
    if ((member.flags & kRefusedFlags) != 0)
        return damaged("its entry " + shown + " is encrypted");
    if (member.method != 0 && member.method != 8)
        return damaged("its entry " + shown + " is packed in a way that checkpoints do not use");
    if (member.method == 0 && member.packed != member.size)
        return damaged("its entry " + shown + " has two different sizes");
    return at + kEntrySize + nameSize + extraSize + commentSize;
}

Result<void> ZipDirectory::readLargeExtra(Bytes extra, ZipArchive::Member& member) const
{
    std::size_t at = 0;
    while (extra.size() - at >= 4) {
        const auto id = littleAt<std::uint16_t>(extra, at);
        const std::size_t size = littleAt<std::uint16_t>(extra, at + 2);
        if (size > extra.size() - at - 4)
            return damaged("its table of contents is broken");
        if (id == 1) {
            const Bytes body = extra.subspan(at + 4, size);
            std::size_t used = 0;
            for (std::uint64_t* field : {&member.size, &member.packed, &member.header}) {
                if (*field != kFull32)
                    continue;
                if (body.size() - used < 8)
                    return damaged("its table of contents is broken");
                *field = littleAt<std::uint64_t>(body, used);
                used += 8;
            }
        }
        at += 4 + size;
    }
    return {};
}

Result<void> ZipDirectory::checkLocal(ZipArchive::Member& member, std::uint64_t limit) const
{
    const std::string shown = "'" + text::shown(member.name, 80) + "'";
    if (member.header > limit || limit - member.header < kLocalSize + member.name.size())
        return damaged("its entry " + shown + " lies outside the file");
    RK_TRY(const auto local, m_file.read(member.header, kLocalSize + member.name.size()));
    const auto flags = littleAt<std::uint16_t>(local, 6);
    const auto crc = littleAt<std::uint32_t>(local, 14);
    const auto packed = littleAt<std::uint32_t>(local, 18);
    const auto size = littleAt<std::uint32_t>(local, 22);
    const std::size_t nameSize = littleAt<std::uint16_t>(local, 26);
    const std::size_t extraSize = littleAt<std::uint16_t>(local, 28);
    const bool later = (flags & kSizesFollow) != 0;
    const auto fits = [&](std::uint32_t found, std::uint64_t expected) {
        return found == expected || found == kFull32 || (later && found == 0);
    };
    const bool agrees =
        littleAt<std::uint32_t>(local, 0) == kLocalHeader && flags == member.flags &&
        littleAt<std::uint16_t>(local, 8) == member.method && nameSize == member.name.size() &&
        asText(Bytes(local).subspan(kLocalSize)) == member.name &&
        (crc == member.crc || (later && crc == 0)) && fits(packed, member.packed) &&
        fits(size, member.size);
    if (!agrees)
        return damaged("its entry " + shown + " does not agree with the table of contents");
    member.data = member.header + kLocalSize + nameSize + extraSize;
    if (member.data > limit || member.packed > limit - member.data)
        return damaged("its entry " + shown + " lies outside the file");
    return {};
}

Result<void> ZipDirectory::checkTogether(const std::vector<ZipArchive::Member>& members,
                                         std::uint64_t limit) const
{
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return members[a].header < members[b].header; });
    std::uint64_t end = 0;
    std::uint64_t total = 0;
    for (const std::size_t i : order) {
        const auto& member = members[i];
        if (member.header < end)
            return damaged("its entry '" + text::shown(member.name, 80) + "' overlaps another one");
        end = member.data + member.packed;
        if (!add(total, member.size, total))
            return damaged("its sizes are impossible");
    }
    if (end > limit)
        return damaged("its entries reach into the table of contents");
    if (total > kExpansionFree + kExpansionFactor * m_file.size())
        return fail(ErrorKind::Limit,
                    "The archive would grow from " + text::bytes(m_file.size()) + " to " +
                        text::bytes(total),
                    m_subject, "Save it again with PyTorch, which stores tensors uncompressed.");
    return {};
}

} // namespace rekindle::archive

#include "core/storage/bulk_file.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/storage/descriptor.h"
#include "core/storage/digest.h"
#include "core/storage/hdf5_image.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace rekindle::storage {
namespace {

struct Seal {
    std::uint64_t length = 0;
    std::string sha256;
};

std::string digestOf(std::span<const std::byte> bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

/// "KIND\nhead 12345\nsha256 0123...\n"
std::string sealText(std::string_view kind, const Seal& seal)
{
    return fmt::format("{}\nhead {}\nsha256 {}\n", kind, seal.length, seal.sha256);
}

/// Nothing where the text is not one that we write.
std::optional<Seal> parseSeal(std::string_view text, std::string_view kind)
{
    const std::string start = std::string(kind) + "\nhead ";
    if (!text.starts_with(start))
        return std::nullopt;
    Seal seal;
    const char* number = text.data() + start.size();
    const auto end = std::from_chars(number, text.data() + text.size(), seal.length);
    constexpr std::string_view kWord = "\nsha256 ";
    constexpr std::size_t kDigits = 64;
    const auto rest = text.substr(static_cast<std::size_t>(end.ptr - text.data()));
    if (end.ec != std::errc() || !rest.starts_with(kWord))
        return std::nullopt;
    seal.sha256 = rest.substr(kWord.size(), kDigits);
    return text.starts_with(sealText(kind, seal)) ? std::optional(std::move(seal)) : std::nullopt;
}

tl::unexpected<Error> damaged(const std::string& subject)
{
    return fail(ErrorKind::Damaged, "The file differs from its checksum", subject,
                "Make it again, or take it from a copy.");
}

} // namespace

Result<std::vector<std::byte>> bulkHead(std::string_view kind, const Table& table, const Bulk& bulk,
                                        const std::filesystem::path& target)
{
    const std::string subject = target.string();
    return guard(subject, [&]() -> Result<std::vector<std::byte>> {
        RK_TRY(auto head,
               toHdf5Head(table, bulk, parentFolder(target) / scratchName(".tmp-"), subject));
        const std::string text = sealText(
            kind, {head.size(), digestOf(std::span<const std::byte>(head).subspan(kSealBytes))});
        std::transform(text.begin(), text.end(), head.begin(),
                       [](char letter) { return static_cast<std::byte>(letter); });
        return head;
    });
}

Result<BulkFile> BulkFile::open(const std::filesystem::path& path, std::string_view kind,
                                const std::string& bulkName)
{
    const std::string subject = path.string();
    return guard(subject, [&]() -> Result<BulkFile> {
        RK_TRY(auto input, InputFile::open(path));
        BulkFile file(std::move(input));
        const std::uint64_t size = file.m_input.size();
        RK_TRY(const auto start, file.m_input.read(0, std::min<std::uint64_t>(size, kSealBytes)));
        const std::string_view text(reinterpret_cast<const char*>(start.data()), start.size());
        const auto seal = parseSeal(text, kind);
        if (!seal)
            return fail(ErrorKind::Unknown, fmt::format("This is not a file of the kind {}", kind),
                        subject);
        if (seal->length <= kSealBytes || seal->length > size)
            return damaged(subject);
        if (seal->length > kLargestTable)
            return fail(ErrorKind::Limit,
                        "The file's list has " + text::bytes(seal->length) + "; lists over " +
                            text::bytes(kLargestTable) + " are not read",
                        subject);
        RK_TRY(auto head, file.m_input.read(0, seal->length));
        if (digestOf(std::span<const std::byte>(head).subspan(kSealBytes)) != seal->sha256)
            return damaged(subject);
        file.m_bulk.name = bulkName;
        RK_TRY(file.m_table, fromHdf5Head(std::move(head), file.m_bulk, subject));
        if (size - seal->length != file.m_bulk.bytes())
            return fail(ErrorKind::Damaged, "The file ends early, or holds more than it should",
                        subject, "Make it again, or take it from a copy.");
        file.m_sha256 = seal->sha256;
        file.m_start = seal->length;
        return file;
    });
}

Result<void> BulkFile::readElements(std::uint64_t first, std::span<std::byte> into) const
{
    const std::uint64_t count = into.size() / m_bulk.width;
    if (first > m_bulk.count || count > m_bulk.count - first)
        return fail(ErrorKind::Damaged, "The file ends early", path().string());
    return m_input.readAt(m_start + first * m_bulk.width, into);
}

} // namespace rekindle::storage

#include "core/packed/pack_journal.h"

#include "core/base/read_file.h"

#include <charconv>
#include <fmt/format.h>
#include <string_view>
#include <system_error>

namespace rekindle::packed {
namespace {

constexpr std::uint64_t kLongest = std::uint64_t{1} << 30;

/// "place channels bits crc"; nothing where the line is another.
bool parseLine(std::string_view line, std::pair<std::size_t, Kept>& entry)
{
    const auto take = [&](auto& value) {
        const auto end = std::from_chars(line.data(), line.data() + line.size(), value);
        if (end.ec != std::errc())
            return false;
        line.remove_prefix(static_cast<std::size_t>(end.ptr - line.data()));
        if (!line.empty() && line.front() == ' ')
            line.remove_prefix(1);
        return true;
    };
    return take(entry.first) && take(entry.second.channels) && take(entry.second.bits) &&
           take(entry.second.crc32c) && line.empty();
}

} // namespace

Result<PackJournal> PackJournal::open(const std::filesystem::path& path, const std::string& plan)
{
    std::string text;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        RK_TRY(text, readFile(path, kLongest));
    }
    const std::string first = plan + '\n';
    if (!text.starts_with(first))
        text.clear();
    std::vector<std::pair<std::size_t, Kept>> found;
    std::size_t at = text.empty() ? 0 : first.size();
    for (std::size_t end = text.find('\n', at); end != std::string::npos;
         end = text.find('\n', at)) {
        std::pair<std::size_t, Kept> entry;
        if (!parseLine(std::string_view(text).substr(at, end - at), entry))
            break;
        found.push_back(entry);
        at = end + 1;
    }
    RK_TRY(auto file, storage::PlacedFile::open(path, at));
    PackJournal journal(std::move(file));
    journal.m_found = std::move(found);
    journal.m_end = at;
    if (at == 0) {
        RK_CHECK(journal.m_file.write(0, std::as_bytes(std::span(first))));
        journal.m_end = first.size();
    }
    return journal;
}

Result<void> PackJournal::add(const std::vector<std::pair<std::size_t, Kept>>& pictures)
{
    std::string lines;
    for (const auto& [place, kept] : pictures)
        lines += fmt::format("{} {} {} {}\n", place, kept.channels, kept.bits, kept.crc32c);
    RK_CHECK(m_file.write(m_end, std::as_bytes(std::span(lines))));
    m_end += lines.size();
    return {};
}

} // namespace rekindle::packed

#include "core/dataset/label_match.h"

#include "core/base/text.h"
#include "core/dataset/table_text.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <numeric>
#include <unordered_map>
#include <utf8proc.h>

namespace rekindle::dataset {
namespace {

using Parts = std::vector<std::string>;

/// Composed, and where `caseless` without capitals. A name that is not UTF-8 counts as
/// Windows-1252, as in tables.
std::string folded(std::string_view name, bool caseless)
{
    std::string text = isUtf8(name) ? std::string(name) : fromWindows1252(name);
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE |
                                                        (caseless ? UTF8PROC_CASEFOLD : 0));
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
    if (length < 0)
        return text;
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

/// "C:\data\a\b.png" and "./a/b.png" in their folders; "." is left out.
Parts partsOf(std::string path)
{
    std::replace(path.begin(), path.end(), '\\', '/');
    Parts parts;
    for (std::string& part : text::split(path, '/')) {
        if (!part.empty() && part != ".")
            parts.push_back(std::move(part));
    }
    return parts;
}

/// Without the last ending.
std::string stemOf(const std::string& name)
{
    const auto dot = name.find_last_of('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

class Pictures
{
public:
    explicit Pictures(const std::vector<std::string>& pictures) : m_pictures(pictures)
    {
        m_parts.reserve(pictures.size());
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            m_parts.push_back(partsOf(folded(pictures[i], true)));
            m_names.push_back(partsOf(folded(pictures[i], false)).back());
            const std::string& name = m_parts.back().back();
            m_byName[name].push_back(i);
            m_byStem[stemOf(name)].push_back(i);
        }
    }

    /// Those that a row may mean, best first as far as one is better.
    [[nodiscard]] std::vector<std::size_t> meantBy(const std::string& file) const
    {
        const Parts wanted = partsOf(folded(file, true));
        if (wanted.empty())
            return {};
        for (const auto& [map, name] :
             {std::pair(&m_byName, wanted.back()), std::pair(&m_byStem, wanted.back()),
              std::pair(&m_byStem, stemOf(wanted.back()))}) {
            const auto at = map->find(name);
            auto found =
                at == map->end() ? std::vector<std::size_t>() : nearest(at->second, wanted);
            if (found.size() > 1)
                found = exactOf(std::move(found), file);
            if (!found.empty())
                return found;
        }
        return {};
    }

    /// The picture whose name differs least; empty where there are too many to look through.
    [[nodiscard]] std::string likest(const std::string& file) const
    {
        constexpr std::size_t kMost = 20'000;
        const Parts wanted = partsOf(folded(file, true));
        if (wanted.empty() || m_parts.size() > kMost)
            return {};
        std::size_t best = 0, least = std::string::npos;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const std::size_t edits = distance(wanted.back(), m_parts[i].back());
            if (edits < least) {
                least = edits;
                best = i;
            }
        }
        return m_pictures[best];
    }

private:
    /// Of these pictures those whose folders are the row's as far as both have any; of them the
    /// ones with the most in common.
    [[nodiscard]] std::vector<std::size_t> nearest(const std::vector<std::size_t>& candidates,
                                                   const Parts& wanted) const
    {
        std::vector<std::size_t> found;
        std::size_t most = 0;
        for (const std::size_t i : candidates) {
            const Parts& parts = m_parts[i];
            const std::size_t both = std::min(parts.size(), wanted.size());
            // The names have been compared already, endings apart.
            const bool fits =
                std::equal(parts.rbegin() + 1, parts.rbegin() + static_cast<std::ptrdiff_t>(both),
                           wanted.rbegin() + 1);
            if (!fits || both < most)
                continue;
            if (both > most)
                found.clear();
            most = both;
            found.push_back(i);
        }
        return found;
    }

    /// Names that differ in nothing but capitals are told apart where the row has them right.
    [[nodiscard]] std::vector<std::size_t> exactOf(std::vector<std::size_t> found,
                                                   const std::string& file) const
    {
        const std::string name = partsOf(folded(file, false)).back();
        std::vector<std::size_t> exact;
        std::copy_if(found.begin(), found.end(), std::back_inserter(exact),
                     [&](std::size_t i) { return m_names[i] == name; });
        return exact.size() == 1 ? exact : found;
    }

    /// Levenshtein's.
    [[nodiscard]] static std::size_t distance(std::string_view a, std::string_view b)
    {
        constexpr std::size_t kLongest = 200;
        a = a.substr(0, kLongest);
        b = b.substr(0, kLongest);
        std::vector<std::size_t> row(b.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t{0});
        for (std::size_t i = 0; i < a.size(); ++i) {
            std::size_t before = row[0];
            row[0] = i + 1;
            for (std::size_t k = 0; k < b.size(); ++k) {
                const std::size_t replaced = before + (a[i] == b[k] ? 0 : 1);
                before = row[k + 1];
                row[k + 1] = std::min({replaced, row[k] + 1, row[k + 1] + 1});
            }
        }
        return row.back();
    }

    const std::vector<std::string>& m_pictures;
    std::vector<Parts> m_parts;       ///< folded
    std::vector<std::string> m_names; ///< without their folders, capitals as they are
    std::unordered_map<std::string, std::vector<std::size_t>> m_byName, m_byStem;
};

bool sameOf(const CsvRow& a, const CsvRow& b)
{
    return a.label == b.label && a.patient == b.patient && a.part == b.part;
}

std::string nearestText(const Pictures& pictures, const CsvRow& row)
{
    const std::string likest = pictures.likest(row.file);
    return likest.empty() ? std::string() : "; the nearest is " + text::shown(likest, 120);
}

} // namespace

Result<LabelMatch> matchRows(const std::vector<std::string>& pictures, const LabelTable& table,
                             const std::string& subject)
{
    constexpr std::size_t kMostNearest = 20;
    const Pictures all(pictures);
    LabelMatch match;
    match.rows.resize(pictures.size(), nullptr);
    std::size_t found = 0;
    for (const CsvRow& row : table.rows) {
        const auto meant = all.meantBy(row.file);
        if (meant.size() == 1) {
            const CsvRow*& place = match.rows[meant.front()];
            if (place != nullptr && !sameOf(*place, row))
                return fail(ErrorKind::Damaged,
                            fmt::format("Lines {} and {} of the table say different things of the "
                                        "image {}",
                                        place->line, row.line,
                                        text::shown(pictures[meant.front()], 120)),
                            subject, "Leave the line in that is right.");
            place = &row;
            ++found;
            continue;
        }
        const std::string which =
            meant.empty()
                ? "no such image is in the folder" +
                      (match.problems.size() < kMostNearest ? nearestText(all, row) : std::string())
                : fmt::format("{} images of the folder could be meant", text::count(meant.size()));
        match.problems.push_back(
            {row.file, "table",
             fmt::format("Line {} of the table names this file, but {}.", row.line, which)});
    }
    if (found > 0)
        return match;
    const CsvRow& first = table.rows.front();
    return fail(
        ErrorKind::Damaged,
        fmt::format("Not one file that the table names is in the folder. Its first row, line "
                    "{}, names {}{}. The table was read as: {}",
                    first.line, text::shown(first.file, 120), nearestText(all, first),
                    table.columns),
        subject, "Give each file's path as seen from the image folder, such as a/b.png.");
}

} // namespace rekindle::dataset

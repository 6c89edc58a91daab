#include "core/dataset/labels_csv.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

namespace rekindle::dataset {
namespace {

constexpr std::uint64_t kLargestTable = std::uint64_t{256} << 20;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Cuts a table into records of fields (RFC 4180: quotes, doubled quotes, line ends in quotes).
class CsvCutter
{
public:
    CsvCutter(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The line, from 1, at which the last record began.
    [[nodiscard]] std::size_t line() const { return m_recordLine; }
    /// Whether the last record ended inside a quoted field.
    [[nodiscard]] bool broken() const { return m_broken; }

    std::vector<std::string> next()
    {
        std::vector<std::string> fields;
        m_recordLine = m_line;
        bool more = true;
        while (more) {
            fields.emplace_back();
            more = nextField(fields.back());
        }
        return fields;
    }

private:
    /// Reads one field; whether another one follows in this record.
    bool nextField(std::string& field)
    {
        bool quoted = !atEnd() && m_text[m_at] == '"';
        m_at += quoted ? 1 : 0;
        for (; !atEnd(); ++m_at) {
            const char c = m_text[m_at];
            m_line += c == '\n' ? 1 : 0;
            if (quoted && c == '"') {
                // A doubled quote is one character of the field; a single one ends it.
                quoted = m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
                if (!quoted)
                    continue;
                ++m_at;
            } else if (!quoted && (c == m_separator || c == '\n')) {
                ++m_at;
                return c == m_separator;
            } else if (!quoted && c == '\r') {
                continue;
            }
            field += c;
        }
        m_broken = quoted;
        return false;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_recordLine = 1;
    bool m_broken = false;
};

/// Where the columns are in a record.
struct Columns {
    std::size_t file = kNone, label = kNone, patient = kNone, split = kNone;
    std::size_t count = 0;
};

std::string trimmed(std::string text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), isBlank));
    text.erase(std::find_if_not(text.rbegin(), text.rend(), isBlank).base(), text.end());
    return text;
}

/// The separator that occurs most in the first line.
char separatorOf(std::string_view text)
{
    const auto first = text.substr(0, text.find('\n'));
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(first.begin(), first.end(), candidate) >
            std::count(first.begin(), first.end(), best))
            best = candidate;
    return best;
}

/// "a\b.png" and "./a/b.png" as "a/b.png".
std::string cleanPath(std::string path)
{
    std::replace(path.begin(), path.end(), '\\', '/');
    return std::filesystem::path(path).lexically_normal().generic_string();
}

tl::unexpected<Error> wrong(std::size_t line, std::string_view what, const std::string& subject)
{
    return fail(ErrorKind::Damaged, fmt::format("Line {} of the table: {}", line, what), subject,
                "Put the table right: columns file, label, and if wanted patient and split.");
}

Result<Columns> columnsOf(const std::vector<std::string>& names, const std::string& subject)
{
    Columns columns;
    columns.count = names.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = text::lower(trimmed(names[i]));
        std::size_t* place = name == "file"      ? &columns.file
                             : name == "label"   ? &columns.label
                             : name == "patient" ? &columns.patient
                             : name == "split"   ? &columns.split
                                                 : nullptr;
        if (place == nullptr)
            continue;
        if (*place != kNone)
            return wrong(1, fmt::format("the column {} appears twice", name), subject);
        *place = i;
    }
    if (columns.file == kNone || columns.label == kNone)
        return wrong(
            1, fmt::format("the column {} is missing", columns.file == kNone ? "file" : "label"),
            subject);
    return columns;
}

Result<void> addRow(const Columns& columns, std::vector<std::string> fields, std::size_t line,
                    const std::string& subject, LabelTable& table)
{
    if (fields.size() != columns.count)
        return wrong(
            line,
            fmt::format("it has {} fields, the first line has {}", fields.size(), columns.count),
            subject);
    CsvRow row;
    row.line = line;
    row.label = trimmed(fields[columns.label]);
    if (columns.patient != kNone)
        row.patient = trimmed(fields[columns.patient]);
    const std::string word = columns.split == kNone ? "" : trimmed(fields[columns.split]);
    row.part = partFromWord(word);
    if (!word.empty() && !row.part)
        return wrong(line,
                     fmt::format("the split \"{}\" is none of train, validation, test",
                                 text::shown(word, 40)),
                     subject);
    const std::string file = trimmed(fields[columns.file]);
    if (file.empty())
        return wrong(line, "the file is missing", subject);
    const auto [at, fresh] = table.try_emplace(cleanPath(file), std::move(row));
    if (!fresh)
        return wrong(line,
                     fmt::format("the file {} stands in line {} already", text::shown(file, 80),
                                 at->second.line),
                     subject);
    return {};
}

} // namespace

std::optional<Part> partFromWord(std::string_view word)
{
    const std::string lower = text::lower(word);
    for (const std::string_view name : {"train", "training"})
        if (lower == name)
            return Part::Train;
    for (const std::string_view name : {"val", "valid", "validation", "dev"})
        if (lower == name)
            return Part::Validation;
    for (const std::string_view name : {"test", "testing"})
        if (lower == name)
            return Part::Test;
    return std::nullopt;
}

Result<LabelTable> parseLabels(std::string_view text, const std::string& subject)
{
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    if (text.find('\0') != std::string_view::npos)
        return fail(ErrorKind::Damaged, "This is not a table of text", subject,
                    "Save it as CSV with UTF-8 characters.");
    CsvCutter cutter(text, separatorOf(text));
    RK_TRY(const auto columns, columnsOf(cutter.next(), subject));
    LabelTable table;
    while (!cutter.atEnd()) {
        auto fields = cutter.next();
        if (cutter.broken())
            return wrong(cutter.line(), "a quotation mark is not closed", subject);
        if (fields.size() == 1 && trimmed(fields[0]).empty())
            continue;
        RK_CHECK(addRow(columns, std::move(fields), cutter.line(), subject, table));
    }
    if (table.empty())
        return fail(ErrorKind::Damaged, "The table has no rows", subject);
    return table;
}

Result<LabelTable> readLabels(const std::filesystem::path& file)
{
    return guard(file.string(), [&]() -> Result<LabelTable> {
        RK_TRY(const auto input, storage::InputFile::open(file));
        if (input.size() > kLargestTable)
            return fail(ErrorKind::Limit,
                        fmt::format("The table has {}; at most {} are read",
                                    text::bytes(input.size()), text::bytes(kLargestTable)),
                        file.string());
        RK_TRY(const auto bytes, input.read(0, input.size()));
        return parseLabels(
            std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
            file.string());
    });
}

} // namespace rekindle::dataset

#include "core/dataset/labels_csv.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/dataset/csv_cutter.h"
#include "core/dataset/label_columns.h"
#include "core/dataset/part_words.h"
#include "core/dataset/table_text.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <fmt/format.h>

namespace rekindle::dataset {
namespace {

constexpr std::uint64_t kLargestTable = std::uint64_t{256} << 20;
constexpr std::size_t kNone = LabelColumns::kNone;

/// A line of the table with something in it.
struct Record {
    std::vector<std::string> fields; ///< one a column
    std::size_t line = 0;
};

tl::unexpected<Error> wrong(std::size_t line, std::string_view what, const std::string& subject)
{
    return fail(ErrorKind::Damaged, fmt::format("Line {} of the table: {}", line, what), subject,
                "Put the table right: columns file, label, and if wanted patient and split.");
}

bool isEmpty(const std::vector<std::string>& fields)
{
    return std::all_of(fields.begin(), fields.end(),
                       [](const std::string& field) { return field.empty(); });
}

/// All lines after the first. Empty fields at the end may be too many or missing.
Result<std::vector<Record>> readRecords(CsvCutter& cutter, std::size_t columns, std::size_t needed,
                                        const std::string& subject)
{
    std::vector<Record> records;
    while (!cutter.atEnd()) {
        Record record{cutter.next(), cutter.line()};
        if (cutter.broken())
            return wrong(record.line, "a quotation mark is not closed", subject);
        if (isEmpty(record.fields))
            continue;
        while (record.fields.size() > columns && record.fields.back().empty())
            record.fields.pop_back();
        if (record.fields.size() > columns || record.fields.size() < needed)
            return wrong(record.line,
                         fmt::format("it has {}, the first line has {}",
                                     text::count(record.fields.size(), "field"), columns),
                         subject);
        record.fields.resize(columns);
        records.push_back(std::move(record));
    }
    return records;
}

/// "0", "1.0": whether a class is marked; nothing for another text.
std::optional<bool> mark(const std::string& field)
{
    if (field == "1" || field == "1.0")
        return true;
    if (field == "0" || field == "0.0" || field.empty())
        return false;
    return std::nullopt;
}

/// Columns of nothing but 0 and 1: a class each.
std::vector<std::size_t> classColumns(const LabelColumns& columns,
                                      const std::vector<Record>& records)
{
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < columns.names.size(); ++column) {
        const bool other = column == columns.file || column == columns.patient ||
                           column == columns.split || columns.names[column].empty();
        if (!other && std::all_of(records.begin(), records.end(), [&](const Record& record) {
                return mark(record.fields[column]).has_value();
            }))
            found.push_back(column);
    }
    return found;
}

/// The one class that a row marks.
Result<std::string> markedClass(const LabelColumns& columns,
                                const std::vector<std::size_t>& classes, const Record& record,
                                const std::string& subject)
{
    std::vector<std::string> marked;
    for (const std::size_t column : classes) {
        if (mark(record.fields[column]).value_or(false))
            marked.push_back(columns.names[column]);
    }
    if (marked.size() > 1)
        return wrong(record.line,
                     fmt::format("it marks several classes ({}); an image has one",
                                 text::shown(text::join(marked, ", "), 120)),
                     subject);
    return marked.empty() ? std::string() : marked.front();
}

/// The split column counts when all its words are parts; one that is called "split" has to.
Result<void> checkSplit(LabelColumns& columns, const std::vector<Record>& records,
                        const std::string& subject)
{
    if (columns.split == kNone)
        return {};
    for (const Record& record : records) {
        const std::string& word = record.fields[columns.split];
        if (word.empty() || partFromWord(word))
            continue;
        if (columns.splitByName)
            return wrong(record.line,
                         fmt::format("the split \"{}\" is none of train, validation, test",
                                     text::shown(word, 40)),
                         subject);
        columns.split = kNone;
        return {};
    }
    return {};
}

Result<LabelTable> toTable(LabelColumns columns, const std::vector<Record>& records,
                           const std::string& subject)
{
    RK_CHECK(checkSplit(columns, records, subject));
    std::vector<std::size_t> classes;
    if (columns.label == kNone) {
        classes = classColumns(columns, records);
        if (classes.size() < 2)
            return fail(ErrorKind::Damaged,
                        fmt::format("Line 1 of the table: no column names the classes. Its columns "
                                    "are {}",
                                    text::shown(text::join(columns.names, ", "), 200)),
                        subject, "Call the column label.");
    }
    LabelTable table;
    table.columns = columns.shown();
    if (!classes.empty())
        table.columns += fmt::format(", {} classes in columns of their own", classes.size());
    for (const Record& record : records) {
        CsvRow row;
        row.line = record.line;
        row.file = record.fields[columns.file];
        if (row.file.empty())
            return wrong(record.line, "the file is missing", subject);
        if (columns.label != kNone) {
            row.label = record.fields[columns.label];
        } else {
            RK_TRY(row.label, markedClass(columns, classes, record, subject));
        }
        if (columns.patient != kNone)
            row.patient = record.fields[columns.patient];
        if (columns.split != kNone)
            row.part = partFromWord(record.fields[columns.split]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Result<LabelTable> parseLabels(std::string_view bytes, const std::string& subject)
{
    RK_TRY(const std::string text, tableText(bytes, subject));
    CsvCutter cutter(text);
    std::vector<std::string> names;
    while (!cutter.atEnd() && isEmpty(names))
        names = cutter.next();
    if (cutter.broken())
        return wrong(cutter.line(), "a quotation mark is not closed", subject);
    while (!names.empty() && names.back().empty())
        names.pop_back();
    RK_TRY(LabelColumns columns, findColumns(std::move(names), subject));
    const std::size_t needed =
        1 + std::max(columns.file, columns.label == kNone ? columns.file : columns.label);
    RK_TRY(const auto records, readRecords(cutter, columns.names.size(), needed, subject));
    if (records.empty())
        return fail(ErrorKind::Damaged, "The table has no rows", subject);
    return toTable(std::move(columns), records, subject);
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

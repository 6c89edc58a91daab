#include "core/scores/score_table.h"

#include "core/storage/atomic_write.h"
#include "core/storage/table_file.h"

#include <algorithm>
#include <cmath>

namespace rekindle::scores {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFormat = "rekindle.scores";
constexpr const char* kVersion = "1";
/// Rows of float32 shares of many classes sum up to 1 within this.
constexpr double kTolerance = 1e-3;

tl::unexpected<Error> damaged(const std::string& what, const std::string& subject)
{
    return fail(ErrorKind::Damaged, "This table of scores does not fit together (" + what + ")",
                subject, "Score the run again.");
}

bool plainName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

/// Moves an array out of a table that was read; false if it is not there or of another kind.
template <class T>
bool take(storage::Table& from, const char* name, std::vector<T>& into)
{
    const auto found = from.arrays.find(name);
    if (found == from.arrays.end())
        return false;
    auto* values = std::get_if<std::vector<T>>(&found->second.values);
    if (values == nullptr)
        return false;
    into = std::move(*values);
    return true;
}

} // namespace

std::vector<std::int64_t> ScoreTable::predicted() const
{
    std::vector<std::int64_t> best;
    best.reserve(images.size());
    for (std::size_t image = 0; image < images.size(); ++image) {
        const auto values = row(image);
        best.push_back(std::max_element(values.begin(), values.end()) - values.begin());
    }
    return best;
}

Result<void> check(const ScoreTable& table, const std::string& subject)
{
    const std::size_t images = table.images.size(), classes = table.classes.size();
    if (images == 0 || classes == 0)
        return damaged("it is empty", subject);
    if (table.labels.size() != images || table.probabilities.size() / classes != images ||
        table.probabilities.size() % classes != 0 ||
        (!table.patients.empty() && table.patients.size() != images))
        return damaged("images and labels are not equally many", subject);
    if (std::any_of(table.labels.begin(), table.labels.end(), [&](std::int64_t label) {
            return label < 0 || label >= static_cast<std::int64_t>(classes);
        }))
        return damaged("a label does not exist", subject);
    if (!std::all_of(table.probabilities.begin(), table.probabilities.end(),
                     [](float value) { return std::isfinite(value); }))
        return fail(ErrorKind::Diverged, "These weights give probabilities that are not numbers",
                    subject,
                    "Look at the weights (inspect): they hold infinities or values far too large.");
    for (std::size_t image = 0; image < images; ++image) {
        double sum = 0;
        bool negative = false;
        for (const float value : table.row(image)) {
            sum += value;
            negative = negative || value < 0;
        }
        if (negative || std::abs(sum - 1) > kTolerance)
            return damaged("the probabilities of an image do not sum up to 1", subject);
    }
    return {};
}

Json toJson(const TableName& name)
{
    return Json{{"file", name.file}, {"sha256", name.sha256}};
}

Result<TableName> tableNameFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "table");
    TableName name;
    name.file = fields.text("file");
    name.sha256 = fields.text("sha256");
    RK_CHECK(fields.check());
    if (!plainName(name.file))
        return damaged("it names a file outside its folder", subject);
    return name;
}

fs::path tablesFolder(const fs::path& run)
{
    return run / "tables";
}

Result<TableName> writeTable(const fs::path& folder, const std::string& file,
                             const ScoreTable& table)
{
    const fs::path target = folder / file;
    RK_CHECK(check(table, target.string()));
    storage::Table stored;
    stored.attributes = {{"format", kFormat}, {"version", kVersion}};
    const std::uint64_t images = table.images.size(), classes = table.classes.size();
    stored.arrays["classes"] = {{classes}, table.classes};
    stored.arrays["images"] = {{images}, table.images};
    stored.arrays["patients"] = {{table.patients.size()}, table.patients};
    stored.arrays["labels"] = {{images}, table.labels};
    stored.arrays["probabilities"] = {{images, classes}, table.probabilities};
    RK_CHECK(storage::makeSubfolder(folder));
    RK_TRY(std::string sha256, storage::writeTable(target, stored));
    return TableName{file, std::move(sha256)};
}

Result<ScoreTable> readTable(const fs::path& folder, const TableName& name)
{
    const fs::path file = folder / name.file;
    RK_TRY(storage::Table stored, storage::readTable(file, name.sha256));
    if (stored.attributes["format"] != kFormat)
        return damaged("it is a table of something else", file.string());
    if (stored.attributes["version"] != kVersion)
        return fail(ErrorKind::Version, "These scores were written by another version of Rekindle",
                    file.string(), "Score the run again.");
    ScoreTable table;
    if (!take(stored, "classes", table.classes) || !take(stored, "images", table.images) ||
        !take(stored, "patients", table.patients) || !take(stored, "labels", table.labels) ||
        !take(stored, "probabilities", table.probabilities))
        return damaged("something is missing", file.string());
    RK_CHECK(check(table, file.string()));
    return table;
}

} // namespace rekindle::scores

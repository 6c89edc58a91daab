#include "core/study/score_record.h"

#include "core/base/json.h"
#include "core/run/run_folder.h"

#include <algorithm>
#include <cmath>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> damaged(const std::string& what, const std::string& subject)
{
    return fail(ErrorKind::Damaged, "This score does not fit together (" + what + ")", subject,
                "Score the run again.");
}

tl::unexpected<Error> otherVersion(const std::string& subject)
{
    return fail(ErrorKind::Version, "This score was written by another version of Rekindle",
                subject, "Score the run again.");
}

Result<void> readPointNames(const Json& json, const std::string& subject, ScoreRecord& record)
{
    if (!json.is_object())
        return damaged("a point is not an object", subject);
    FieldReader fields(json, subject, "points");
    const double position = fields.number("epoch");
    RK_CHECK(fields.check());
    if (!std::isfinite(position) || position < 0)
        return damaged("a point lies nowhere", subject);
    const Json& repeats = fields.any("repeats");
    if (!repeats.is_array() || repeats.empty())
        return damaged("a point has no repeats", subject);
    std::vector<scores::TableName>& tables = record.points[position];
    for (const Json& repeat : repeats) {
        if (!repeat.is_object() || !repeat.contains("table"))
            return otherVersion(subject);
        RK_TRY(scores::TableName name, scores::tableNameFromJson(repeat["table"], subject));
        tables.push_back(std::move(name));
    }
    return {};
}

Result<void> readResult(const Json& json, const std::string& subject, ScoreRecord& record)
{
    if (!json.is_object())
        return damaged("it is not an object", subject);
    FieldReader fields(json, subject);
    const std::string schema = fields.text("schema");
    record.protocol = fields.text("protocol");
    record.fraction = fields.number("fraction");
    record.testHash = fields.text("test_hash");
    record.testPart = static_cast<std::uint64_t>(fields.integer("test_part", 0));
    record.copies = static_cast<std::uint64_t>(fields.integer("copies_in_test", 0));
    record.contested = static_cast<std::uint64_t>(fields.integer("in_two_classes", 0));
    RK_CHECK(fields.check());
    if (schema != "rekindle.evaluate/1")
        return otherVersion(subject);
    const Json& points = fields.any("points");
    if (!points.is_array() || points.empty())
        return damaged("it has no points", subject);
    for (const Json& point : points)
        RK_CHECK(readPointNames(point, subject, record));
    return {};
}

} // namespace

Result<ScoreRecord> readScore(const fs::path& folder)
{
    RK_TRY(const run::RunFolder opened, run::RunFolder::open(folder));
    RK_TRY(const run::Settings settings, opened.settings());
    const auto* score = std::get_if<run::ScoreSettings>(&settings);
    if (score == nullptr)
        return damaged("its folder is no scoring run", folder.string());
    if (!fs::exists(opened.resultFile()))
        return fail(ErrorKind::NotFound, "This score is not finished", folder.string(),
                    "Let it end, or resume it.");
    RK_TRY(const Json json, readJsonFile(opened.resultFile()));
    ScoreRecord record;
    record.name = opened.name();
    record.folder = opened.path();
    record.settings = *score;
    RK_CHECK(readResult(json, opened.resultFile().string(), record));
    return record;
}

Result<std::vector<ScoreRecord>> readScores(const fs::path& run)
{
    std::vector<fs::path> folders;
    std::error_code code;
    for (fs::directory_iterator entry(run / "scores", code), end; !code && entry != end;
         entry.increment(code)) {
        if (fs::exists(entry->path() / "result.json"))
            folders.push_back(entry->path());
    }
    std::sort(folders.begin(), folders.end());
    std::vector<ScoreRecord> records;
    for (const fs::path& folder : folders) {
        RK_TRY(ScoreRecord record, readScore(folder));
        records.push_back(std::move(record));
    }
    return records;
}

Result<std::vector<scores::ScoreTable>> readPoint(const ScoreRecord& score, double position)
{
    std::vector<scores::ScoreTable> tables;
    for (const scores::TableName& name : score.points.at(position)) {
        const fs::path folder = scores::tablesFolder(score.folder);
        RK_TRY(scores::ScoreTable table, scores::readTable(folder, name));
        if (!tables.empty() &&
            (table.images != tables.front().images || table.labels != tables.front().labels ||
             table.classes != tables.front().classes))
            return damaged("its repeats are over different images", (folder / name.file).string());
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<std::string> scoreDifferences(const ScoreRecord& p1x, const ScoreRecord& p2x)
{
    std::vector<std::string> differences = run::pairDifferences(p1x.settings, p2x.settings);
    for (std::string& difference : differences)
        difference.insert(0, "scoring ");
    return differences;
}

} // namespace rekindle::study

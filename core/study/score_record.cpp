#include "core/study/score_record.h"

#include "core/base/text.h"
#include "core/run/run_folder.h"

#include <algorithm>
#include <charconv>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestResult = 256u << 20;

tl::unexpected<Error> damaged(const std::string& what, const std::string& subject)
{
    return fail(ErrorKind::Damaged, "This score does not fit together (" + what + ")", subject,
                "Score the run again.");
}

Result<std::int64_t> epochOf(const std::string& key, const std::string& subject)
{
    std::int64_t epoch = -1;
    const auto [end, code] = std::from_chars(key.data(), key.data() + key.size(), epoch);
    if (code != std::errc() || end != key.data() + key.size() || epoch < 0)
        return damaged("'" + text::shown(key, 40) + "' is no pass", subject);
    return epoch;
}

/// The predictions of one epoch: every row as long as the test set, every class one that exists.
Result<std::vector<std::vector<std::int64_t>>> rowsOf(const Json& json, const ScoreRecord& record,
                                                      const std::string& subject)
{
    if (!json.is_array() || json.empty())
        return damaged("predictions are missing", subject);
    const auto classes = static_cast<std::int64_t>(record.classes.size());
    std::vector<std::vector<std::int64_t>> rows;
    for (const Json& entry : json) {
        if (!entry.is_array() || entry.size() != record.testLabels.size())
            return damaged("there is not one prediction a test image", subject);
        std::vector<std::int64_t> row;
        for (const Json& value : entry) {
            if (!value.is_number_integer() || value.get<std::int64_t>() < 0 ||
                value.get<std::int64_t>() >= classes)
                return damaged("a predicted class does not exist", subject);
            row.push_back(value.get<std::int64_t>());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<void> readResult(const Json& json, const std::string& subject, ScoreRecord& record)
{
    if (!json.is_object())
        return damaged("it is not an object", subject);
    FieldReader fields(json, subject);
    const std::string schema = fields.text("schema");
    record.protocol = fields.text("protocol");
    record.fraction = fields.number("fraction");
    record.classes = fields.texts("classes");
    record.testHash = fields.text("test_hash");
    record.testImages = fields.texts("test_images");
    record.testLabels = fields.integers("test_labels");
    if (fields.has("test_patients"))
        record.testPatients = fields.texts("test_patients");
    RK_CHECK(fields.check());
    if (schema != "rekindle.evaluate/1")
        return fail(ErrorKind::Version, "This score was written by another version of Rekindle",
                    subject, "Score the run again.");
    const std::size_t images = record.testLabels.size();
    if (images == 0 || record.testImages.size() != images ||
        (!record.testPatients.empty() && record.testPatients.size() != images))
        return damaged("images and labels are not equally many", subject);
    const auto classes = static_cast<std::int64_t>(record.classes.size());
    if (std::any_of(record.testLabels.begin(), record.testLabels.end(),
                    [&](std::int64_t label) { return label < 0 || label >= classes; }))
        return damaged("a label does not exist", subject);
    const Json& predictions = fields.any("predictions");
    if (!predictions.is_object())
        return damaged("predictions are missing", subject);
    for (const auto& [key, rows] : predictions.items()) {
        RK_TRY(const std::int64_t epoch, epochOf(key, subject));
        RK_TRY(record.predictions[epoch], rowsOf(rows, record, subject));
    }
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
    RK_TRY(const Json json, readJsonFile(opened.resultFile(), kLargestResult));
    ScoreRecord record;
    record.name = opened.name();
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

std::vector<std::string> scoreDifferences(const ScoreRecord& p1x, const ScoreRecord& p2x)
{
    std::vector<std::string> differences = run::pairDifferences(p1x.settings, p2x.settings);
    for (std::string& difference : differences)
        difference = "scoring " + difference;
    return differences;
}

} // namespace rekindle::study

#include "core/run/file_record.h"

#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/run/metrics_journal.h"
#include "core/storage/atomic_write.h"
#include "core/storage/digest.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace rekindle::run {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFormat = "rekindle.files";
constexpr std::int64_t kVersion = 1;
constexpr std::string_view kName = "files.json";

/// Of a file as it was written.
struct Entry {
    std::uint64_t bytes = 0;
    std::string sha256;
};

struct Record {
    std::map<std::string, Entry> files;  ///< by name, relative to the run
    std::optional<std::int64_t> lastSeq; ///< of the journal, once a worker has left it
};

Json contentOf(const Record& record)
{
    Json files = Json::array();
    for (const auto& [name, entry] : record.files) {
        files.push_back(Json{{"name", pathToJson(name)},
                             {"bytes", static_cast<std::int64_t>(entry.bytes)},
                             {"sha256", entry.sha256}});
    }
    Json json{{"format", kFormat}, {"version", kVersion}, {"files", files}};
    if (record.lastSeq)
        json["journal_seq"] = *record.lastSeq;
    return json;
}

Result<void> writeRecord(const RunFolder& folder, const Record& record)
{
    Json json = contentOf(record);
    json["checksum"] = storage::sha256(dumpJson(json));
    return storage::atomicWrite(folder.path() / kName, dumpJson(json));
}

Result<Entry> readEntry(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "files");
    Entry entry;
    entry.bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, fields.integer("bytes")));
    entry.sha256 = fields.text("sha256");
    RK_CHECK(fields.check());
    return entry;
}

/// Kinds NotFound (a run of an earlier version), Damaged, Version, Io.
Result<Record> readRecord(const RunFolder& folder)
{
    const fs::path file = folder.path() / kName;
    const std::string subject = file.string();
    RK_TRY(const Json json, readJsonFile(file));
    FieldReader fields(json, subject);
    const std::string checksum = fields.text("checksum");
    const std::int64_t version = fields.integer("version");
    RK_CHECK(fields.check());
    Json content = json;
    content.erase("checksum");
    if (storage::sha256(dumpJson(content)) != checksum)
        return fail(ErrorKind::Damaged, "The list of checksums differs from its own checksum",
                    subject);
    if (version > kVersion)
        return fail(ErrorKind::Version, "This run was written by a newer Rekindle", subject,
                    "Update Rekindle to check it.");
    Record record;
    const Json& files = fields.any("files");
    if (!files.is_array())
        return fail(ErrorKind::Damaged, "'files' should be a list", subject);
    for (const Json& item : files) {
        RK_TRY(const std::string name, pathField(item, "name", "files.name", subject));
        if (!staysInside(name))
            return fail(ErrorKind::Damaged, "'files' names something outside the run", subject);
        RK_TRY(record.files[name], readEntry(item, subject));
    }
    if (fields.has("journal_seq"))
        record.lastSeq = fields.integer("journal_seq");
    RK_CHECK(fields.check());
    return record;
}

/// To be added to: nothing recorded yet is no fault.
Result<Record> recordOf(const RunFolder& folder)
{
    auto record = readRecord(folder);
    if (!record && record.error().kind == ErrorKind::NotFound)
        return Record{};
    return record;
}

std::string nameIn(const RunFolder& folder, const fs::path& file)
{
    return file.lexically_relative(folder.path()).string();
}

Result<Entry> measure(const fs::path& file)
{
    RK_TRY(const auto input, storage::InputFile::open(file));
    Entry entry;
    entry.bytes = input.size();
    RK_TRY(entry.sha256, storage::sha256File(file));
    return entry;
}

/// What has checksums of its own, or is rewritten all the time.
bool isRecorded(const fs::path& relative)
{
    static constexpr std::array<std::string_view, 8> kOthers = {
        kName,           "log.txt",       "status.json",  "request.json",
        "request.taken", "metrics.jsonl", "metrics.torn", "run.lock"};
    const std::string name = relative.string();
    const std::string top = relative.begin()->string();
    return name.front() != '.' && top != "checkpoints" && top != "scores" &&
           !relative.filename().string().starts_with('.') &&
           std::find(kOthers.begin(), kOthers.end(), name) == kOthers.end();
}

/// Names of the files that the record is about, as they stand on the disk.
std::vector<std::string> filesOf(const RunFolder& folder)
{
    std::vector<std::string> names;
    std::error_code code;
    for (fs::recursive_directory_iterator it(folder.path(), code), end; !code && it != end;
         it.increment(code)) {
        std::error_code gone;
        const fs::path relative = it->path().lexically_relative(folder.path());
        if (it->is_directory(gone) && (it.depth() > 0 || relative == "checkpoints" ||
                                       relative == "scores" || relative.string().front() == '.'))
            it.disable_recursion_pending();
        else if (it->is_regular_file(gone) && isRecorded(relative))
            names.push_back(relative.string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> compare(const fs::path& file, const Entry& entry)
{
    const auto input = storage::InputFile::open(file);
    if (!input && input.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::Damaged, "A file of this run is missing", file.string());
    if (!input)
        return fail(input.error());
    if (input->size() != entry.bytes)
        return fail(ErrorKind::Damaged, "The file has another size than when it was written",
                    file.string());
    RK_TRY(const std::string found, storage::sha256File(file));
    if (found != entry.sha256)
        return fail(ErrorKind::Damaged, "The file differs from its checksum", file.string());
    return {};
}

bool hasEnded(const RunFolder& folder)
{
    const auto status = folder.status();
    return status && status->state == State::Done;
}

/// status.json carries its own checksum, since it is rewritten all the time.
Result<void> checkStatus(const RunFolder& folder)
{
    const fs::path file = folder.path() / "status.json";
    RK_TRY(Json json, readJsonFile(file));
    const auto checksum = json.is_object() ? json.value("checksum", Json()) : Json();
    if (json.is_object())
        json.erase("checksum");
    if (checksum != storage::sha256(dumpJson(json)))
        return fail(ErrorKind::Damaged, "The file differs from its checksum", file.string());
    return {};
}

/// Whether the run was made with a record, so that one has to be there.
bool hasRecord(const RunFolder& folder)
{
    const auto job = readJsonFile(folder.path() / "job.json");
    return job && job->is_object() && job->contains("checksums");
}

std::vector<RecordCheck> compareAll(const RunFolder& folder, const Record& record)
{
    std::vector<RecordCheck> checks;
    for (const auto& [name, entry] : record.files)
        checks.push_back({name, compare(folder.path() / name, entry)});
    checks.push_back({"status.json", checkStatus(folder)});
    if (record.lastSeq)
        checks.push_back(
            {"end of metrics.jsonl", checkReaches(folder.metricsFile(), *record.lastSeq)});
    if (folder.isLocked() || !hasEnded(folder))
        return checks;
    for (const std::string& name : filesOf(folder)) {
        if (!record.files.contains(name))
            checks.push_back({name, fail(ErrorKind::Damaged,
                                         "This file is not in the list of the run's checksums",
                                         (folder.path() / name).string())});
    }
    return checks;
}

} // namespace

Result<void> writeRecorded(const RunFolder& folder, const fs::path& file,
                           const std::function<Result<void>()>& write)
{
    const std::string name = nameIn(folder, file);
    RK_TRY(Record record, recordOf(folder));
    if (record.files.erase(name) > 0) {
        RK_CHECK(writeRecord(folder, record));
    }
    RK_CHECK(write());
    RK_TRY(record.files[name], measure(file));
    return writeRecord(folder, record);
}

Result<Warnings> beginRecord(const RunFolder& folder)
{
    Warnings warnings;
    auto found = recordOf(folder);
    if (!found && found.error().kind != ErrorKind::Damaged)
        return fail(found.error());
    if (!found)
        warnings.add(
            "checksums_begun_anew",
            "The list of the run's checksums was damaged and is begun anew; what was damaged "
            "before that can no longer be told",
            std::string(kName));
    Record record = found ? *std::move(found) : Record{};
    for (const std::string& name : filesOf(folder)) {
        if (!record.files.contains(name)) {
            RK_TRY(record.files[name], measure(folder.path() / name));
        }
    }
    record.lastSeq.reset();
    RK_CHECK(writeRecord(folder, record));
    return warnings;
}

Result<void> endRecord(const RunFolder& folder)
{
    RK_TRY(Record record, recordOf(folder));
    RK_TRY(record.lastSeq, lastSeqOf(folder.metricsFile()));
    return writeRecord(folder, record);
}

std::vector<RecordCheck> checkRecord(const RunFolder& folder)
{
    constexpr int kTries = 3;
    for (int attempt = 1;; ++attempt) {
        const auto record = readRecord(folder);
        if (!record && record.error().kind == ErrorKind::NotFound && !hasRecord(folder))
            return {};
        if (!record)
            return {{std::string(kName), fail(record.error())}};
        auto checks = compareAll(folder, *record);
        const bool good = std::all_of(checks.begin(), checks.end(),
                                      [](const RecordCheck& c) { return c.result.has_value(); });
        const auto after = good ? record : readRecord(folder);
        const bool same = after && contentOf(*after) == contentOf(*record);
        // A record that is between two files is not compared with.
        if (good || (same && !folder.isLocked()) || attempt == kTries) {
            checks.insert(checks.begin(), {std::string(kName), {}});
            return checks;
        }
    }
}

} // namespace rekindle::run

#include "core/study/study.h"

#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/run/environment.h"
#include "core/storage/atomic_write.h"
#include "core/storage/file_lock.h"
#include "core/storage/own_folder.h"
#include "core/storage/sealed_folder.h"
#include "core/study/unfinished_plan.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFormat = "rekindle.study";
constexpr std::int64_t kVersion = 1;
constexpr std::array<std::string_view, 6> kFiles = {"study.json", "study.json.bak", "study.lock",
                                                    "queue.lock", "window.lock",    "plan.pending"};
constexpr std::array<std::string_view, 3> kFolders = {"runs", "weights", "images"};
constexpr std::array<std::string_view, 14> kKeys = {
    "format",   "version",      "created",          "program", "title",
    "question", "images",       "image_list",       "weights", "chosen_weights",
    "queue",    "runs_at_once", "finished_example", "names"};

fs::path fileOf(const fs::path& folder)
{
    return folder / "study.json";
}

/// Inside the study relative, outside absolute: the folder can move, the rest stays where it is.
Json stored(const fs::path& file, const fs::path& folder)
{
    if (file.empty() || file.is_relative())
        return pathToJson(file);
    const fs::path whole = file.lexically_normal();
    return pathToJson(liesBeneath(whole, folder) ? whole.lexically_relative(folder) : whole);
}

Json studyJson(const Study& study)
{
    Json weights = Json::array();
    for (const WeightsEntry& entry : study.weights) {
        weights.push_back(Json{{"id", entry.id},
                               {"label", entry.label},
                               {"file", stored(entry.file, study.folder)},
                               {"sha256", entry.sha256},
                               {"repaired_from", entry.repairedFrom}});
        if (!entry.onlyLook.empty())
            weights.back()["only_look"] = entry.onlyLook;
    }
    Json queue = Json::array();
    for (const std::string& entry : study.queue)
        queue.push_back(pathToJson(entry));
    Json json{{"format", kFormat},
              {"version", kVersion},
              {"created", study.created},
              {"program", "rekindle " + std::string(run::programVersion())},
              {"title", study.title},
              {"question", study.question},
              {"images", stored(study.images, study.folder)},
              {"image_list", stored(study.imageList, study.folder)},
              {"weights", weights},
              {"chosen_weights", study.chosenWeights},
              {"queue", queue},
              {"runs_at_once", study.runsAtOnce},
              {"finished_example", study.finishedExample}};
    if (!study.names.empty())
        json["names"] = study.names;
    json.update(study.unknown);
    return json;
}

Result<WeightsEntry> readWeights(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "weights");
    WeightsEntry entry;
    entry.id = fields.text("id");
    entry.label = fields.text("label", entry.id);
    entry.sha256 = fields.text("sha256", "");
    entry.repairedFrom = fields.text("repaired_from", "");
    entry.onlyLook = fields.text("only_look", "");
    RK_CHECK(fields.check());
    RK_TRY(entry.file, pathField(json, "file", "weights.file", subject));
    // Becomes a path.
    if (!staysInside(entry.id) || entry.file.empty())
        return fail(ErrorKind::Damaged, "'weights' holds an entry without name or file", subject);
    return entry;
}

Result<std::vector<std::string>> readQueue(const Json& json, const std::string& subject)
{
    if (!json.is_null() && !json.is_array())
        return fail(ErrorKind::Damaged, "'queue' should be a list of paths", subject);
    std::vector<std::string> queue;
    for (const Json& item : json) {
        const auto entry = pathFromJson(item);
        if (!entry)
            return fail(ErrorKind::Damaged, "'queue' should be a list of paths", subject);
        if (!staysInside(*entry) ||
            !(entry->starts_with("runs/") || entry->starts_with("weights/")))
            return fail(ErrorKind::Damaged, "'queue' names a run outside the study", subject);
        queue.push_back(*entry);
    }
    return queue;
}

Result<Names> readNames(const Json& json, const std::string& subject)
{
    Names names;
    if (!json.is_null() && !json.is_object())
        return fail(ErrorKind::Damaged, "'names' should be an object of texts", subject);
    for (const auto& [what, name] : json.items()) {
        if (!name.is_string())
            return fail(ErrorKind::Damaged, "'names' should be an object of texts", subject);
        names[what] = name.get<std::string>();
    }
    return names;
}

Result<Study> readStudy(const Json& json, const fs::path& folder, const std::string& subject)
{
    FieldReader fields(json, subject);
    const std::string format = fields.text("format");
    const std::int64_t version = fields.integer("version");
    RK_CHECK(fields.check());
    if (format != kFormat || version < 1)
        return fail(ErrorKind::Damaged, "This is not the file of a study", subject);
    if (version > kVersion)
        return fail(ErrorKind::Version,
                    fmt::format("This study was saved by a newer Rekindle (format {}, this program "
                                "reads up to {})",
                                version, kVersion),
                    subject, "Update Rekindle to open it.");
    Study study;
    study.folder = folder;
    study.title = fields.text("title", "");
    study.question = fields.text("question", "");
    study.created = fields.text("created", "");
    study.chosenWeights = fields.text("chosen_weights", "");
    study.finishedExample = fields.flag("finished_example", false);
    const std::int64_t atOnce = fields.integer("runs_at_once", 1);
    RK_CHECK(fields.check());
    study.runsAtOnce = static_cast<int>(std::clamp<std::int64_t>(atOnce, 1, 1024));
    RK_TRY(study.images, pathField(json, "images", "images", subject));
    if (study.images.is_relative() && !study.images.empty())
        study.images = (folder / study.images).lexically_normal();
    RK_TRY(study.imageList, pathField(json, "image_list", "image_list", subject));
    if (study.imageList.is_relative() && !study.imageList.empty())
        study.imageList = (folder / study.imageList).lexically_normal();
    RK_TRY(study.queue, readQueue(fields.any("queue"), subject));
    RK_TRY(study.names, readNames(fields.any("names"), subject));
    const Json& weights = fields.any("weights");
    if (!weights.is_null() && !weights.is_array())
        return fail(ErrorKind::Damaged, "'weights' should be a list", subject);
    for (const Json& entry : weights) {
        RK_TRY(auto read, readWeights(entry, subject));
        study.weights.push_back(std::move(read));
    }
    for (const auto& [key, value] : json.items()) {
        if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
            study.unknown[key] = value;
    }
    return study;
}

/// The sentence of a damaged study.json: where, and whether there is a copy to go back to.
Error damagedError(const Error& error, const fs::path& folder)
{
    Error damaged = error;
    constexpr std::string_view kLine = "line ";
    if (const auto at = error.message.find(kLine); at != std::string::npos) {
        const std::string number = error.message.substr(at + kLine.size());
        damaged.message = "study.json is damaged at line " +
                          number.substr(0, number.find_first_not_of("0123456789"));
    } else {
        damaged.message = "study.json is damaged (" + error.message + ")";
    }
    const fs::path copy = folder / "study.json.bak";
    struct stat about {
    };
    if (::stat(copy.c_str(), &about) != 0)
        return damaged;
    const auto json = readJsonFile(copy);
    if (!json || !readStudy(*json, folder, copy.string()))
        return damaged;
    std::tm parts{};
    ::gmtime_r(&about.st_mtime, &parts);
    damaged.hint = fmt::format("The last good copy is study.json.bak, of {:04}-{:02}-{:02} "
                               "{:02}:{:02} UTC: put it in the place of study.json to go on from "
                               "there.",
                               parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
                               parts.tm_min);
    return damaged;
}

Error readOnlyError(const fs::path& folder)
{
    return Error{ErrorKind::Io,
                 "Nothing can be written here (the disk is read-only, or the folder belongs to "
                 "somebody else)",
                 folder.string(),
                 "The study is open for reading. Use Save a copy to work in another place."};
}

/// Root may work anywhere; others do not write into what somebody else can change under them.
bool mayWrite(const fs::path& folder)
{
    struct stat about {
    };
    if (::access(folder.c_str(), W_OK) != 0 || ::stat(folder.c_str(), &about) != 0)
        return false;
    return ::geteuid() == 0 || about.st_uid == ::geteuid();
}

/// Scores lie a level deeper, under the run or the weights that they are of.
void sweepScores(const fs::path& folder)
{
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code))
        storage::sweepAbandoned(it->path() / "scores");
}

/// Before anything is written: nothing in the study leads out of it, and what a killed process left
/// goes away.
Result<void> tidy(const Study& study)
{
    for (const std::string_view name : kFolders) {
        RK_CHECK(storage::checkOwnFolder(study.folder / name));
        storage::sweepAbandoned(study.folder / name);
        sweepScores(study.folder / name);
    }
    storage::sweepAbandoned(study.folder);
    return undoUnfinishedPlan(study);
}

Result<void> writeStudy(const Study& study)
{
    if (study.readOnly || study.finishedExample)
        return fail(readOnlyError(study.folder));
    const fs::path file = fileOf(study.folder);
    const std::string text = dumpJson(studyJson(study));
    if (const auto former = readJsonFile(file)) {
        const std::string before = dumpJson(*former);
        if (before == text)
            return {};
        // Only a whole one may take the place of the last good copy.
        if (readStudy(*former, study.folder, file.string()))
            RK_CHECK(storage::atomicWrite(study.folder / "study.json.bak", before));
    }
    return storage::atomicWrite(file, text);
}

/// Planning reads a checkpoint while it holds the lock; others wait for that.
Result<storage::FileLock> lockStudy(const fs::path& folder)
{
    constexpr auto kPatience = std::chrono::seconds(30);
    const auto until = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
        auto held = storage::FileLock::take(folder / "study.lock");
        if (held || held.error().kind != ErrorKind::Busy)
            return held;
        if (std::chrono::steady_clock::now() > until)
            return fail(ErrorKind::Busy, "Another process is changing this study", folder.string(),
                        "Try again when it is done.");
    }
}

} // namespace

Result<Study> createStudy(const fs::path& folder, const std::string& title)
{
    const fs::path place = absolutePath(folder / "").parent_path();
    std::error_code code;
    storage::sweepAbandoned(place);
    if (fs::exists(place, code) && (!fs::is_directory(place, code) || !fs::is_empty(place, code)))
        return fail(ErrorKind::Usage, "There is something under this name already", place.string(),
                    "Choose a new or empty folder for the study.");
    RK_CHECK(storage::makeFolder(place));
    Study study;
    study.folder = place;
    study.title = title;
    study.created = text::utcNow();
    RK_CHECK(
        storage::atomicWrite(fileOf(place), dumpJson(studyJson(study)), storage::Existing::Refuse));
    return study;
}

Result<Study> openStudy(const fs::path& folder)
{
    const fs::path place = absolutePath(folder / "").parent_path();
    const fs::path file = fileOf(place);
    std::error_code code;
    if (!fs::is_directory(place, code))
        return fail(ErrorKind::NotFound, "There is no such folder", place.string());
    RK_CHECK(storage::checkOwnPlaces(place, kFiles, kFolders));
    const auto json = readJsonFile(file);
    if (!json && json.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::Unknown, "This folder is not a Rekindle study. It has no study.json",
                    place.string(),
                    "Choose the folder that holds study.json, or make a new study here.");
    if (!json && json.error().kind == ErrorKind::Damaged)
        return fail(damagedError(json.error(), place));
    if (!json)
        return fail(json.error());
    auto study = readStudy(*json, place, file.string());
    if (!study && study.error().kind == ErrorKind::Damaged)
        return fail(damagedError(study.error(), place));
    if (study)
        study->readOnly = study->finishedExample || !mayWrite(place);
    return study;
}

Result<void> changeStudy(Study& study, const std::function<Result<void>(Study& fresh)>& change)
{
    if (study.readOnly || study.finishedExample)
        return fail(readOnlyError(study.folder));
    RK_TRY(const auto held, lockStudy(study.folder));
    RK_TRY(Study fresh, openStudy(study.folder));
    RK_CHECK(tidy(fresh));
    RK_CHECK(change(fresh));
    RK_CHECK(writeStudy(fresh));
    study = std::move(fresh);
    return {};
}

} // namespace rekindle::study

#include "core/run/run_folder.h"

#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/run/environment.h"
#include "core/run/file_record.h"
#include "core/storage/atomic_write.h"
#include "core/storage/descriptor.h"
#include "core/storage/digest.h"
#include "core/storage/own_folder.h"
#include "core/storage/sealed_folder.h"
#include "core/storage/staged_folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace rekindle::run {
namespace {

constexpr std::string_view kEarly = "early-";

namespace fs = std::filesystem;

constexpr std::string_view kFormat = "rekindle.run";
constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kSilentSeconds = 300;
constexpr std::array<std::string_view, 11> kFiles = {
    "job.json",    "status.json",   "request.json", "request.taken",
    "run.lock",    "metrics.jsonl", "metrics.torn", "environment.json",
    "memory.json", "result.json",   "log.txt"};
constexpr std::array<std::string_view, 5> kFolders = {"checkpoints", "snapshots", "scores",
                                                      "tables", "images"};

/// Beneath what moves with the run relative to it, elsewhere absolute.
fs::path storedPath(const fs::path& file, const fs::path& run, const fs::path& movesWith)
{
    const fs::path whole = absolutePath(file);
    const bool moves = !movesWith.empty() && liesBeneath(whole, absolutePath(movesWith));
    return moves ? whole.lexically_relative(run) : whole;
}

/// Applies `change` to every path that the settings hold.
template <class Change>
void changePaths(Settings& settings, const Change& change)
{
    const auto apply = [&](fs::path path) { return path.empty() ? path : change(path); };
    if (auto* pretrain = std::get_if<PretrainSettings>(&settings)) {
        pretrain->images = apply(pretrain->images);
        if (pretrain->init != "random")
            pretrain->init = apply(pretrain->init).string();
        pretrain->packed = apply(pretrain->packed);
        return;
    }
    auto& score = std::get<ScoreSettings>(settings);
    score.images = apply(score.images);
    score.packed = apply(score.packed);
    for (ScoreTarget& target : score.targets)
        target.weights = apply(target.weights);
}

Json jobJson(const Settings& settings)
{
    const bool pretrain = std::holds_alternative<PretrainSettings>(settings);
    return Json{{"format", kFormat},
                {"version", kVersion},
                {"kind", pretrain ? "pretrain" : "evaluate"},
                {"created", text::utcNow()},
                {"program", "rekindle " + std::string(programVersion())},
                {"checksums", "files.json"},
                {"settings", std::visit([](const auto& s) { return toJson(s); }, settings)}};
}

template <class T>
Result<Settings> widened(Result<T> settings)
{
    if (!settings)
        return fail(std::move(settings).error());
    return Settings(*std::move(settings));
}

std::string hostName()
{
    std::array<char, 256> name{};
    static_cast<void>(::gethostname(name.data(), name.size() - 1));
    return name.data();
}

/// Seconds since a time written by text::utcNow(); 0 if it cannot be read.
std::int64_t secondsSince(const std::string& utc)
{
    std::tm parts{};
    if (utc.size() < 19)
        return 0;
    const auto part = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(utc.data() + at, utc.data() + at + length, value);
        return value;
    };
    parts.tm_year = part(0, 4) - 1900;
    parts.tm_mon = part(5, 2) - 1;
    parts.tm_mday = part(8, 2);
    parts.tm_hour = part(11, 2);
    parts.tm_min = part(14, 2);
    parts.tm_sec = part(17, 2);
    return static_cast<std::int64_t>(std::time(nullptr) - ::timegm(&parts));
}

std::string stampedText(Status status)
{
    status.updated = text::utcNow();
    status.pid = ::getpid();
    status.host = hostName();
    Json json = toJson(status);
    json["checksum"] = storage::sha256(dumpJson(json));
    return dumpJson(json);
}

bool ended(State state)
{
    return state == State::Done || state == State::Failed || state == State::Cancelled;
}

} // namespace

Result<RunFolder> RunFolder::create(const fs::path& path, const Settings& settings,
                                    const fs::path& movesWith, const fs::path& imageList)
{
    const RunFolder run(absolutePath(path));
    RK_TRY(auto staged, storage::StagedFolder::create(run.m_path, storage::Existing::Refuse));
    Settings stored = settings;
    changePaths(stored,
                [&](const fs::path& file) { return storedPath(file, run.m_path, movesWith); });
    RK_CHECK(RunFolder(staged.path()).writeStatus(Status{}));
    Json job = jobJson(stored);
    if (!imageList.empty())
        job["image_list"] = pathToJson(storedPath(imageList, run.m_path, movesWith));
    RK_CHECK(RunFolder(staged.path()).writeJob(job));
    RK_CHECK(staged.moveIn());
    return run;
}

Result<RunFolder> RunFolder::open(const fs::path& path)
{
    std::error_code code;
    if (!fs::is_directory(path, code))
        return fail(ErrorKind::NotFound, "There is no such folder", path.string());
    const bool hasJob = fs::is_regular_file(path / "job.json", code);
    if (code == std::errc::permission_denied)
        return fail(storage::ioError(EACCES, "read", path));
    if (!hasJob)
        return fail(ErrorKind::Unknown, "This folder is not a run: it has no job.json",
                    path.string(), "Choose the folder that holds job.json.");
    if (storage::isScratch(path))
        return fail(ErrorKind::Unknown,
                    "This run is only being made, or a killed process left it behind",
                    path.string(), "Make it again.");
    RK_CHECK(storage::checkOwnPlaces(path, kFiles, kFolders));
    fs::path whole = absolutePath(path);
    if (!whole.has_filename())
        whole = whole.parent_path();
    return RunFolder(whole);
}

Result<Settings> RunFolder::settings() const
{
    const fs::path file = m_path / "job.json";
    RK_TRY(const auto json, readJsonFile(file));
    FieldReader fields(json, file.string());
    const std::string format = fields.text("format");
    const std::int64_t version = fields.integer("version");
    const std::string kind = fields.text("kind");
    RK_CHECK(fields.check());
    if (format != kFormat || version < 1)
        return fail(ErrorKind::Damaged, "This is not the job of a run", file.string());
    if (version > kVersion)
        return fail(ErrorKind::Version, "This run was planned by a newer Rekindle", file.string(),
                    "Update Rekindle to use it.");
    if (kind != "pretrain" && kind != "evaluate")
        return fail(ErrorKind::Damaged, "'kind' should be pretrain or evaluate", file.string());
    const Json& stored = fields.any("settings");
    auto known = kind == "pretrain" ? widened(pretrainSettingsFromJson(stored, file.string()))
                                    : widened(scoreSettingsFromJson(stored, file.string()));
    // What would be wrong on a command line is damage in a file.
    if (!known && known.error().kind == ErrorKind::Usage)
        return fail(ErrorKind::Damaged, "The job of this run is damaged: " + known.error().message,
                    file.string(), "Put a good copy of it back.");
    if (!known)
        return fail(known.error());
    Settings settings = *std::move(known);
    changePaths(settings, [this](const fs::path& path) {
        return path.is_relative() ? (m_path / path).lexically_normal() : path;
    });
    return settings;
}

Result<void> RunFolder::changeJob(const std::function<void(Json& job)>& change) const
{
    RK_TRY(const auto held, lock());
    RK_CHECK(settings()); // a damaged job is not written again
    const fs::path file = m_path / "job.json";
    RK_TRY(Json json, readJsonFile(file));
    change(json);
    return writeJob(json);
}

Result<void> RunFolder::writeJob(const Json& job) const
{
    const fs::path file = m_path / "job.json";
    return writeRecorded(*this, file, [&] { return storage::atomicWrite(file, dumpJson(job)); });
}

Result<void> RunFolder::setImages(const fs::path& folder, const fs::path& movesWith) const
{
    return changeJob([&](Json& job) {
        job["settings"]["images"] = pathToJson(storedPath(folder, m_path, movesWith));
    });
}

Result<void> RunFolder::setImageList(const fs::path& file, const fs::path& movesWith) const
{
    // What lies in the run itself moves with it.
    const fs::path whole = absolutePath(file);
    const bool own = liesBeneath(whole, m_path);
    RK_CHECK(changeJob([&](Json& job) {
        job["image_list"] = pathToJson(storedPath(whole, m_path, own ? m_path : movesWith));
    }));
    return own ? writeRecorded(*this, whole, [] { return Result<void>(); }) : Result<void>();
}

Result<fs::path> RunFolder::imageList() const
{
    const fs::path file = m_path / "job.json";
    RK_TRY(const Json json, readJsonFile(file));
    const auto list =
        pathFromJson(json.is_object() ? json.value("image_list", Json("")) : Json(""));
    if (!list)
        return fail(ErrorKind::Damaged, "'image_list' should be a path", file.string());
    if (list->empty())
        return fail(ErrorKind::NotFound, "This run does not say which images it was planned with",
                    file.string(), "Plan it again.");
    return (m_path / *list).lexically_normal();
}

Result<void> RunFolder::goOnWithoutMissing() const
{
    RK_TRY(const Settings known, settings());
    if (!std::holds_alternative<PretrainSettings>(known))
        return fail(ErrorKind::Usage,
                    "A score cannot go on without some of its images: it would be of other test "
                    "images than the scores it is compared with",
                    m_path.string(), "Put the images back, or plan the scores again.");
    return changeJob([](Json& job) { job["without_missing"] = true; });
}

bool RunFolder::goesOnWithoutMissing() const
{
    const auto job = readJsonFile(m_path / "job.json");
    return job && job->is_object() && job->value("without_missing", Json(false)) == Json(true);
}

fs::path RunFolder::snapshotFile(std::int64_t epoch) const
{
    return m_path / "snapshots" / fmt::format("epoch-{:06}.safetensors", epoch);
}

fs::path RunFolder::earlyFile(double passes) const
{
    return m_path / "snapshots" / (std::string(kEarly) + text::number(passes) + ".safetensors");
}

std::optional<double> RunFolder::earlyEnd() const
{
    std::optional<double> latest;
    std::error_code code;
    for (fs::directory_iterator it(m_path / "snapshots", code), end; !code && it != end;
         it.increment(code)) {
        const std::string name = it->path().filename().string();
        if (!name.starts_with(kEarly))
            continue;
        double passes = 0;
        const auto parsed =
            std::from_chars(name.data() + kEarly.size(), name.data() + name.size(), passes);
        if (parsed.ec == std::errc() && passes >= 0 && it->path() == earlyFile(passes))
            latest = std::max(latest.value_or(0), passes);
    }
    return latest;
}

std::vector<std::int64_t> RunFolder::snapshotEpochs() const
{
    std::vector<std::int64_t> epochs;
    std::error_code code;
    for (fs::directory_iterator it(m_path / "snapshots", code), end; !code && it != end;
         it.increment(code)) {
        const std::string name = it->path().filename().string();
        std::int64_t epoch = 0;
        const std::string_view digits =
            std::string_view(name).substr(std::min<std::size_t>(6, name.size()));
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), epoch);
        if (parsed.ec == std::errc() && epoch >= 0 && it->path() == snapshotFile(epoch))
            epochs.push_back(epoch);
    }
    std::sort(epochs.begin(), epochs.end());
    return epochs;
}

Result<Status> RunFolder::status() const
{
    const fs::path file = m_path / "status.json";
    const auto read = [&]() -> Result<Status> {
        const auto json = readJsonFile(file);
        if (!json && json.error().kind == ErrorKind::NotFound)
            return Status{};
        if (!json)
            return fail(json.error());
        return statusFromJson(*json, file.string());
    };
    const auto working = [](const Status& s) {
        return s.state == State::Running || s.state == State::Finishing;
    };
    RK_TRY(Status status, read());
    if (!working(status) || isLocked())
        return status;
    // The worker may have ended between the two looks: its last word counts.
    RK_TRY(status, read());
    if (working(status) && !isLocked()) {
        const bool here = status.host.empty() || status.host == hostName();
        status.interrupted = here || secondsSince(status.updated) > kSilentSeconds;
        if (status.interrupted) {
            // Of a worker that lives no more.
            status.rate = 0;
            status.etaSeconds = -1;
        }
    }
    return status;
}

Result<void> RunFolder::writeStatus(const Status& status) const
{
    return storage::atomicWrite(m_path / "status.json", stampedText(status));
}

Result<void> RunFolder::overwriteStatus(const Status& status) const
{
    const fs::path file = m_path / "status.json";
    const std::string text = stampedText(status);
    storage::Descriptor open(::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    int code = open.isOpen() ? 0 : errno;
    // Its blocks are kept: truncated only after the text stands, and only to cut what is left over.
    if (code == 0)
        code = storage::writeAll(open.get(), std::as_bytes(std::span(text)));
    if (code == 0 && ::ftruncate(open.get(), static_cast<off_t>(text.size())) != 0)
        code = errno;
    if (code == 0)
        code = storage::syncFile(open.get());
    if (code == 0)
        code = open.close();
    if (code != 0)
        return fail(storage::ioError(code, "written", file));
    return {};
}

Result<void> RunFolder::ask(Request request) const
{
    const fs::path file = m_path / "request.json";
    const auto leave = [&] {
        const Json json{{"request", requestName(request)}, {"asked", text::utcNow()}};
        return storage::atomicWrite(file, dumpJson(json));
    };
    if (request == Request::None)
        return {};
    if (isLocked())
        return leave();
    // Whoever changes a run's state holds its lock, so that no worker starts in between.
    const auto held = lock();
    if (!held && held.error().kind == ErrorKind::Busy)
        return leave();
    if (!held)
        return fail(held.error());
    RK_TRY(Status status, this->status());
    if (ended(status.state))
        return fail(ErrorKind::Usage,
                    fmt::format("This run has ended already ({})", stateName(status.state)),
                    m_path.string());
    if (request == Request::Finish)
        return leave();
    status.state = request == Request::Cancel ? State::Cancelled : State::Paused;
    status.request = Request::None;
    return writeStatus(status);
}

Request RunFolder::takeRequest() const
{
    // Renamed before it is read: a request that arrives meanwhile is not lost.
    const fs::path file = m_path / "request.json";
    const fs::path taken = m_path / "request.taken";
    std::error_code code;
    fs::rename(file, taken, code);
    if (code)
        return Request::None;
    const auto json = readJsonFile(taken, 4096);
    fs::remove(taken, code);
    if (!json || !json->is_object() || !json->contains("request") ||
        !(*json)["request"].is_string())
        return Request::None;
    const auto word = (*json)["request"].get<std::string>();
    for (const Request request : {Request::Pause, Request::Finish, Request::Cancel}) {
        if (requestName(request) == word)
            return request;
    }
    return Request::None;
}

Result<storage::FileLock> RunFolder::lock() const
{
    // Whoever holds the lock writes.
    RK_CHECK(storage::checkOwnFolder(m_path));
    auto held = storage::FileLock::take(m_path / "run.lock");
    if (!held && held.error().kind == ErrorKind::Busy)
        return fail(ErrorKind::Busy, "Another process is working on this run", m_path.string(),
                    "Wait until it has ended, or pause it first.");
    return held;
}

bool RunFolder::isLocked() const
{
    return storage::FileLock::isHeld(m_path / "run.lock");
}

} // namespace rekindle::run

#include "core/storage/sealed_folder.h"

#include "core/base/json.h"
#include "core/storage/atomic_write.h"
#include "core/storage/descriptor.h"
#include "core/storage/digest.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace rekindle::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "MANIFEST.json";
constexpr std::string_view kFormat = "rekindle.sealed";
constexpr std::int64_t kVersion = 1;
constexpr std::string_view kScratch = ".tmp-";
constexpr std::string_view kTrash = ".trash-";

Result<std::vector<fs::path>> filesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        if (!it->is_regular_file(code))
            return fail(ErrorKind::Internal, "Only files belong into a sealed folder",
                        it->path().string());
        files.push_back(it->path());
    }
    if (code)
        return fail(ioError(code.value(), "read", folder));
    std::sort(files.begin(), files.end());
    return files;
}

/// Flushes a file that some writer has left there, and measures it.
Result<Json> sealFile(const fs::path& file)
{
    Descriptor open(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!open.isOpen())
        return fail(ioError(errno, "read", file));
    if (const int code = syncFile(open.get()); code != 0)
        return fail(ioError(code, "written", file));
    struct stat about {
    };
    if (::fstat(open.get(), &about) != 0)
        return fail(ioError(errno, "read", file));
    RK_TRY(const auto digest, sha256File(file));
    return Json{{"name", file.filename().string()},
                {"bytes", static_cast<std::int64_t>(about.st_size)},
                {"sha256", digest}};
}

bool plainName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

Result<void> verifyEntry(const fs::path& folder, const Json& entry, const std::string& manifest)
{
    FieldReader fields(entry, manifest, "files");
    const std::string name = fields.text("name");
    const std::int64_t bytes = fields.integer("bytes");
    const std::string digest = fields.text("sha256");
    RK_CHECK(fields.check());
    if (!plainName(name))
        return fail(ErrorKind::Damaged, "The list of files names something outside the folder",
                    manifest);
    const fs::path file = folder / name;
    const auto input = InputFile::open(file);
    if (!input && input.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::Damaged, "A file of this save is missing", file.string());
    if (!input)
        return fail(input.error());
    if (std::cmp_not_equal(input->size(), bytes))
        return fail(ErrorKind::Damaged, "The file has another size than when it was saved",
                    file.string());
    RK_TRY(const auto found, sha256File(file));
    if (found != digest)
        return fail(ErrorKind::Damaged, "The file differs from its checksum", file.string());
    return {};
}

/// The process whose scratch name this is (storage::scratchName): 0 if it is none.
long ownerOf(std::string_view name)
{
    constexpr std::size_t kChance = 16;
    const std::string_view prefix = name.starts_with(kScratch) ? kScratch : kTrash;
    if (!name.starts_with(prefix) || name.size() < prefix.size() + kChance + 2)
        return 0;
    const std::string_view chance = name.substr(name.size() - kChance);
    const std::string_view number =
        name.substr(prefix.size(), name.size() - prefix.size() - kChance - 1);
    long pid = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), pid);
    const bool whole = error == std::errc() && end == number.data() + number.size() && pid > 0 &&
                       name[name.size() - kChance - 1] == '-' &&
                       chance.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return whole ? pid : 0;
}

bool lives(long pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

/// Whether another living process of this computer is still writing under this scratch name.
bool inUse(std::string_view name)
{
    const long pid = ownerOf(name);
    return pid > 0 && pid != ::getpid() && lives(pid);
}

template <class Left>
void sweep(const fs::path& parent, const Left& isLeft)
{
    std::vector<fs::path> left;
    std::error_code code;
    for (fs::directory_iterator it(parent, code), end; !code && it != end; it.increment(code)) {
        if (isLeft(it->path().filename().string()))
            left.push_back(it->path());
    }
    for (const fs::path& path : left)
        fs::remove_all(path, code);
}

} // namespace

SealedFolder::SealedFolder(fs::path target, fs::path work)
    : m_target(std::move(target)), m_work(std::move(work))
{
}

SealedFolder::SealedFolder(SealedFolder&& other) noexcept
    : m_target(std::move(other.m_target)), m_work(std::exchange(other.m_work, {}))
{
}

SealedFolder& SealedFolder::operator=(SealedFolder&& other) noexcept
{
    std::swap(m_target, other.m_target);
    std::swap(m_work, other.m_work);
    return *this;
}

SealedFolder::~SealedFolder()
{
    std::error_code ignored;
    if (!m_work.empty())
        fs::remove_all(m_work, ignored);
}

Result<SealedFolder> SealedFolder::create(const fs::path& target)
{
    std::error_code code;
    if (fs::exists(fs::symlink_status(target, code)))
        return fail(ErrorKind::Usage, "There is something under this name already",
                    target.string());
    const fs::path work = parentFolder(target) / scratchName(std::string(kScratch));
    if (::mkdir(work.c_str(), S_IRWXU) != 0)
        return fail(ioError(errno, "written", target));
    return SealedFolder(target, work);
}

fs::path SealedFolder::file(const std::string& name) const
{
    return m_work / name;
}

Result<void> SealedFolder::seal()
{
    RK_TRY(const auto files, filesIn(m_work));
    Json entries = Json::array();
    for (const fs::path& file : files) {
        RK_TRY(auto entry, sealFile(file));
        entries.push_back(std::move(entry));
    }
    const Json manifest{{"format", kFormat}, {"version", kVersion}, {"files", entries}};
    // Last, so that a folder with a manifest is whole; its own commit flushes the folder too.
    RK_CHECK(atomicWrite(m_work / kManifest, dumpJson(manifest), Existing::Refuse));
    if (const int code = renameNew(m_work, m_target); code != 0)
        return fail(ioError(code, "written", m_target));
    m_work.clear();
    if (const int code = syncFolder(parentFolder(m_target)); code != 0)
        return fail(ioError(code, "written", m_target));
    return {};
}

Result<void> verifySealed(const fs::path& folder)
{
    const fs::path file = folder / kManifest;
    const auto manifest = readJsonFile(file);
    if (!manifest && manifest.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::Damaged, "This save is incomplete: it has no MANIFEST.json",
                    folder.string());
    if (!manifest)
        return fail(manifest.error());
    FieldReader fields(*manifest, file.string());
    const std::string format = fields.text("format");
    const std::int64_t version = fields.integer("version");
    RK_CHECK(fields.check());
    if (format != kFormat || version < 1)
        return fail(ErrorKind::Damaged, "This is not the list of files of a save", file.string());
    if (version > kVersion)
        return fail(ErrorKind::Version, "This was saved by a newer Rekindle", folder.string(),
                    "Update Rekindle to use it.");
    const Json& entries = fields.any("files");
    if (!entries.is_array())
        return fail(ErrorKind::Damaged, "This is not the list of files of a save", file.string());
    for (const Json& entry : entries)
        RK_CHECK(verifyEntry(folder, entry, file.string()));
    return {};
}

void sweepUnsealed(const fs::path& parent)
{
    sweep(parent, [](const std::string& name) {
        return (name.starts_with(kScratch) && !inUse(name)) || name.starts_with(kTrash);
    });
}

void sweepAbandoned(const fs::path& parent)
{
    sweep(parent, [](const std::string& name) {
        const long pid = ownerOf(name);
        return pid > 0 && pid != ::getpid() && !lives(pid);
    });
}

bool isScratch(const fs::path& path)
{
    const fs::path name = path.has_filename() ? path.filename() : path.parent_path().filename();
    return name.string().starts_with(kScratch) || name.string().starts_with(kTrash);
}

void discardSealed(const fs::path& folder)
{
    std::error_code code;
    const fs::path trash = parentFolder(folder) / scratchName(std::string(kTrash));
    fs::rename(folder, trash, code);
    if (!code)
        fs::remove_all(trash, code);
}

} // namespace rekindle::storage

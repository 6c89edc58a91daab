#include "core/storage/atomic_write.h"

#include "core/storage/descriptor.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace rekindle::storage {
namespace fs = std::filesystem;

struct AtomicFile::State {
    fs::path target;
    fs::path scratch;
    Existing existing = Existing::Replace;
    Descriptor file;
    std::optional<Error> failed; ///< the first failure; nothing is tried again after it
    bool committed = false;

    ~State()
    {
        if (!committed && !scratch.empty())
            static_cast<void>(::unlink(scratch.c_str()));
    }
    [[nodiscard]] tl::unexpected<Error> give(int code)
    {
        failed = ioError(code, "written", target);
        return fail(*failed);
    }
};

namespace {

Error existsError(const fs::path& target)
{
    return Error{ErrorKind::Usage, "There is something under this name already", target.string(),
                 "Choose another name, or say that it may be replaced (--force)."};
}

} // namespace

AtomicFile::AtomicFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
AtomicFile::AtomicFile(AtomicFile&&) noexcept = default;
AtomicFile& AtomicFile::operator=(AtomicFile&&) noexcept = default;
AtomicFile::~AtomicFile() = default;

Result<AtomicFile> AtomicFile::create(const fs::path& target, Existing existing)
{
    struct stat about {
    };
    const bool there = ::lstat(target.c_str(), &about) == 0;
    // Said before the work and not only after it; `commit` decides for good.
    if (there && existing == Existing::Refuse)
        return fail(existsError(target));
    if (there && S_ISDIR(about.st_mode))
        return fail(ErrorKind::Usage, "There is a folder under this name", target.string(),
                    "Choose another file name.");
    if (there && !S_ISREG(about.st_mode) && !S_ISLNK(about.st_mode))
        return fail(ErrorKind::Usage,
                    "What stands here is no ordinary file (a device or a pipe), and nothing "
                    "is put in its place",
                    target.string(), "Choose another file name.");
    auto state = std::make_unique<State>();
    const fs::path scratch = parentFolder(target) / scratchName(".tmp-");
    state->target = target;
    state->existing = existing;
    state->file = Descriptor(::open(
        scratch.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!state->file.isOpen())
        return fail(ioError(errno, "written", target));
    state->scratch = scratch;
    return AtomicFile(std::move(state));
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes)
{
    if (m_state->failed)
        return fail(*m_state->failed);
    if (const int code = writeAll(m_state->file.get(), bytes); code != 0)
        return m_state->give(code);
    return {};
}

Result<void> AtomicFile::write(std::string_view text)
{
    return write(std::as_bytes(std::span(text)));
}

Result<void> AtomicFile::commit()
{
    State& state = *m_state;
    if (state.failed)
        return fail(*state.failed);
    // A failed fsync is never repeated on the same file: the kernel may have dropped the pages.
    if (const int code = syncFile(state.file.get()); code != 0)
        return state.give(code);
    if (const int code = state.file.close(); code != 0)
        return state.give(code);
    int code = 0;
    if (state.existing == Existing::Refuse)
        code = renameNew(state.scratch, state.target);
    else if (std::rename(state.scratch.c_str(), state.target.c_str()) != 0)
        code = errno;
    if (code == EEXIST && state.existing == Existing::Refuse) {
        state.failed = existsError(state.target);
        return fail(*state.failed);
    }
    if (code != 0)
        return state.give(code);
    state.committed = true;
    if (code = syncFolder(parentFolder(state.target)); code != 0)
        return state.give(code);
    return {};
}

Result<void> atomicWrite(const fs::path& target, std::string_view text, Existing existing)
{
    RK_TRY(auto file, AtomicFile::create(target, existing));
    RK_CHECK(file.write(text));
    return file.commit();
}

Result<void> makeFolder(const fs::path& folder)
{
    if (folder.empty())
        return {};
    std::error_code ignored;
    const fs::path parent = folder.parent_path();
    if (parent != folder && !parent.empty() && !fs::exists(parent, ignored)) {
        RK_CHECK(makeFolder(parent));
    }
    return makeSubfolder(folder);
}

Result<void> makeSubfolder(const fs::path& folder)
{
    if (::mkdir(folder.c_str(), S_IRWXU) == 0)
        return {};
    const int code = errno;
    std::error_code ignored;
    if (fs::is_directory(folder, ignored))
        return {};
    if (code == EEXIST)
        return fail(ErrorKind::Usage, "There is a file where a folder should be", folder.string(),
                    "Choose another name.");
    return fail(ioError(code, "made", folder));
}

Error ioError(int code, std::string_view doing, const fs::path& file)
{
    const std::string folder = parentFolder(file).string();
    Error error{ErrorKind::Io, {}, file.string(), {}};
    const auto so = [&](std::string_view reason) {
        error.message = fmt::format("{}, so this could not be {}", reason, doing);
    };
    switch (code) {
    case ENOSPC:
        error.kind = ErrorKind::Space;
        so("The disk is full");
        error.hint = fmt::format("Free space on the disk that holds {}, then try again.", folder);
        break;
    case EDQUOT:
        error.kind = ErrorKind::Space;
        so("Your share of the disk (quota) is used up");
        error.hint = fmt::format("Free space on the disk that holds {}, then try again.", folder);
        break;
    case EFBIG:
        error.kind = ErrorKind::Space;
        so("The file would be larger than this disk or your limits allow");
        error.hint = "Choose another disk, or ask for a higher limit on file sizes.";
        break;
    case ENOMEM:
        error.kind = ErrorKind::Memory;
        so("There is not enough memory");
        error.hint = "Close other programs, then try again.";
        break;
    case EROFS:
        so("The disk is read-only");
        error.hint = fmt::format("Choose another folder than {}.", folder);
        break;
    case EACCES:
    case EPERM:
        so("You have no permission");
        error.hint = fmt::format("Change the rights of {}, or choose another folder.", folder);
        break;
    case ENOENT:
        error.kind = ErrorKind::NotFound;
        so("There is no such file or folder");
        break;
    case ENOTDIR:
        error.kind = ErrorKind::NotFound;
        so("A part of the path is not a folder");
        break;
    default: {
        const char* reason = ::strerrordesc_np(code);
        error.message = fmt::format("This could not be {} ({})", doing,
                                    reason == nullptr ? "unknown error" : reason);
        break;
    }
    }
    return error;
}

Result<std::uint64_t> freeSpace(const fs::path& path)
{
    std::error_code code;
    fs::path place = fs::absolute(path, code);
    while (!fs::exists(place, code) && place.has_parent_path() && place != place.parent_path())
        place = place.parent_path();
    struct statvfs about {
    };
    if (::statvfs(place.c_str(), &about) != 0)
        return fail(ioError(errno, "read", place));
    return static_cast<std::uint64_t>(about.f_bavail) * about.f_frsize;
}

} // namespace rekindle::storage

#include "core/storage/staged_folder.h"

#include "core/storage/descriptor.h"
#include "core/storage/sealed_folder.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rekindle::storage {
namespace {

namespace fs = std::filesystem;

Error taken(const fs::path& target)
{
    return Error{ErrorKind::Usage, "There is something at this place already", target.string(),
                 "Choose another folder."};
}

/// Swaps two names. Where the file system cannot do it in one step, the target is out of its place
/// for a moment, and put back when the other does not get there. Errno, or 0.
int exchange(const fs::path& work, const fs::path& target)
{
    if (::renameat2(AT_FDCWD, work.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    const fs::path aside = parentFolder(target) / scratchName(".former-");
    if (const int code = renameNew(target, aside); code != 0)
        return code;
    if (const int code = renameNew(work, target); code != 0) {
        static_cast<void>(renameNew(aside, target));
        return code;
    }
    return renameNew(aside, work);
}

} // namespace

StagedFolder::StagedFolder(fs::path target, fs::path work, Existing existing)
    : m_target(std::move(target)), m_work(std::move(work)), m_existing(existing)
{
}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept
    : m_target(std::move(other.m_target)), m_work(std::exchange(other.m_work, {})),
      m_existing(other.m_existing)
{
}

StagedFolder& StagedFolder::operator=(StagedFolder&& other) noexcept
{
    std::swap(m_target, other.m_target);
    std::swap(m_work, other.m_work);
    m_existing = other.m_existing;
    return *this;
}

StagedFolder::~StagedFolder()
{
    std::error_code ignored;
    if (!m_work.empty())
        fs::remove_all(m_work, ignored);
}

Result<StagedFolder> StagedFolder::create(const fs::path& target, Existing existing)
{
    fs::path place = target.lexically_normal();
    if (!place.has_filename())
        place = place.parent_path();
    std::error_code code;
    const bool free = !fs::exists(fs::symlink_status(place, code)) ||
                      (fs::is_directory(place, code) && fs::is_empty(place, code));
    if (!free && existing == Existing::Refuse)
        return fail(taken(place));
    const fs::path parent = parentFolder(place);
    RK_CHECK(makeFolder(parent));
    sweepAbandoned(parent);
    const fs::path work = parent / scratchName(".tmp-");
    if (::mkdir(work.c_str(), S_IRWXU) != 0)
        return fail(ioError(errno, "written", place));
    return StagedFolder(place, work, existing);
}

Result<void> StagedFolder::moveIn()
{
    // An empty folder holds nothing that could be lost; one with something in it is not removed.
    static_cast<void>(::rmdir(m_target.c_str()));
    int code = renameNew(m_work, m_target);
    const bool replaced = code == EEXIST && m_existing == Existing::Replace;
    if (replaced)
        code = exchange(m_work, m_target);
    if (code == EEXIST)
        return fail(taken(m_target));
    if (code != 0)
        return fail(ioError(code, "written", m_target));
    const fs::path former = std::exchange(m_work, {});
    if (replaced)
        discardSealed(former);
    if (code = syncFolder(parentFolder(m_target)); code != 0)
        return fail(ioError(code, "written", m_target));
    return {};
}

} // namespace rekindle::storage

#include "core/storage/placed_file.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rekindle::storage {

Result<PlacedFile> PlacedFile::open(const std::filesystem::path& path, std::uint64_t bytes)
{
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK,
                           S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return fail(ioError(errno, "written", path));
    struct stat about {
    };
    if (::fstat(file.get(), &about) != 0)
        return fail(ioError(errno, "written", path));
    if (!S_ISREG(about.st_mode))
        return fail(ErrorKind::Usage, "What stands here is no ordinary file", path.string(),
                    "Move it away, or choose another name.");
    const auto size = static_cast<off_t>(bytes);
    if (about.st_size > size && ::ftruncate(file.get(), size) != 0)
        return fail(ioError(errno, "written", path));
    // Not every file system can set room apart; then a full disk is met in `write`.
    int code = EINTR;
    while (code == EINTR)
        code = ::posix_fallocate(file.get(), 0, size);
    if (code == EOPNOTSUPP || code == EINVAL)
        code = ::ftruncate(file.get(), size) == 0 ? 0 : errno;
    if (code != 0)
        return fail(ioError(code, "written", path));
    return PlacedFile(std::move(file), path);
}

Result<void> PlacedFile::write(std::uint64_t offset, std::span<const std::byte> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t put =
            ::pwrite(m_file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return fail(ioError(put == 0 ? ENOSPC : errno, "written", m_path));
        bytes = bytes.subspan(static_cast<std::size_t>(put));
        offset += static_cast<std::uint64_t>(put);
    }
    return {};
}

Result<void> PlacedFile::read(std::uint64_t offset, std::span<std::byte> into) const
{
    while (!into.empty()) {
        const ssize_t got =
            ::pread(m_file.get(), into.data(), into.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ioError(errno, "read", m_path));
        if (got == 0)
            return fail(ErrorKind::Damaged, "The file ends early", m_path.string());
        into = into.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::uint64_t>(got);
    }
    return {};
}

Result<void> PlacedFile::sync() const
{
    if (const int code = syncFile(m_file.get()); code != 0)
        return fail(ioError(code, "written", m_path));
    return {};
}

Result<void> PlacedFile::moveTo(const std::filesystem::path& target, Existing existing)
{
    RK_CHECK(sync());
    if (const int code = m_file.close(); code != 0)
        return fail(ioError(code, "written", m_path));
    int code = 0;
    if (existing == Existing::Refuse)
        code = renameNew(m_path, target);
    else if (std::rename(m_path.c_str(), target.c_str()) != 0)
        code = errno;
    if (code == EEXIST)
        return fail(ErrorKind::Usage, "There is something under this name already", target.string(),
                    "Choose another name, or say that it may be replaced (--force).");
    if (code != 0)
        return fail(ioError(code, "written", target));
    if (code = syncFolder(parentFolder(target)); code != 0)
        return fail(ioError(code, "written", target));
    return {};
}

} // namespace rekindle::storage

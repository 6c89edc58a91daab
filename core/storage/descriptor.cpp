#include "core/storage/descriptor.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rekindle::storage {

Descriptor::Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    if (this != &other) {
        static_cast<void>(close());
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

Descriptor::~Descriptor()
{
    static_cast<void>(close());
}

int Descriptor::close()
{
    if (m_fd < 0)
        return 0;
    // On Linux the descriptor is gone whatever close says, EINTR included: never a second time.
    const int result = ::close(std::exchange(m_fd, -1));
    return result == 0 || errno == EINTR ? 0 : errno;
}

int Descriptor::release()
{
    return std::exchange(m_fd, -1);
}

int writeAll(int fd, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        else if (written == 0)
            return EIO; // no progress and no reason: do not spin
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

int syncFile(int fd)
{
    while (::fsync(fd) != 0) {
        if (errno != EINTR)
            return errno;
    }
    return 0;
}

int syncFolder(const std::filesystem::path& folder)
{
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open.isOpen())
        return errno;
    const int code = syncFile(open.get());
    return code == EINVAL || code == ENOTSUP ? 0 : code;
}

int renameNew(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return errno;
    // NFS and some others have no such rename. A hard link refuses an existing name as well, but
    // folders cannot be linked: rename refuses those by itself unless the target is an empty one.
    if (std::error_code code; std::filesystem::is_directory(from, code))
        return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
    if (::link(from.c_str(), to.c_str()) != 0)
        return errno;
    static_cast<void>(::unlink(from.c_str()));
    return 0;
}

std::string scratchName(const std::string& prefix)
{
    // Names only, never content: results do not depend on this chance.
    std::random_device chance;
    return fmt::format("{}{}-{:08x}{:08x}", prefix, ::getpid(), chance(), chance());
}

std::filesystem::path parentFolder(const std::filesystem::path& file)
{
    const auto parent = file.parent_path();
    return parent.empty() ? std::filesystem::path(".") : parent;
}

} // namespace rekindle::storage

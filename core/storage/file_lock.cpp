#include "core/storage/file_lock.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/storage/atomic_write.h"
#include "core/storage/descriptor.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace rekindle::storage {
namespace {

int lockNow(int fd, int operation)
{
    while (::flock(fd, operation | LOCK_NB) != 0) {
        if (errno != EINTR)
            return errno;
    }
    return 0;
}

/// For people who look into the folder; a full disk does not take the lock away.
void writeOwner(int fd)
{
    std::array<char, 256> host{};
    static_cast<void>(::gethostname(host.data(), host.size() - 1));
    const Json owner{{"pid", ::getpid()}, {"host", host.data()}, {"started", text::utcNow()}};
    const std::string line = dumpJsonLine(owner) + '\n';
    if (::ftruncate(fd, 0) == 0)
        static_cast<void>(writeAll(fd, std::as_bytes(std::span(line))));
}

} // namespace

Result<FileLock> FileLock::take(const std::filesystem::path& file)
{
    Descriptor open(::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK,
                           S_IRUSR | S_IWUSR));
    if (!open.isOpen())
        return fail(ioError(errno, "locked", file));
    struct stat about {
    };
    if (::fstat(open.get(), &about) != 0)
        return fail(ioError(errno, "locked", file));
    if (!S_ISREG(about.st_mode))
        return fail(ErrorKind::Io, "This is not an ordinary file, so it could not be locked",
                    file.string());
    int code = lockNow(open.get(), LOCK_EX);
    // isHeld() of another process holds the lock for a moment; that is not an owner.
    for (int i = 0; code == EWOULDBLOCK && i < 10; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        code = lockNow(open.get(), LOCK_EX);
    }
    if (code == EWOULDBLOCK)
        return fail(ErrorKind::Busy, "Another process is working here", parentFolder(file).string(),
                    "Wait until it has ended, or stop it first.");
    if (code != 0)
        return fail(ioError(code, "locked", file));
    writeOwner(open.get());
    return FileLock(open.release());
}

bool FileLock::isHeld(const std::filesystem::path& file)
{
    const Descriptor open(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    // A lock that cannot be looked at belongs to somebody else.
    if (!open.isOpen())
        return errno == EACCES;
    return lockNow(open.get(), LOCK_SH) == EWOULDBLOCK;
}

FileLock::FileLock(FileLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

FileLock::~FileLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace rekindle::storage

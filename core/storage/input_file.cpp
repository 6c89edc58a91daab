#include "core/storage/input_file.h"

#include "core/base/guard.h"
#include "core/storage/atomic_write.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rekindle::storage {
namespace {

Result<void> checkRange(std::uint64_t offset, std::uint64_t count, std::uint64_t size,
                        const std::filesystem::path& file)
{
    if (offset > size || count > size - offset)
        return fail(ErrorKind::Damaged, "The file ends early", file.string());
    return {};
}

} // namespace

InputFile::InputFile(int fd, std::uint64_t size, std::filesystem::path path)
    : m_fd(fd), m_size(size), m_path(std::move(path))
{
}

InputFile::InputFile(InputFile&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_size(std::exchange(other.m_size, 0)),
      m_path(std::move(other.m_path))
{
}

InputFile& InputFile::operator=(InputFile&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_size, other.m_size);
    std::swap(m_path, other.m_path);
    return *this;
}

InputFile::~InputFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<InputFile> InputFile::open(const std::filesystem::path& file)
{
    // Without O_NONBLOCK the open of a FIFO would wait for a writer that never comes.
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        const int code = errno;
        if (code == ENOENT || code == ENOTDIR)
            return fail(ErrorKind::NotFound, "There is no such file", file.string());
        if (code == ENXIO)
            return fail(ErrorKind::Unknown, "This is not an ordinary file", file.string());
        return fail(ioError(code, "read", file));
    }
    struct stat about {
    };
    if (::fstat(fd, &about) != 0) {
        const int code = errno;
        ::close(fd);
        return fail(ioError(code, "read", file));
    }
    if (!S_ISREG(about.st_mode)) {
        ::close(fd);
        return fail(ErrorKind::Unknown,
                    S_ISDIR(about.st_mode) ? "This is a folder, not a file"
                                           : "This is not an ordinary file",
                    file.string());
    }
    return InputFile(fd, static_cast<std::uint64_t>(about.st_size), file);
}

Result<void> InputFile::readAt(std::uint64_t offset, std::span<std::byte> into) const
{
    RK_CHECK(checkRange(offset, into.size(), m_size, m_path));
    while (!into.empty()) {
        const ssize_t got = ::pread(m_fd, into.data(), into.size(), static_cast<off_t>(offset));
        if (got > 0) {
            into = into.subspan(static_cast<std::size_t>(got));
            offset += static_cast<std::uint64_t>(got);
        } else if (got == 0) {
            return fail(ErrorKind::Damaged, "The file became shorter while it was read",
                        m_path.string());
        } else if (errno != EINTR) {
            return fail(ioError(errno, "read", m_path));
        }
    }
    return {};
}

Result<std::vector<std::byte>> InputFile::read(std::uint64_t offset, std::uint64_t count) const
{
    RK_CHECK(checkRange(offset, count, m_size, m_path));
    return guard(m_path.string(), [&]() -> Result<std::vector<std::byte>> {
        std::vector<std::byte> bytes(static_cast<std::size_t>(count));
        RK_CHECK(readAt(offset, bytes));
        return bytes;
    });
}

Result<void> InputFile::read(std::uint64_t offset, std::uint64_t count, ReadBuffer& into) const
{
    RK_CHECK(checkRange(offset, count, m_size, m_path));
    return guard(m_path.string(), [&]() -> Result<void> {
        return readAt(offset, into.room(static_cast<std::size_t>(count)));
    });
}

} // namespace rekindle::storage

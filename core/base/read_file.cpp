#include "core/base/read_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rekindle {
namespace {

constexpr std::size_t kPiece = 64u << 10;

/// Closed at the end of the function that opened it.
class Opened
{
public:
    explicit Opened(const std::filesystem::path& file)
        // Without O_NONBLOCK the open of a FIFO would wait for a writer that never comes.
        : m_fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    {
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

tl::unexpected<Error> cannotRead(int code, const std::filesystem::path& file)
{
    if (code == ENOENT || code == ENOTDIR)
        return fail(ErrorKind::NotFound, "There is no such file", file.string());
    if (code == ENOMEM)
        return fail(ErrorKind::Memory, "There is not enough memory to read this", file.string(),
                    "Close other programs, then try again.");
    const char* reason = ::strerrordesc_np(code);
    return fail(ErrorKind::Io,
                std::string("The file could not be read (") +
                    (reason == nullptr ? "unknown error" : reason) + ")",
                file.string(), "Check that you may read it.");
}

tl::unexpected<Error> tooLarge(const std::filesystem::path& file)
{
    return fail(ErrorKind::Limit, "The file is larger than anything we write there", file.string());
}

} // namespace

Result<std::string> readFile(const std::filesystem::path& file, std::uint64_t limit)
{
    const Opened opened(file);
    if (opened.get() < 0 && errno == ENXIO)
        return fail(ErrorKind::Io, "This is not an ordinary file", file.string());
    if (opened.get() < 0)
        return cannotRead(errno, file);
    struct stat about {
    };
    if (::fstat(opened.get(), &about) != 0)
        return cannotRead(errno, file);
    if (!S_ISREG(about.st_mode))
        return fail(ErrorKind::Io,
                    S_ISDIR(about.st_mode) ? "This is a folder, not a file"
                                           : "This is not an ordinary file",
                    file.string());
    const auto size = static_cast<std::uint64_t>(about.st_size);
    if (size > limit)
        return tooLarge(file);
    std::string text(static_cast<std::size_t>(size) + 1, '\0');
    std::size_t filled = 0;
    for (;;) {
        if (filled == text.size())
            text.resize(filled + std::max(kPiece, filled));
        const ssize_t got = ::read(opened.get(), text.data() + filled, text.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(errno, file);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
        if (filled > limit)
            return tooLarge(file);
    }
    text.resize(filled);
    return text;
}

} // namespace rekindle

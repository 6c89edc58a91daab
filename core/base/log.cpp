#include "core/base/log.h"

#include "core/base/text.h"

#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rekindle::log {
namespace {

constexpr std::size_t kLongestText = 10'000;

struct Sinks {
    std::shared_ptr<spdlog::sinks::stderr_sink_mt> console =
        std::make_shared<spdlog::sinks::stderr_sink_mt>();
    std::shared_ptr<spdlog::logger> logger = std::make_shared<spdlog::logger>("rekindle", console);
    std::mutex mutex;

    Sinks() { logger->set_pattern("%Y-%m-%d %H:%M:%S %l: %v"); }
};

Sinks& sinks()
{
    static Sinks instance;
    return instance;
}

spdlog::level::level_enum toSpdlog(Level level)
{
    switch (level) {
    case Level::Debug:
        return spdlog::level::debug;
    case Level::Info:
        return spdlog::level::info;
    case Level::Warning:
        return spdlog::level::warn;
    case Level::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

/// By hand, since the library would follow links, wait for the reader of a pipe and use the
/// process's umask.
bool makeFile(const std::filesystem::path& file)
{
    const int fd = ::open(
        file.c_str(), O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (fd < 0)
        return false;
    struct stat about {
    };
    const bool ordinary = ::fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
    ::close(fd);
    return ordinary;
}

} // namespace

void write(Level level, std::string_view text)
{
    const std::scoped_lock lock(sinks().mutex);
    // One line whatever it names: a file may be called by a line break and a line of its own.
    sinks().logger->log(toSpdlog(level), "{}", text::shown(text, kLongestText));
    sinks().logger->flush();
}

void setLevel(Level level)
{
    sinks().logger->set_level(toSpdlog(level));
}

void setQuiet(bool quiet)
{
    sinks().console->set_level(quiet ? spdlog::level::off : spdlog::level::trace);
}

void toFile(const std::filesystem::path& file)
{
    if (!makeFile(file)) {
        write(Level::Warning, "The log file could not be opened: " + file.string());
        return;
    }
    try {
        auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string());
        sink->set_pattern("%Y-%m-%d %H:%M:%S %l: %v");
        const std::scoped_lock lock(sinks().mutex);
        sinks().logger->sinks().push_back(std::move(sink));
    } catch (const std::exception& error) {
        write(Level::Warning, error.what());
    }
}

} // namespace rekindle::log

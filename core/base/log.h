#pragma once

#include <filesystem>
#include <string_view>

namespace rekindle::log {

/// Severity of a line; the default threshold is Info.
enum class Level { Debug, Info, Warning, Error };

/// Writes one line to the process's log: standard error, and the run's log.txt once `toFile` was
/// called. Safe from any thread.
void write(Level level, std::string_view text);

inline void info(std::string_view text)
{
    write(Level::Info, text);
}
inline void warn(std::string_view text)
{
    write(Level::Warning, text);
}
inline void error(std::string_view text)
{
    write(Level::Error, text);
}

/// Lines below this level are dropped.
void setLevel(Level level);

/// Standard error stays quiet; files still get the lines. For `--json` and the tests.
void setQuiet(bool quiet);

/// Appends every later line to `file` as well (created with mode 0600). A file that cannot be
/// opened is reported on standard error and otherwise ignored: a log never stops a run.
void toFile(const std::filesystem::path& file);

} // namespace rekindle::log

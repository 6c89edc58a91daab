#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace rekindle::storage {

/// flock on a file, held for the object's life and released by the system if the process dies: no
/// stale lock ever needs a hand. The content (process id, host, start) is for display only.
class FileLock
{
public:
    /// Kind Busy at once if another process holds it; Io if it cannot be made.
    [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& file);
    /// Whether some process holds it right now.
    [[nodiscard]] static bool isHeld(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int fd) : m_fd(fd) {}
    int m_fd = -1;
};

} // namespace rekindle::storage

#pragma once

#include "core/base/result.h"
#include "core/storage/file_lock.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace rekindle::bridge {

/// Who has a study open in a window, as the lock file says: for people, and perhaps empty.
struct WindowOwner {
    long pid = 0;
    std::string host, started; ///< name, UTC
};

/// A window's hold on a study: `window.lock` in its folder, which the system releases when the
/// window's process is gone. Only ever a hint that keeps two windows from getting into each other's
/// way; study.json has a lock of its own.
using WindowLock = std::shared_ptr<storage::FileLock>;

struct WindowHold {
    WindowLock lock;                  ///< null when another has it, or the folder takes no lock
    std::optional<WindowOwner> other; ///< the other one that has it
};

/// Takes hold of a study for this window. What this process holds already it gets again. Reads and
/// writes a file: not on the window's thread.
[[nodiscard]] WindowHold holdStudy(const std::filesystem::path& study);

} // namespace rekindle::bridge

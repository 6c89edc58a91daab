#pragma once

#include "core/base/result.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace rekindle::job {

/// How a child ended.
struct ChildExit {
    int code = 0;             ///< exit code, or 0 when a signal ended it
    int signal = 0;           ///< the signal that ended it, or 0
    bool outOfMemory = false; ///< killed while the system was ending processes for want of memory
    std::string output;       ///< what it wrote to standard output, the first mebibyte
};

/// Starts `arguments` (first is the program) in a session of its own with standard input, output
/// and error at /dev/null, so that it outlives the caller and no closed pipe can end it. Nothing
/// is allocated between fork and exec. Returns its process id without waiting. Kinds NotFound, Io.
[[nodiscard]] Result<long> startDetached(const std::vector<std::string>& arguments);

constexpr int kStarting = -1;

/// Runs `arguments` to its end with standard input at /dev/null and standard error inherited, in a
/// process group of its own (an interrupt of the terminal does not reach it by itself).
/// `interrupt` is asked all the time; when it returns a signal number that signal is passed on to
/// the child once. `running` holds the child's process group while it lives, for a signal handler,
/// kStarting while it is being started, and 0 before and afterwards. Kinds NotFound, Io.
[[nodiscard]] Result<ChildExit> runChild(const std::vector<std::string>& arguments,
                                         int (*interrupt)() = nullptr,
                                         std::atomic<int>* running = nullptr);

/// The folder of the running program, from /proc/self/exe.
[[nodiscard]] std::filesystem::path programFolder();

/// Whether a process with this id is alive on this host.
[[nodiscard]] bool processAlive(long pid);

} // namespace rekindle::job

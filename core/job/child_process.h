#pragma once

#include "core/base/result.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::job {

/// How a child ended.
struct ChildExit {
    int code = 0;             ///< exit code, or 0 when a signal ended it
    int signal = 0;           ///< the signal that ended it, or 0
    bool outOfMemory = false; ///< killed while the system was ending processes for want of memory
    std::string output;       ///< what it wrote to standard output, the first mebibyte
    std::uint64_t peakMemory = 0; ///< main memory at its most, bytes
};

/// Starts `arguments` (first is the program) in a session of its own with standard input, output
/// and error at /dev/null, so that it outlives the caller and no closed pipe can end it. Nothing
/// is allocated between fork and exec. Returns its process id without waiting. Kinds NotFound, Io.
[[nodiscard]] Result<long> startDetached(const std::vector<std::string>& arguments);

constexpr int kStarting = -1;

/// A program that runs beside us: standard input at /dev/null, standard error inherited, in a
/// process group of its own (an interrupt of the terminal does not reach it by itself). Whoever
/// starts one asks poll() until it has ended.
class Child
{
public:
    /// Starts `arguments` (first is the program). `running` holds the child's process group while
    /// it lives, for a signal handler, kStarting while it is being started, and 0 before and
    /// afterwards. Kinds NotFound, Io.
    [[nodiscard]] static Result<Child> start(const std::vector<std::string>& arguments,
                                             std::atomic<int>* running = nullptr);
    Child(Child&& other) noexcept;
    Child& operator=(Child&&) = delete;
    ~Child();

    /// How it ended; nothing while it runs. Not to be asked again afterwards. Kind Io.
    [[nodiscard]] Result<std::optional<ChildExit>> poll();
    void pass(int signal) const;

private:
    Child() = default;
    void close();

    long m_pid = 0;
    int m_pipe = -1; ///< of its standard output
    std::atomic<int>* m_running = nullptr;
    std::optional<std::uint64_t> m_killsBefore; ///< memoryKills() at its start
    std::string m_program;
    ChildExit m_end;
};

/// How long whoever waits for a Child sleeps between two looks.
constexpr std::chrono::milliseconds kChildTick{20};

/// Runs a Child to its end. `interrupt` is asked all the time; when it returns a signal number that
/// signal is passed on to the child once. Kinds as Child::start and Child::poll.
[[nodiscard]] Result<ChildExit> runChild(const std::vector<std::string>& arguments,
                                         int (*interrupt)() = nullptr,
                                         std::atomic<int>* running = nullptr);

/// The folder of the running program, from /proc/self/exe.
[[nodiscard]] std::filesystem::path programFolder();

/// Whether a process with this id is alive on this host.
[[nodiscard]] bool processAlive(long pid);

} // namespace rekindle::job

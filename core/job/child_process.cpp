#include "core/job/child_process.h"

#include "core/job/bare_spawn.h"
#include "core/job/memory_kills.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

extern char** environ;

namespace rekindle::job {
namespace {

/// Signals that a child starts with as if nobody had touched them.
constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGCHLD};
constexpr std::size_t kKeptOutput = 1u << 20;

tl::unexpected<Error> startError(int code, const std::string& program)
{
    const bool missing = code == ENOENT || code == ENOTDIR;
    const char* reason = ::strerrordesc_np(code);
    return fail(missing ? ErrorKind::NotFound : ErrorKind::Io,
                missing ? std::string("There is no such program")
                        : std::string("The program could not be started (") +
                              (reason == nullptr ? "unknown error" : reason) + ")",
                program);
}

/// What startDetached's forked processes tell through their pipe: first the process id, then, only
/// when the program could not be started, the errno.
struct Told {
    pid_t pid = 0;
    int code = 0;
};

void tell(int pipe, const Told& told)
{
    static_cast<void>(!::write(pipe, &told, sizeof told));
}

/// In the forked process. Another thread may have held any lock when we forked, so nothing from
/// here to exec may allocate or take one: only calls that POSIX allows in a signal handler.
[[noreturn]] void becomeDetached(char* const* arguments, int pipe)
{
    ::setsid();
    for (const int signal : kSignals)
        ::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    // Above the standard three, which it may be one of; closed by a successful exec.
    pipe = ::fcntl(pipe, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nowhere, standard);
    const auto kept = static_cast<unsigned>(pipe);
    if (kept > STDERR_FILENO + 1)
        ::syscall(SYS_close_range, STDERR_FILENO + 1U, kept - 1, 0U);
    ::syscall(SYS_close_range, kept + 1, ~0U, 0U);
    ::execve(arguments[0], arguments, environ);
    tell(pipe, {::getpid(), errno});
    ::_exit(127);
}

/// All of what was written into the pipe; whether it was something.
bool listen(int pipe, Told& told)
{
    bool heard = false;
    Told part;
    for (;;) {
        const ssize_t got = ::read(pipe, &part, sizeof part);
        if (got == static_cast<ssize_t>(sizeof part)) {
            // An error outweighs the process id, whichever comes first.
            if (told.code == 0)
                told = part;
            heard = true;
        } else if (got >= 0 || errno != EINTR) {
            return heard;
        }
    }
}

/// The child's standard output as far as it is there; what is beyond kKeptOutput is thrown away.
void takeOutput(int pipe, std::string& output)
{
    std::array<char, 4096> piece{};
    for (;;) {
        const ssize_t got = ::read(pipe, piece.data(), piece.size());
        if (got <= 0)
            return;
        const std::size_t room = kKeptOutput - output.size();
        output.append(piece.data(), std::min(room, static_cast<std::size_t>(got)));
    }
}

} // namespace

Result<long> startDetached(const std::vector<std::string>& arguments)
{
    if (arguments.empty())
        return fail(ErrorKind::Internal, "There is no program to start");
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return startError(errno, arguments.front());
    const auto list = textPointers(arguments);
    // A process in between starts the real one and ends at once, so that the system's first
    // process inherits it and the caller never has a zombie to collect.
    const pid_t middle = ::fork();
    if (middle == 0) {
        const pid_t real = ::_Fork();
        if (real == 0)
            becomeDetached(list.data(), ends[1]);
        tell(ends[1], {real, real < 0 ? errno : 0});
        ::_exit(0);
    }
    const int forkCode = errno;
    ::close(ends[1]);
    Told told;
    const bool heard = middle > 0 && listen(ends[0], told);
    ::close(ends[0]);
    if (middle < 0)
        return startError(forkCode, arguments.front());
    while (::waitpid(middle, nullptr, 0) < 0 && errno == EINTR) {
    }
    if (!heard)
        return startError(EIO, arguments.front());
    if (told.code != 0)
        return startError(told.code, arguments.front());
    return static_cast<long>(told.pid);
}

Result<Child> Child::start(const std::vector<std::string>& arguments, std::atomic<int>* running)
{
    if (arguments.empty())
        return fail(ErrorKind::Internal, "There is no program to start");
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return startError(errno, arguments.front());
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    Child child;
    child.m_pipe = ends[0];
    child.m_running = running;
    child.m_program = arguments.front();
    child.m_killsBefore = memoryKills();
    if (running != nullptr)
        running->store(kStarting);
    pid_t pid = 0;
    const int code = bareSpawn(arguments, environ, {.output = ends[1]}, pid);
    ::close(ends[1]);
    if (code != 0)
        return startError(code, arguments.front());
    child.m_pid = pid;
    if (running != nullptr)
        running->store(pid);
    return child;
}

Child::Child(Child&& other) noexcept
    : m_pid(std::exchange(other.m_pid, 0)), m_pipe(std::exchange(other.m_pipe, -1)),
      m_running(std::exchange(other.m_running, nullptr)), m_killsBefore(other.m_killsBefore),
      m_program(std::move(other.m_program)), m_end(std::move(other.m_end))
{
}

Child::~Child()
{
    close();
}

void Child::close()
{
    if (m_running != nullptr)
        m_running->store(0);
    m_running = nullptr;
    if (m_pipe >= 0)
        ::close(m_pipe);
    m_pipe = -1;
}

Result<std::optional<ChildExit>> Child::poll()
{
    int status = 0;
    rusage used{};
    const pid_t done = ::wait4(static_cast<pid_t>(m_pid), &status, WNOHANG, &used);
    takeOutput(m_pipe, m_end.output);
    if (done == m_pid) {
        m_end.code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        m_end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        m_end.peakMemory = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
        m_end.outOfMemory =
            m_end.signal == SIGKILL && m_killsBefore && memoryKills() > m_killsBefore;
        close();
        return std::optional(std::move(m_end));
    }
    if (done < 0 && errno != EINTR) {
        close();
        return fail(ErrorKind::Io, "The end of the program could not be waited for", m_program);
    }
    return std::optional<ChildExit>();
}

void Child::pass(int signal) const
{
    ::kill(static_cast<pid_t>(m_pid), signal);
}

Result<ChildExit> runChild(const std::vector<std::string>& arguments, int (*interrupt)(),
                           std::atomic<int>* running)
{
    RK_TRY(Child child, Child::start(arguments, running));
    for (bool passed = false;;) {
        RK_TRY(const auto end, child.poll());
        if (end)
            return *end;
        const int signal = interrupt != nullptr && !passed ? interrupt() : 0;
        if (signal != 0) {
            passed = true;
            child.pass(signal);
        }
        std::this_thread::sleep_for(kChildTick);
    }
}

std::filesystem::path programFolder()
{
    std::error_code code;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", code);
    return code ? std::filesystem::path(".") : program.parent_path();
}

bool processAlive(long pid)
{
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

} // namespace rekindle::job

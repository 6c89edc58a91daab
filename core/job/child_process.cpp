#include "core/job/child_process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace rekindle::job {
namespace {

enum class Group { OwnSession, OwnGroup };

/// The C arrays that posix_spawn and exec want.
std::vector<char*> pointers(const std::vector<std::string>& arguments)
{
    std::vector<char*> list;
    list.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments)
        list.push_back(const_cast<char*>(argument.c_str()));
    list.push_back(nullptr);
    return list;
}

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

/// Spawns with nothing of ours: no files but the standard three, no blocked or ignored signals.
int spawn(const std::vector<std::string>& arguments, Group group, bool keepErrors, pid_t& pid)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (!keepErrors)
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // Libraries of the window open files without O_CLOEXEC.
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    sigset_t none;
    sigset_t ours;
    sigemptyset(&none);
    sigemptyset(&ours);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGCHLD})
        sigaddset(&ours, signal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &ours);
    posix_spawnattr_setpgroup(&attributes, 0);
    int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    flags |= group == Group::OwnSession ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP;
    posix_spawnattr_setflags(&attributes, static_cast<short>(flags));
    const auto list = pointers(arguments);
    const int code = ::posix_spawn(&pid, list.front(), &files, &attributes, list.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return code;
}

/// What the middle process of startDetached tells through its pipe.
struct Told {
    int code = 0;
    pid_t pid = 0;
};

} // namespace

Result<long> startDetached(const std::vector<std::string>& arguments)
{
    if (arguments.empty())
        return fail(ErrorKind::Internal, "There is no program to start");
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return startError(errno, arguments.front());
    // A process in between starts the real one and ends at once, so that the system's first
    // process inherits it and the caller never has a zombie to collect.
    const pid_t middle = ::fork();
    if (middle == 0) {
        Told told;
        told.code = spawn(arguments, Group::OwnSession, false, told.pid);
        static_cast<void>(!::write(ends[1], &told, sizeof told));
        ::_exit(0);
    }
    const int forkCode = errno;
    ::close(ends[1]);
    Told told;
    ssize_t got = -1;
    if (middle > 0) {
        do {
            got = ::read(ends[0], &told, sizeof told);
        } while (got < 0 && errno == EINTR);
        while (::waitpid(middle, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(ends[0]);
    if (middle < 0)
        return startError(forkCode, arguments.front());
    if (got != static_cast<ssize_t>(sizeof told))
        return startError(EIO, arguments.front());
    if (told.code != 0)
        return startError(told.code, arguments.front());
    return static_cast<long>(told.pid);
}

Result<ChildExit> runChild(const std::vector<std::string>& arguments, int (*interrupt)())
{
    if (arguments.empty())
        return fail(ErrorKind::Internal, "There is no program to start");
    pid_t pid = 0;
    if (const int code = spawn(arguments, Group::OwnGroup, true, pid); code != 0)
        return startError(code, arguments.front());
    bool passed = false;
    for (;;) {
        int status = 0;
        const pid_t done = ::waitpid(pid, &status, WNOHANG);
        if (done == pid && WIFEXITED(status))
            return ChildExit{WEXITSTATUS(status), 0};
        if (done == pid && WIFSIGNALED(status))
            return ChildExit{0, WTERMSIG(status)};
        if (done < 0 && errno != EINTR)
            return fail(ErrorKind::Io, "The end of the program could not be waited for",
                        arguments.front());
        const int signal = interrupt != nullptr && !passed ? interrupt() : 0;
        if (signal != 0) {
            passed = true;
            ::kill(pid, signal);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
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

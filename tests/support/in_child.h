#pragma once

#include <csignal>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

namespace rekindle::test {

/// Runs `body` in a forked process and returns its exit code, or 128 + signal.
template <class Body>
int inChild(const Body& body)
{
    const pid_t pid = ::fork();
    if (pid == 0)
        ::_exit(body());
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// A process that works until it is killed.
class Victim
{
public:
    template <class Body>
    explicit Victim(const Body& body) : m_pid(::fork())
    {
        if (m_pid == 0) {
            body();
            ::_exit(0);
        }
    }
    /// This test program again, with an argument of its own: for what starts threads, which a
    /// forked process must not.
    Victim(const char* what, const std::filesystem::path& where) : m_pid(::fork())
    {
        if (m_pid == 0) {
            ::execl("/proc/self/exe", "test", what, where.c_str(), nullptr);
            ::_exit(127);
        }
    }
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;
    ~Victim() { kill(); }

    void kill(int signal = SIGKILL)
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, signal);
        wait();
    }
    int wait()
    {
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
};

} // namespace rekindle::test

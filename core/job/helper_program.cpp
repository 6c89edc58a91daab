#include "core/job/helper_program.h"

#include "core/job/bare_spawn.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rekindle::job {

struct HelperProgram::State {
    int socket = -1;
    pid_t pid = 0;
    std::string name;

    ~State()
    {
        if (socket >= 0)
            ::close(socket);
        if (pid <= 0)
            return;
        ::kill(pid, SIGKILL);
        while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
};

namespace {

using Clock = std::chrono::steady_clock;

/// Waits until the socket is ready for `events`, or the time is up.
Result<void> waitFor(int socket, short events, Clock::time_point end, const std::string& name)
{
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0)
            return fail(ErrorKind::Limit, "No answer came in time", name);
        pollfd waiting{socket, events, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(left) + 1);
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return fail(ErrorKind::Io, "A program beside this one cannot be waited for", name);
    }
}

Error ended(const std::string& name)
{
    return {ErrorKind::WorkerDied, "The program ended without an answer", name, {}};
}

Result<void> send(int socket, std::span<const std::byte> bytes, Clock::time_point end,
                  const std::string& name)
{
    while (!bytes.empty()) {
        RK_CHECK(waitFor(socket, POLLOUT, end, name));
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        else if (errno != EINTR && errno != EAGAIN)
            return fail(ended(name));
    }
    return {};
}

Result<void> receive(int socket, std::span<std::byte> bytes, Clock::time_point end,
                     const std::string& name)
{
    while (!bytes.empty()) {
        RK_CHECK(waitFor(socket, POLLIN, end, name));
        const auto came = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (came > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(came));
        else if (came == 0 || (errno != EINTR && errno != EAGAIN))
            return fail(ended(name));
    }
    return {};
}

} // namespace

HelperProgram::HelperProgram(std::unique_ptr<State> state) : m_state(std::move(state)) {}
HelperProgram::HelperProgram(HelperProgram&&) noexcept = default;
HelperProgram& HelperProgram::operator=(HelperProgram&&) noexcept = default;
HelperProgram::~HelperProgram() = default;

Result<HelperProgram> HelperProgram::start(const std::filesystem::path& program)
{
    auto state = std::make_unique<State>();
    state->name = program.filename().string();
    int pair[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return fail(ErrorKind::Io, "No connection to another program can be made", state->name);
    state->socket = pair[0];
    std::string language = "LC_ALL=C";
    char* environment[] = {language.data(), nullptr};
    const int error =
        bareSpawn({program.string()}, environment,
                  {.input = pair[1], .output = pair[1], .error = SpawnFiles::kNowhere}, state->pid);
    ::close(pair[1]);
    if (error == 0)
        return HelperProgram(std::move(state));
    state->pid = 0;
    return fail(error == ENOENT ? ErrorKind::NotFound : ErrorKind::Io,
                "The program cannot be started: " + std::string(std::strerror(error)),
                program.string(), "Install Rekindle again.");
}

Result<std::vector<std::byte>> HelperProgram::ask(std::span<const std::byte> question,
                                                  std::uint64_t mostAnswer,
                                                  std::chrono::milliseconds within)
{
    const auto end = Clock::now() + within;
    const State& self = *m_state;
    std::uint64_t length = question.size();
    const auto lengthBytes = std::as_writable_bytes(std::span(&length, 1));
    RK_CHECK(send(self.socket, lengthBytes, end, self.name));
    RK_CHECK(send(self.socket, question, end, self.name));
    RK_CHECK(receive(self.socket, lengthBytes, end, self.name));
    if (length > mostAnswer)
        return fail(ErrorKind::Limit, "The answer is longer than it can be", self.name);
    std::vector<std::byte> answer(length);
    RK_CHECK(receive(self.socket, answer, end, self.name));
    return answer;
}

} // namespace rekindle::job

#pragma once

#include <array>
#include <cstdio>
#include <sstream>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <sys/wait.h>

namespace rekindle::bench {

/// Another program's way of doing the same, run by tests/bench/peers.py in a process of its own.
class Peer
{
public:
    /// Waits until it has done its task once. Without it `why` says what is missing.
    explicit Peer(const std::vector<std::string>& task)
    {
        std::array<int, 2> toPeer{}, fromPeer{};
        if (::pipe(toPeer.data()) != 0 || ::pipe(fromPeer.data()) != 0) {
            m_why = "no pipes are left";
            return;
        }
        m_process = ::fork();
        if (m_process == 0) {
            ::dup2(toPeer[0], STDIN_FILENO);
            ::dup2(fromPeer[1], STDOUT_FILENO);
            for (const int end : {toPeer[0], toPeer[1], fromPeer[0], fromPeer[1]})
                ::close(end);
            run(task);
        }
        ::close(toPeer[0]);
        ::close(fromPeer[1]);
        m_to = ::fdopen(toPeer[1], "w");
        m_from = ::fdopen(fromPeer[0], "r");
        const std::string said = line();
        if (said != "ready")
            m_why = said.rfind("absent ", 0) == 0 ? said.substr(7) : "the peer did not start";
    }
    ~Peer()
    {
        if (m_to != nullptr)
            std::fclose(m_to);
        if (m_from != nullptr)
            std::fclose(m_from);
        if (m_process > 0)
            ::waitpid(m_process, nullptr, 0);
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    [[nodiscard]] bool there() const { return m_why.empty(); }
    [[nodiscard]] const std::string& why() const { return m_why; }

    /// Seconds of one run.
    [[nodiscard]] double seconds()
    {
        say("go\n");
        return std::strtod(line().c_str(), nullptr);
    }

    /// MiB of one run.
    struct Memory {
        double beyond = 0; ///< what lay there before
        double all = 0;    ///< the process's peak
    };
    [[nodiscard]] Memory memory()
    {
        say("memory\n");
        Memory memory;
        std::istringstream(line()) >> memory.beyond >> memory.all;
        return memory;
    }

private:
    [[noreturn]] static void run(const std::vector<std::string>& task)
    {
        std::vector<std::string> words{"python3", REKINDLE_SOURCE_DIR "/tests/bench/peers.py"};
        words.insert(words.end(), task.begin(), task.end());
        std::vector<char*> pointers;
        for (std::string& word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        // As its users run it: what this program set for itself is not theirs.
        ::unsetenv("OMP_WAIT_POLICY");
        ::unsetenv("GOMP_SPINCOUNT");
        ::execvp("python3", pointers.data());
        std::puts("absent python3 is not there");
        std::fflush(stdout);
        ::_exit(0);
    }
    void say(const char* what)
    {
        std::fputs(what, m_to);
        std::fflush(m_to);
    }
    std::string line()
    {
        std::string text;
        for (int c = std::fgetc(m_from); c != EOF && c != '\n'; c = std::fgetc(m_from))
            text.push_back(static_cast<char>(c));
        return text;
    }

    pid_t m_process = -1;
    std::FILE* m_to = nullptr;
    std::FILE* m_from = nullptr;
    std::string m_why;
};

} // namespace rekindle::bench

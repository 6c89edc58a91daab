#include "core/job/child_process.h"

#include "core/job/memory_kills.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> shell(const std::string& script)
{
    return {"/bin/sh", "-c", script};
}

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

bool waitFor(const std::function<bool()>& condition)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < until) {
        if (condition())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

/// Field `number` (from 1) of /proc/<pid>/stat: 4 parent, 6 session.
long statField(long pid, int number)
{
    std::istringstream text(contentOf("/proc/" + std::to_string(pid) + "/stat"));
    std::string field;
    for (int i = 0; i < number; ++i)
        text >> field;
    return field.empty() ? -1 : std::stol(field);
}

int g_asked = 0;

int interruptOnTheThirdAsk()
{
    return ++g_asked >= 3 ? SIGTERM : 0;
}

} // namespace

class TestChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowItEnded()
    {
        RK_UNWRAP(const auto good, job::runChild(shell("exit 0")));
        QCOMPARE(good.code, 0);
        QCOMPARE(good.signal, 0);
        RK_UNWRAP(const auto bad, job::runChild(shell("exit 7")));
        QCOMPARE(bad.code, 7);
        RK_UNWRAP(const auto killed, job::runChild(shell("kill -9 $$")));
        QCOMPARE(killed.signal, 9);
    }

    /// More than a pipe holds, so that a reader who waits for the end would hang.
    void outputIsKept()
    {
        RK_UNWRAP(const auto end, job::runChild(shell("head -c 300000 /dev/zero | tr '\\0' x")));
        QCOMPARE(end.code, 0);
        QVERIFY(end.output == std::string(300000, 'x'));
    }

    void killsForMemoryAreCounted()
    {
        const auto kills = [](const char* text) { return job::memoryKillsIn(text).value_or(999); };
        QCOMPARE(kills("low 0\nhigh 0\nmax 12\noom 4\noom_kill 3\noom_group_kill 1\n"),
                 std::uint64_t{3});
        QCOMPARE(kills("oom_kill_disable 0\nunder_oom 0\noom_kill 7\n"), std::uint64_t{7});
        QCOMPARE(kills("oom_kill 5"), std::uint64_t{5});
        QCOMPARE(kills("oom_kill_disable 1\nunder_oom 0\n"), std::uint64_t{999});
        QCOMPARE(kills(""), std::uint64_t{999});
        // A kill from outside is not one for memory.
        RK_UNWRAP(const auto killed, job::runChild(shell("kill -9 $$")));
        QVERIFY(!killed.outOfMemory);
    }

    void argumentsArriveAsTheyAre()
    {
        const test::TempFolder folder;
        const std::string odd = "a b\"c'$HOME;ü\n*";
        RK_UNWRAP(const auto end, job::runChild({"/bin/sh", "-c", "printf %s \"$1\" > \"$2\"", "sh",
                                                 odd, (folder / "out").string()}));
        QCOMPARE(end.code, 0);
        QCOMPARE(contentOf(folder / "out"), odd);
    }

    void aMissingProgramIsSaid()
    {
        RK_VERIFY_FAILS(ErrorKind::NotFound, job::runChild({"/no/such/program"}));
        RK_VERIFY_FAILS(ErrorKind::NotFound, job::startDetached({"/no/such/program"}));
        RK_VERIFY_FAILS(ErrorKind::Io, job::startDetached({"/etc/passwd"}));
        RK_VERIFY_FAILS(ErrorKind::Internal, job::runChild({}));
    }

    void aSignalIsPassedOnOnce()
    {
        const test::TempFolder folder;
        g_asked = 0;
        RK_UNWRAP(const auto end,
                  job::runChild(shell("trap 'echo got >> " + (folder / "out").string() +
                                      "; sleep 0.4; exit 5' TERM; while :; do sleep 0.05; done"),
                                interruptOnTheThirdAsk));
        QCOMPARE(end.code, 5);
        QCOMPARE(contentOf(folder / "out"), std::string("got\n"));
    }

    void nothingOfOursIsInherited()
    {
        const test::TempFolder folder;
        const int open = ::open("/dev/null", O_RDONLY); // as a library would, without O_CLOEXEC
        ::signal(SIGPIPE, SIG_IGN);
        RK_UNWRAP(const auto end,
                  job::runChild(shell("ls /proc/$$/fd > " + (folder / "fds").string() +
                                      "; grep SigIgn /proc/$$/status > " +
                                      (folder / "signals").string())));
        ::signal(SIGPIPE, SIG_DFL);
        ::close(open);
        QCOMPARE(end.code, 0);
        // ls itself has opened nothing yet when the shell's redirection is listed.
        QVERIFY(contentOf(folder / "fds").find(std::to_string(open) + '\n') == std::string::npos ||
                open < 3);
        const std::string signals = contentOf(folder / "signals");
        const auto ignored = std::stoull(signals.substr(signals.find('\t') + 1), nullptr, 16);
        QCOMPARE(ignored & (1ull << (SIGPIPE - 1)), 0ull);
    }

    void aDetachedChildLivesInASessionOfItsOwn()
    {
        RK_UNWRAP(const long pid, job::startDetached(shell("sleep 20")));
        QVERIFY(job::processAlive(pid));
        QCOMPARE(statField(pid, 6), pid);
        QVERIFY(statField(pid, 4) != ::getpid());
        ::kill(static_cast<pid_t>(pid), SIGKILL);
    }

    void aDetachedChildLeavesNoZombie()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const long pid, job::startDetached(shell("touch " + (folder / "ran").string())));
        QVERIFY(waitFor([&] { return fs::exists(folder / "ran"); }));
        QVERIFY(pid > 0);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
        QCOMPARE(errno, ECHILD);
    }

    void aDetachedChildOutlivesItsStarter()
    {
        const test::TempFolder folder;
        const fs::path ran = folder / "ran";
        const pid_t starter = ::fork();
        if (starter == 0) {
            static_cast<void>(
                job::startDetached(shell("sleep 0.3; touch " + ran.string())).has_value());
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(starter, nullptr, 0);
        QVERIFY(!fs::exists(ran));
        QVERIFY(waitFor([&] { return fs::exists(ran); }));
    }

    void whereTheProgramIs()
    {
        QVERIFY(fs::exists(job::programFolder() / "tst_child_process"));
        QVERIFY(job::processAlive(::getpid()));
        QVERIFY(!job::processAlive(0) && !job::processAlive(-1));
    }
};

QTEST_APPLESS_MAIN(TestChildProcess)
#include "tst_child_process.moc"

#include "core/job/child_process.h"
#include "core/run/supervisor.h"
#include "core/run/worker.h"

#include <atomic>
#include <csignal>
#include <unistd.h>

namespace rekindle::run {
namespace {

std::atomic<int> g_count{0};
std::atomic<int> g_first{0};
std::atomic<int> g_worker{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may use it");

/// No worker is left behind.
[[noreturn]] void stopAtOnce(int worker)
{
    if (worker > 0)
        ::kill(-worker, SIGKILL);
    ::_exit(130);
}

void onInterrupt(int signal)
{
    if (g_count.fetch_add(1) == 0) {
        g_first.store(signal);
        return;
    }
    // One that is being started has no number yet: interruptSignal() meets it in a moment.
    if (const int worker = g_worker.load(); worker != job::kStarting)
        stopAtOnce(worker);
}

void install(int signal, void (*handler)(int))
{
    struct sigaction action {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    static_cast<void>(::sigaction(signal, &action, nullptr));
}

} // namespace

void installSignals()
{
    install(SIGINT, onInterrupt);
    install(SIGTERM, onInterrupt);
    install(SIGPIPE, SIG_IGN);
    install(SIGHUP, SIG_IGN);
    // A limit on file sizes is then an error of write() like a full disk.
    install(SIGXFSZ, SIG_IGN);
}

std::atomic<int>& supervisedWorker()
{
    return g_worker;
}

int interrupts()
{
    return g_count.load();
}

int interruptSignal()
{
    if (const int worker = g_worker.load(); g_count.load() > 1 && worker != job::kStarting)
        stopAtOnce(worker);
    return g_first.load();
}

} // namespace rekindle::run

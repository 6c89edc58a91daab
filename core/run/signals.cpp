#include "core/job/child_process.h"
#include "core/run/supervisor.h"
#include "core/run/worker.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <unistd.h>

namespace rekindle::run {
namespace {

std::atomic<int> g_count{0};
std::atomic<int> g_first{0};
std::array<std::atomic<int>, kMostWorkers> g_workers{};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may use it");

/// Ends this process, and no worker is left behind. Not while one is being started, which has no
/// number yet: interruptSignal() meets it in a moment.
void stopUnlessStarting()
{
    for (const auto& worker : g_workers)
        if (worker.load() == job::kStarting)
            return;
    for (const auto& worker : g_workers)
        if (const int group = worker.load(); group > 0)
            ::kill(-group, SIGKILL);
    ::_exit(130);
}

void onInterrupt(int signal)
{
    if (g_count.fetch_add(1) == 0)
        g_first.store(signal);
    else
        stopUnlessStarting();
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

std::atomic<int>* supervision()
{
    const auto free = std::find_if(g_workers.begin(), g_workers.end(),
                                   [](const auto& worker) { return worker.load() == 0; });
    return free == g_workers.end() ? nullptr : &*free;
}

int interrupts()
{
    return g_count.load();
}

int interruptSignal()
{
    if (g_count.load() > 1)
        stopUnlessStarting();
    return g_first.load();
}

} // namespace rekindle::run

#include "app/decoder/decode_limits.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace rekindle::decoder {
namespace {

constexpr int kOutOfTime = 3;

void set(decltype(RLIMIT_AS) resource, rlim_t most)
{
    const rlimit limit{most, most};
    setrlimit(resource, &limit);
}

} // namespace

void limitForGood()
{
    set(RLIMIT_CORE, 0);
    set(RLIMIT_FSIZE, 0);
    // Below what is open already: nothing else can be opened.
    set(RLIMIT_NOFILE, 3);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    struct sigaction action {
    };
    action.sa_handler = [](int) { _exit(kOutOfTime); };
    sigaction(SIGPROF, &action, nullptr);
}

void limitMemory(std::uint32_t megabytes)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    rlimit limit{};
    getrlimit(RLIMIT_AS, &limit);
    limit.rlim_cur = rlim_t{megabytes} << 20;
    if (limit.rlim_cur > limit.rlim_max)
        limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_AS, &limit);
#else
    (void)megabytes; // a sanitizer takes terabytes of addresses
#endif
}

void limitTime(std::uint32_t milliseconds)
{
    itimerval timer{};
    timer.it_value.tv_sec = milliseconds / 1000;
    timer.it_value.tv_usec = static_cast<suseconds_t>(milliseconds % 1000) * 1000;
    setitimer(ITIMER_PROF, &timer, nullptr);
}

} // namespace rekindle::decoder

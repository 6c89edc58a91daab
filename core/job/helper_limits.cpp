#include "core/job/helper_limits.h"

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace rekindle::job {
namespace {

constexpr int kOutOfTime = 3;

void set(decltype(RLIMIT_AS) resource, rlim_t most)
{
    const rlimit limit{most, most};
    setrlimit(resource, &limit);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitsAddresses = false; // a sanitizer takes terabytes of them
#else
constexpr bool kLimitsAddresses = true;
#endif

} // namespace

void limitForGood(std::uint64_t files, std::uint64_t megabytes)
{
    set(RLIMIT_CORE, 0);
    set(RLIMIT_FSIZE, 0);
    set(RLIMIT_NOFILE, files);
    if (kLimitsAddresses && megabytes > 0)
        set(RLIMIT_AS, rlim_t{megabytes} << 20);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    struct sigaction action {
    };
    action.sa_handler = [](int) { _exit(kOutOfTime); };
    sigaction(SIGPROF, &action, nullptr);
}

void limitMemory(std::uint64_t megabytes)
{
    if (!kLimitsAddresses)
        return;
    rlimit limit{};
    getrlimit(RLIMIT_AS, &limit);
    limit.rlim_cur = std::min(rlim_t{megabytes} << 20, limit.rlim_max);
    setrlimit(RLIMIT_AS, &limit);
}

void limitTime(std::int64_t milliseconds)
{
    constexpr std::int64_t kThousand = 1000;
    itimerval timer{};
    timer.it_value.tv_sec = static_cast<time_t>(milliseconds / kThousand);
    timer.it_value.tv_usec = static_cast<suseconds_t>(milliseconds % kThousand * kThousand);
    setitimer(ITIMER_PROF, &timer, nullptr);
}

} // namespace rekindle::job

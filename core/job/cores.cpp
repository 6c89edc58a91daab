#include "core/job/cores.h"

#include "core/job/core_quota.h"

#include <algorithm>
#include <sched.h>
#include <thread>

namespace rekindle::job {
namespace {

constexpr int kMostLoaders = 8;
constexpr int kMostLoadersOfGpu = 16;

} // namespace

int usableCores()
{
    int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0)
        cores = std::min(cores, CPU_COUNT(&set));
    if (const auto quota = coreQuota("/"); quota && *quota < cores)
        cores = static_cast<int>(*quota);
    return std::max(1, cores);
}

ThreadShare shareCores(int wish, bool onGpu)
{
    const int usable = usableCores();
    const int cores = wish > 0 ? std::min(wish, usable) : usable;
    if (onGpu)
        return {1, std::clamp(cores, 1, kMostLoadersOfGpu)};
    const int loaders = std::clamp(cores / 4, 1, kMostLoaders);
    return {std::max(1, cores + 1 - loaders), loaders};
}

} // namespace rekindle::job

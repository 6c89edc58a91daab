#pragma once

namespace rekindle::job {

/// Cores this process may keep busy: the least of what the machine has, what its affinity mask
/// allows (taskset, cpusets) and what its control group's quota pays for (containers, batch
/// systems; 2.5 cores count as 2). At least 1.
[[nodiscard]] int usableCores();

/// How many threads a training computes with and how many prepare its images.
struct ThreadShare {
    int compute = 1;
    int loader = 1;
};

/// Shares cores out: one in four prepares images (1 to 8), and all threads together are at most one
/// more than there are cores, because those that read wait for the drive now and then. `wish` 0
/// takes all usable cores, a larger wish no more than those. A GPU computes by itself: one thread
/// feeds it, the others (at most 16) prepare images.
[[nodiscard]] ThreadShare shareCores(int wish, bool onGpu);

} // namespace rekindle::job

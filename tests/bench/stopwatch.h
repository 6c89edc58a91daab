#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace rekindle::bench {

/// Median seconds of one call over `repeats` calls, after one that is not counted.
inline double medianSeconds(int repeats, const std::function<void()>& body)
{
    using Clock = std::chrono::steady_clock;
    body();
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto start = Clock::now();
        body();
        times.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace rekindle::bench

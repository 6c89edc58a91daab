#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace rekindle::bench {

inline double secondsOf(const std::function<void()>& body)
{
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    body();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Median seconds of one call over `repeats` calls, after one that is not counted.
inline double medianSeconds(int repeats, const std::function<void()>& body)
{
    body();
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i)
        times.push_back(secondsOf(body));
    return median(times);
}

} // namespace rekindle::bench

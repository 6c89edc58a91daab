#pragma once

#include <ctime>

namespace rekindle::test {

/// Seconds that this thread has worked, whatever else the machine does.
inline double threadSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

} // namespace rekindle::test

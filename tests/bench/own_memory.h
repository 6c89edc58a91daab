#pragma once

#include <fstream>
#include <functional>
#include <string>

namespace rekindle::bench {

/// A line of /proc/self/status, MiB.
inline double statusMib(const std::string& field)
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kib = 0;
        if (word == field + ":" && status >> kib)
            return kib / 1024;
    }
    return 0;
}

/// What one run needs beyond what lies there before it, MiB.
inline double mibBeyond(const std::function<void()>& body)
{
    const double before = statusMib("VmRSS");
    std::ofstream("/proc/self/clear_refs") << "5";
    body();
    return statusMib("VmHWM") - before;
}

} // namespace rekindle::bench

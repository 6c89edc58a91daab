#pragma once

#include <cstdlib>
#include <unistd.h>

namespace rekindle::bench {

/// Starts the program anew with the setting with which the engine loads OpenMP, which reads it
/// before anything else runs. Called first.
inline void waitPatiently(char** words)
{
    if (std::getenv("OMP_WAIT_POLICY") != nullptr)
        return;
    ::setenv("OMP_WAIT_POLICY", "PASSIVE", 1);
    ::setenv("GOMP_SPINCOUNT", "2000", 0);
    ::execv("/proc/self/exe", words);
}

} // namespace rekindle::bench

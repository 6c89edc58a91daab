#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace rekindle::job {

/// What a program started by bareSpawn has as its standard files; -1 is /dev/null, kInherited ours.
struct SpawnFiles {
    static constexpr int kNowhere = -1;
    static constexpr int kInherited = -2;
    int input = kNowhere;
    int output = kNowhere;
    int error = kInherited;
};

/// The C array that posix_spawn and exec want; it points into `texts`.
std::vector<char*> textPointers(const std::vector<std::string>& texts);

/// Starts `arguments[0]` (a path, at least one argument) with nothing of ours: no files but the
/// standard three, no blocked or ignored signals, in a process group of its own, since an interrupt
/// of the terminal is ours to pass on. `environment` ends with a null. Returns 0 and the process in
/// `pid`, or the errno.
int bareSpawn(const std::vector<std::string>& arguments, char* const* environment,
              const SpawnFiles& files, pid_t& pid);

} // namespace rekindle::job

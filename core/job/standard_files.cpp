#include "core/job/standard_files.h"

#include <fcntl.h>
#include <unistd.h>

namespace rekindle::job {

void openStandardFiles()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO;) {
        if (::fcntl(fd, F_GETFD) >= 0)
            ++fd; // open, or just opened: the lowest free number is given out
        else if (::open("/dev/null", O_RDWR) < 0)
            return;
    }
}

} // namespace rekindle::job

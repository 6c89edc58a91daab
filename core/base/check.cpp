#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace rekindle {

void assertionFailed(const char* expression, const char* file, int line)
{
    std::fprintf(stderr, "rekindle: broken invariant %s at %s:%d\n", expression, file, line);
    std::abort();
}

} // namespace rekindle

#include "core/memory/lean_allocator.h"

#include <malloc.h>

namespace rekindle::memory {

void giveBackAtOnce()
{
    constexpr int kLarge = 256 << 10;
    // Said once, the C library no longer raises it by itself to the sizes that are freed.
    ::mallopt(M_MMAP_THRESHOLD, kLarge);
    ::mallopt(M_TRIM_THRESHOLD, kLarge);
}

} // namespace rekindle::memory

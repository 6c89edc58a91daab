#include "core/job/processor.h"

namespace rekindle::job {

bool cpuHasBf16()
{
    return __builtin_cpu_supports("avx512bf16") != 0;
}

} // namespace rekindle::job

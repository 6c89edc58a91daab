#pragma once

namespace rekindle::job {

/// Whether this processor computes in bfloat16 (AVX512-BF16) instead of imitating it, which is
/// hundreds of times slower than computing in 32 bits.
[[nodiscard]] bool cpuHasBf16();

} // namespace rekindle::job

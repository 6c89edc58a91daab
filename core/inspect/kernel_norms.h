#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rekindle::inspect {

/// The Frobenius norms of one convolution's kernel, in double precision.
struct KernelNorms {
    std::vector<std::int64_t> shape; ///< [O, I, ...]
    std::vector<double> filters;     ///< one per output filter
    double whole = 0;                ///< over the whole tensor
};

/// Of values that lie row-major; `wide`, unless it is empty, has them in float64 and is measured
/// in place of `narrow`. No norms where the first side is no count of filters.
[[nodiscard]] KernelNorms kernelNorms(const std::vector<std::int64_t>& shape,
                                      std::span<const float> narrow, std::span<const double> wide);

} // namespace rekindle::inspect

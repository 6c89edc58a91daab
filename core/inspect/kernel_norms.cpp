#include "core/inspect/kernel_norms.h"

#include "core/inspect/frobenius.h"

#include <cmath>
#include <cstddef>

namespace rekindle::inspect {

KernelNorms kernelNorms(const std::vector<std::int64_t>& shape, std::span<const float> narrow,
                        std::span<const double> wide)
{
    KernelNorms norms{shape, {}, 0};
    if (shape.empty() || shape[0] < 1)
        return norms;
    const bool exact = !wide.empty();
    const auto filters = static_cast<std::size_t>(shape[0]);
    const std::size_t size = (exact ? wide.size() : narrow.size()) / filters;
    norms.filters.reserve(filters);
    double sum = 0;
    for (std::size_t filter = 0; filter < filters; ++filter) {
        const auto row = exact ? wide.subspan(filter * size, size) : wide;
        const double square =
            exact ? sumOfSquares(row) : sumOfSquares(narrow.subspan(filter * size, size));
        sum += square;
        norms.filters.push_back(exact ? normOf(square, row) : std::sqrt(square));
    }
    norms.whole = exact ? normOf(sum, norms.filters) : std::sqrt(sum);
    return norms;
}

} // namespace rekindle::inspect

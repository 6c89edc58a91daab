#pragma once

#include <vector>

namespace rekindle::scores {

/// Mean, sample deviation (n - 1) and Student's 95 % interval of the mean over repeats. One value:
/// deviation 0 and no interval (low == high == mean).
struct Spread {
    double mean = 0, sd = 0, low = 0, high = 0;
};
[[nodiscard]] Spread spreadOf(const std::vector<double>& values);

} // namespace rekindle::scores

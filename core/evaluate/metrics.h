#pragma once

#include <cstdint>
#include <vector>

namespace rekindle::evaluate {

/// Rows: true class, columns: predicted class.
using Confusion = std::vector<std::vector<std::int64_t>>;

[[nodiscard]] Confusion confusion(const std::vector<std::int64_t>& truth,
                                  const std::vector<std::int64_t>& predicted, std::size_t classes);

/// Share of the diagonal, 0 to 1.
[[nodiscard]] double accuracy(const Confusion& table);

/// Mean of the per-class shares, over classes that occur; chance is 1 / classes.
[[nodiscard]] double balancedAccuracy(const Confusion& table);

/// Area under the ROC curve, one class against the rest, averaged over classes that occur with a
/// counterpart; ties count half. `scores` is [rows, classes], row-major. NaN when no class
/// qualifies.
[[nodiscard]] double auroc(const std::vector<std::int64_t>& truth, const std::vector<float>& scores,
                           std::size_t classes);

/// Mean, sample deviation (n - 1) and Student's 95 % interval of the mean over repeats. One value:
/// deviation 0 and no interval (low == high == mean).
struct Spread {
    double mean = 0, sd = 0, low = 0, high = 0;
};
[[nodiscard]] Spread spreadOf(const std::vector<double>& values);

} // namespace rekindle::evaluate

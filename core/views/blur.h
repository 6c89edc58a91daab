#pragma once

#include <vector>

namespace rekindle::views {

/// SimCLR's kernel for pictures of this side: 2 * floor((size // 10) / 2) + 1 weights of a
/// Gaussian, adding up to 1 (recipes 1.3, row 6).
[[nodiscard]] std::vector<float> blurKernel(int size, double sigma);

/// Blurs planes [planes, size, size] in place; zeros lie beyond the border.
void blur(float* values, int planes, int size, double sigma);

} // namespace rekindle::views

#pragma once

#include <vector>

namespace rekindle::views {

/// SimCLR's kernel for pictures of this side: 2 * floor((size // 10) / 2) + 1 weights of a
/// Gaussian, adding up to 1 (recipes 1.3, row 6).
[[nodiscard]] std::vector<float> blurKernel(int size, double sigma);

/// Blurs planes [planes, size, size] in place; zeros lie beyond the border.
void blur(float* values, int planes, int size, double sigma);

/// PIL's GaussianBlur of this radius (recipes 1.3, row 6): the weights of one box filter, whose
/// ends count in part; three of them in a row have the Gaussian's variance.
[[nodiscard]] std::vector<float> boxKernel(double radius);

/// Three box filters along each axis in place; the border is repeated beyond itself each time.
void boxBlur(float* values, int planes, int size, double radius);

} // namespace rekindle::views

#pragma once

#include "core/views/view_recipe.h"

#include <vector>

namespace rekindle::views {

/// SimCLR's kernel for pictures of this side: 2 * floor((size // 10) / 2) + 1 weights of a
/// Gaussian, adding up to 1 (recipes 1.3, row 6).
[[nodiscard]] std::vector<float> blurKernel(int size, double sigma);

/// PIL's GaussianBlur of this radius (recipes 1.3, row 6): the weights of one box filter, whose
/// ends count in part; three of them in a row have the Gaussian's variance.
[[nodiscard]] std::vector<float> boxKernel(double radius);

enum class Range {
    Any,
    Unit ///< clipped to [0, 1]
};

/// Blurs planes [planes, size, size] from `in`, whose values are lost, into `out`, elsewhere. Zeros
/// lie beyond the border of a Gaussian; of three box filters along each axis, which repeat the
/// border, it lies there each time.
void blur(BlurRule rule, double sigma, int planes, int size, Range range, float* in, float* out);

/// The same in place, not clipped.
void blur(BlurRule rule, double sigma, int planes, int size, float* values);

} // namespace rekindle::views

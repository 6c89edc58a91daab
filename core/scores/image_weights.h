#pragma once
// Private to the folder: how measures read the weights of images.

#include <cstddef>
#include <span>

namespace rekindle::scores {

/// No weights: each image counts once.
[[nodiscard]] inline double weightOf(std::span<const double> weights, std::size_t image)
{
    return weights.empty() ? 1.0 : weights[image];
}

} // namespace rekindle::scores

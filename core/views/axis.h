#pragma once

#include "core/views/view_recipe.h"

#include <cstdint>
#include <vector>

namespace rekindle::views {

/// Resampling along one axis as data: output i is the sum over t < taps of
/// weight[i * taps + t] * input[index[i * taps + t]]. Indices lie in 0 .. input length - 1.
struct Axis {
    int taps = 0;
    std::vector<std::int32_t> index;
    std::vector<float> weight;
};

/// A stretch of one axis of pixels to resample: where it begins and how long it is, in pixels of
/// the copy at hand, which has `scale` pixels for each of the image's own. Of the image as stored
/// all three are whole numbers, and scale is 1.
struct Stretch {
    double start = 0.0;
    double length = 0.0;
    double scale = 1.0;
};

/// TensorFlow 1's resize_bicubic without half pixels: source = i * length / out, Keys' kernel with
/// A = -0.75 read from a table of 1024 steps, edges repeated. `in` pixels are at hand.
[[nodiscard]] Axis tf1BicubicAxis(const Stretch& stretch, int in, int out);

/// TensorFlow 2's resize, bicubic, on half-pixel centres without antialias: Keys' kernel with
/// A = -0.5 from the same table; what lies beyond the edges has no weight, and the rest adds up
/// to 1.
[[nodiscard]] Axis tf2BicubicAxis(const Stretch& stretch, int in, int out);

/// Bilinear on half-pixel centres whose triangle grows with the reduction, as PIL and torchvision
/// with antialias; weights normalised at the edges.
[[nodiscard]] Axis triangleAxis(const Stretch& stretch, int in, int out);

[[nodiscard]] Axis resamplingAxis(Resampling resampling, const Stretch& stretch, int in, int out);

} // namespace rekindle::views

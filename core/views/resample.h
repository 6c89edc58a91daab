#pragma once

#include "core/image/image.h"
#include "core/views/crop.h"

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

/// TensorFlow 1's resize_bicubic without half pixels: source = i * in / out, Keys' kernel with
/// A = -0.75 read from a table of 1024 steps, edges repeated.
[[nodiscard]] Axis tf1BicubicAxis(int in, int out);

/// Bilinear on half-pixel centres whose triangle grows with the reduction, as PIL and torchvision
/// with antialias; weights normalised at the edges.
[[nodiscard]] Axis triangleAxis(int in, int out);

[[nodiscard]] Axis resamplingAxis(Resampling resampling, int in, int out);

enum class Mirror { No, LeftRight };

/// Crops and resizes to planes [channels, size, size] float32, in which the format's largest value
/// is 1. The bicubic kernel may leave [0, 1].
void resample(const image::Image& image, const CropBox& box, Resampling resampling, Mirror mirror,
              int size, float* planes);

} // namespace rekindle::views

#pragma once

#include "core/base/rng.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rekindle::scores {

/// How many resamples an interval is made of.
inline constexpr int kResamples = 2000;
/// Fewer where one takes long: `work` is how many numbers one resample looks at.
[[nodiscard]] int resamplesFor(double work);

/// Draws test images with replacement, by patient where patients are known: an image without one is
/// a unit of its own.
class Resampling
{
public:
    /// `patients` is empty or as long as `images`.
    Resampling(std::size_t images, const std::vector<std::string>& patients, std::uint64_t seed);

    /// How often each image was drawn this time. Valid until the next call.
    [[nodiscard]] std::span<const double> draw();
    /// What is drawn: patients, or images.
    [[nodiscard]] std::size_t units() const { return m_units; }

private:
    std::vector<std::uint32_t> m_unitOf; ///< of each image
    std::vector<double> m_drawn;         ///< how often, a unit
    std::vector<double> m_weights;
    std::size_t m_units = 0;
    Random m_random;
};

/// What resampled values say: the central 95 % and their standard deviation. Values that are not
/// finite are left out; without any all are 0.
struct Resampled {
    double low = 0, high = 0, error = 0;
};
[[nodiscard]] Resampled summarise(std::vector<double> values);

} // namespace rekindle::scores

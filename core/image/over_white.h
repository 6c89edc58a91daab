#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rekindle::image {

/// Lays a picture over white, its last channel how much of it covers: [pixels, channels + 1] ->
/// [pixels, channels].
template <class Sample>
[[nodiscard]] std::vector<Sample> overWhite(const std::vector<Sample>& raw, std::size_t channels,
                                            std::uint32_t largest)
{
    const std::size_t pixels = raw.size() / (channels + 1);
    std::vector<Sample> out(pixels * channels);
    for (std::size_t i = 0; i < pixels; ++i) {
        const Sample* in = raw.data() + i * (channels + 1);
        const std::uint64_t alpha = in[channels];
        for (std::size_t c = 0; c < channels; ++c) {
            const std::uint64_t sum = in[c] * alpha + std::uint64_t{largest} * (largest - alpha);
            out[i * channels + c] = static_cast<Sample>((sum + largest / 2) / largest);
        }
    }
    return out;
}

} // namespace rekindle::image

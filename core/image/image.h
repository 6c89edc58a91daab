#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rekindle::image {

/// A decoded picture: row-major, channels interleaved, no padding, at the depth it was stored with
/// (up to 8 bits in bytes, more in 16-bit words). Alpha is dropped by the decoder over white.
struct Image {
    int width = 0;
    int height = 0;
    int channels = 0; ///< 1 or 3
    int bits = 8;     ///< 1..16: the largest value is 2^bits - 1
    std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>> pixels;
    /// What is odd about the file although every pixel is there: a sentence; empty as a rule.
    std::string remark{};
};

/// Takes the values of a picture as of so many bits, where it was stored with more: what is larger
/// becomes the largest. Nothing for 0.
void takeBits(Image& image, int bits);

/// What a header says before anything is allocated.
struct ImageHeader {
    int width = 0;    ///< pixels, as shown: after turning a photograph upright
    int height = 0;   ///< pixels
    int channels = 0; ///< 1 grey, 2 grey + alpha, 3 colour, 4 colour + alpha
    int bits = 0;     ///< per channel, as stored
};

} // namespace rekindle::image

#pragma once

#include <cstdint>

namespace rekindle::image {

/// What the program rekindle-decoder is asked for: one frame of a DICOM file, without a word of
/// what else stands in that. The frame's compressed bytes follow. Both programs are of one build.
struct DecodeRequest {
    static constexpr std::uint32_t kMagic = 0x31636472;

    std::uint32_t magic = kMagic;
    char syntax[64] = {};      ///< the transfer syntax, by its UID
    char photometric[24] = {}; ///< as the file says
    std::uint32_t width = 0, height = 0;
    std::uint16_t samples = 1;
    std::uint16_t allocated = 8, stored = 8, high = 7; ///< bits
    std::uint16_t isSigned = 0;
    std::uint16_t milliseconds = 0; ///< of computing that it may take
    std::uint32_t megabytes = 0;    ///< of memory that it may take
};

enum class Decoded : std::uint32_t { Pixels, Failed };

/// Its answer; the pixels follow, [height, width, samples] of 1, 2 or 4 bytes in this machine's
/// order.
struct DecodeAnswer {
    Decoded outcome = Decoded::Failed;
    std::uint32_t isLumaChroma = 0; ///< colours are YBR still
    std::uint32_t bytesOfSample = 1;
};

} // namespace rekindle::image

#pragma once

#include "core/base/byte_view.h"

#include <cstdint>

namespace rekindle::archive {

/// CRC-32C (polynomial 0x82F63B78 reflected) of `bytes`, going on from `crc`; 0 to begin with.
[[nodiscard]] std::uint32_t crc32c(std::uint32_t crc, Bytes bytes);

/// The form in which LevelDB's tables and TensorFlow's bundles keep one, undone.
[[nodiscard]] constexpr std::uint32_t unmasked(std::uint32_t masked)
{
    const std::uint32_t turned = masked - 0xA282EAD8U;
    return (turned >> 17) | (turned << 15);
}
[[nodiscard]] constexpr std::uint32_t masked(std::uint32_t crc)
{
    return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

/// Whether two checksums agree. A fuzzer's own build lets all of them pass, since what lies behind
/// them would hardly ever be reached.
[[nodiscard]] constexpr bool agree([[maybe_unused]] std::uint32_t one,
                                   [[maybe_unused]] std::uint32_t other)
{
#if defined(FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION)
    return true;
#else
    return one == other;
#endif
}

} // namespace rekindle::archive

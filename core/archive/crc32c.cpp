#include "core/archive/crc32c.h"

#include <array>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace rekindle::archive {
namespace {

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

/// Table i holds what a byte does to the checksum i bytes later.
constexpr Tables makeTables()
{
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0x82F63B78U : 0U);
        tables[0][byte] = crc;
    }
    for (std::size_t i = 1; i < tables.size(); ++i) {
        for (std::size_t byte = 0; byte < 256; ++byte)
            tables[i][byte] = (tables[i - 1][byte] >> 8) ^ tables[0][tables[i - 1][byte] & 0xFFU];
    }
    return tables;
}

constexpr Tables kTables = makeTables();

std::uint32_t byTables(std::uint32_t crc, Bytes bytes)
{
    std::size_t at = 0;
    for (; bytes.size() - at >= 8; at += 8) {
        const std::uint64_t word = littleAt<std::uint64_t>(bytes, at) ^ crc;
        crc = 0;
        for (std::size_t i = 0; i < 8; ++i)
            crc ^= kTables[7 - i][(word >> (8 * i)) & 0xFFU];
    }
    for (; at < bytes.size(); ++at)
        crc = (crc >> 8) ^ kTables[0][(crc ^ std::to_integer<std::uint32_t>(bytes[at])) & 0xFFU];
    return crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t byInstruction(std::uint32_t crc, Bytes bytes)
{
    std::size_t at = 0;
    std::uint64_t wide = crc;
    for (; bytes.size() - at >= 8; at += 8)
        wide = _mm_crc32_u64(wide, littleAt<std::uint64_t>(bytes, at));
    crc = static_cast<std::uint32_t>(wide);
    for (; at < bytes.size(); ++at)
        crc = _mm_crc32_u8(crc, std::to_integer<std::uint8_t>(bytes[at]));
    return crc;
}
#endif

} // namespace

std::uint32_t crc32c(std::uint32_t crc, Bytes bytes)
{
#if defined(__x86_64__)
    static const bool kFast = __builtin_cpu_supports("sse4.2") != 0;
    if (kFast)
        return ~byInstruction(~crc, bytes);
#endif
    return ~byTables(~crc, bytes);
}

} // namespace rekindle::archive

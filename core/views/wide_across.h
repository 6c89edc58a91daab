#pragma once

#include "core/base/aligned.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rekindle::views {

/// Making a row narrow where the processor has AVX-512: it picks sixteen values out of thirty-two
/// at a time, so that sixteen outputs of one plane are mixed in as many steps as a window has
/// pixels. The numbers are those of any other processor.
class WideAcross
{
public:
    /// Whether the processor has it.
    [[nodiscard]] static bool isThere();
    /// Whether it can be done here at all, and for these windows: `taps` (even) pixels from
    /// `first[i]` on for output i, by weight[i * taps ...]. Sixteen windows in a row must lie
    /// within thirty-two pixels.
    [[nodiscard]] bool begin(std::span<const std::int32_t> first, const float* weight,
                             std::size_t taps);
    /// A row of each plane, 1 or 3 of them, with room for kBehind values behind its last pixel.
    struct Rows {
        std::array<const float*, 3> in{};
        std::array<float*, 3> out{};
        std::size_t planes = 3;
    };
    void mix(const Rows& rows) const;

    static constexpr std::size_t kBehind = 32;
    static constexpr std::size_t kWide = 16; ///< outputs at a time; `out` has room for a multiple

    /// Interleaved samples of three planes to a row each.
    static void part(const std::uint8_t* in, std::size_t count, float* red, float* green,
                     float* blue);
    static void part(const std::uint16_t* in, std::size_t count, float* red, float* green,
                     float* blue);

    /// What the steps are told of the windows: the members below.
    struct Windows {
        std::size_t taps = 0, groups = 0;
        const std::int32_t* base = nullptr;
        const std::int32_t* index = nullptr;
        const float* weight = nullptr;
    };

private:
    std::size_t m_taps = 0;
    std::vector<std::int32_t> m_base; ///< [groups]: the first pixel of sixteen windows
    std::vector<std::int32_t, LineAllocator<std::int32_t>>
        m_index;            ///< [groups, 16]: from there on, where each begins
    AlignedFloats m_weight; ///< [groups, taps, 16]
};

} // namespace rekindle::views

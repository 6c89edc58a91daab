#include "core/views/resampled_rows.h"

#include "core/image/vectorised.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace rekindle::views {
namespace {

/// A pixel is four values wide while a row is made narrow: red, green, blue and nothing, or four
/// rows of a grey picture.
using Four = float __attribute__((vector_size(16)));
using Eight = float __attribute__((vector_size(32)));
constexpr std::size_t kFour = 4;
constexpr std::size_t kEight = 8;
constexpr std::size_t kWide = 4; ///< vectors of eight in the processor's registers at a time

std::size_t roundedUp(std::size_t count, std::size_t multiple)
{
    return (count + multiple - 1) / multiple * multiple;
}

/// The pixels of a copy that a box touches, along one axis, and the stretch within them.
struct Touched {
    int first = 0;
    int count = 0;
    Stretch stretch; ///< from `first` on
};

Touched touched(int boxStart, int boxLength, int coversStart, int coversLength, int pixels)
{
    const double scale = static_cast<double>(pixels) / coversLength;
    const double start = (boxStart - coversStart) * scale;
    const double length = boxLength * scale;
    Touched axis;
    axis.first = std::clamp(static_cast<int>(std::floor(start)), 0, pixels - 1);
    const int end = std::clamp(static_cast<int>(std::ceil(start + length)), axis.first + 1, pixels);
    axis.count = end - axis.first;
    axis.stretch = {start - axis.first, length, scale};
    return axis;
}

/// Pixels of three samples to four values each, of which the last means nothing.
template <class Sample>
inline void spreadFrom(std::size_t first, const Sample* in, std::size_t count, float* out)
{
    for (std::size_t i = first; i < count; ++i) {
        for (std::size_t c = 0; c < kFour; ++c)
            out[kFour * i + c] = static_cast<float>(in[3 * i + c % 3]);
    }
}

#ifdef RK_FOR_AVX2
RK_FOR_AVX2 void spread(const std::uint8_t* in, std::size_t count, float* out)
{
    const __m128i order = _mm_setr_epi8(0, 1, 2, 0, 3, 4, 5, 3, 6, 7, 8, 6, 9, 10, 11, 9);
    std::size_t i = 0;
    // Sixteen bytes are read for twelve that are used.
    for (; i + kFour + 2 <= count; i += kFour) {
        __m128i bytes;
        std::memcpy(&bytes, in + 3 * i, sizeof bytes);
        bytes = _mm_shuffle_epi8(bytes, order);
        const __m256 low = _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(bytes));
        const __m256 high =
            _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_unpackhi_epi64(bytes, bytes)));
        _mm256_storeu_ps(out + kFour * i, low);
        _mm256_storeu_ps(out + kFour * i + kEight, high);
    }
    spreadFrom(i, in, count, out);
}
#endif

RK_OTHERWISE void spread(const std::uint8_t* in, std::size_t count, float* out)
{
    spreadFrom(0, in, count, out);
}

void spread(const std::uint16_t* in, std::size_t count, float* out)
{
    spreadFrom(0, in, count, out);
}

/// One column of pixels four values wide into four rows: out[r][x] for `size` (a multiple of 4)
/// outputs x. A window is an even number of pixels.
template <int Pairs>
inline __attribute__((always_inline)) void
mixColumns(const float* pixels, const std::int32_t* first, const float* quads, int pairs,
           std::size_t size, float* const* out)
{
    const auto count = static_cast<std::size_t>(Pairs > 0 ? Pairs : pairs);
    for (std::size_t x = 0; x < size; x += kFour) {
        Four sums[kFour];
        for (std::size_t p = 0; p < kFour; ++p) {
            const float* at = pixels + static_cast<std::size_t>(first[x + p]) * kFour;
            Eight values, weights;
            std::memcpy(&values, at, sizeof values);
            std::memcpy(&weights, quads, sizeof weights);
            Eight sum = values * weights;
            for (std::size_t k = 1; k < count; ++k) {
                std::memcpy(&values, at + k * kEight, sizeof values);
                std::memcpy(&weights, quads + k * kEight, sizeof weights);
                sum += values * weights;
            }
            quads += count * kEight;
            sums[p] = __builtin_shufflevector(sum, sum, 0, 1, 2, 3) +
                      __builtin_shufflevector(sum, sum, 4, 5, 6, 7);
        }
        const Four ab = __builtin_shufflevector(sums[0], sums[1], 0, 4, 1, 5);
        const Four cd = __builtin_shufflevector(sums[2], sums[3], 0, 4, 1, 5);
        const Four abHigh = __builtin_shufflevector(sums[0], sums[1], 2, 6, 3, 7);
        const Four cdHigh = __builtin_shufflevector(sums[2], sums[3], 2, 6, 3, 7);
        const Four rows[kFour] = {__builtin_shufflevector(ab, cd, 0, 1, 4, 5),
                                  __builtin_shufflevector(ab, cd, 2, 3, 6, 7),
                                  __builtin_shufflevector(abHigh, cdHigh, 0, 1, 4, 5),
                                  __builtin_shufflevector(abHigh, cdHigh, 2, 3, 6, 7)};
        std::memcpy(out[0] + x, &rows[0], sizeof(Four));
        std::memcpy(out[1] + x, &rows[1], sizeof(Four));
        std::memcpy(out[2] + x, &rows[2], sizeof(Four));
        if (out[3] != nullptr)
            std::memcpy(out[3] + x, &rows[3], sizeof(Four));
    }
}

RK_VECTORISED void mixAcross(const float* pixels, const std::int32_t* first, const float* quads,
                             int pairs, std::size_t size, float* const* out)
{
    if (pairs == 1)
        mixColumns<1>(pixels, first, quads, pairs, size, out);
    else if (pairs == 2)
        mixColumns<2>(pixels, first, quads, pairs, size, out);
    else
        mixColumns<0>(pixels, first, quads, pairs, size, out);
}

/// out[i] = sum over rows of weight * row[i], over whole blocks of kWide * kEight values. The
/// values of a block stay in the processor's registers.
template <int Taps>
inline __attribute__((always_inline)) void mixBlocks(const float* const* rows, const float* weights,
                                                     int taps, std::size_t count, float* out)
{
    constexpr std::size_t kBlock = kWide * kEight;
    const int all = Taps > 0 ? Taps : taps;
    for (std::size_t i = 0; i < count; i += kBlock) {
        // A last block that is not full is done twice in part.
        const std::size_t at = std::min(i, count - kBlock);
        Eight sums[kWide] = {};
        for (int t = 0; t < all; ++t) {
            const float weight = weights[t];
            for (std::size_t v = 0; v < kWide; ++v) {
                Eight values;
                std::memcpy(&values, rows[t] + at + v * kEight, sizeof values);
                sums[v] += values * weight;
            }
        }
        for (std::size_t v = 0; v < kWide; ++v)
            std::memcpy(out + at + v * kEight, &sums[v], sizeof sums[v]);
    }
}

RK_VECTORISED void mixDown(const float* const* rows, const float* weights, int taps,
                           std::size_t count, float* out)
{
    if (count >= kWide * kEight) {
        taps == static_cast<int>(kFour) ? mixBlocks<kFour>(rows, weights, taps, count, out)
                                        : mixBlocks<0>(rows, weights, taps, count, out);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        float sum = 0.0f;
        for (int t = 0; t < taps; ++t)
            sum += rows[t][i] * weights[t];
        out[i] = sum;
    }
}

} // namespace

/// Neighbours with a weight, in a row without gaps: where the edge is repeated its weights add up.
void ResampledRows::makeWindows(const Axis& axis, int outputs, int multiple, Windows& windows)
{
    const auto taps = static_cast<std::size_t>(axis.taps);
    const auto count = static_cast<std::size_t>(outputs);
    windows.first.assign(count, 0);
    std::int32_t longest = 1;
    // From behind, so that no window begins before the one in front of it.
    std::int32_t next = std::numeric_limits<std::int32_t>::max();
    for (std::size_t i = count; i-- > 0;) {
        std::int32_t high = 0;
        for (std::size_t at = i * taps; at < (i + 1) * taps; ++at) {
            if (axis.weight[at] == 0.0f)
                continue;
            next = std::min(next, axis.index[at]);
            high = std::max(high, axis.index[at]);
        }
        windows.first[i] = next;
        longest = std::max(longest, high - next + 1);
    }
    windows.taps = static_cast<int>(
        roundedUp(static_cast<std::size_t>(longest), static_cast<std::size_t>(multiple)));
    windows.weight.assign(count * static_cast<std::size_t>(windows.taps), 0.0f);
    for (std::size_t i = 0; i < count; ++i) {
        float* weights = windows.weight.data() + i * static_cast<std::size_t>(windows.taps);
        for (std::size_t at = i * taps; at < (i + 1) * taps; ++at) {
            if (axis.weight[at] != 0.0f)
                weights[axis.index[at] - windows.first[i]] += axis.weight[at];
        }
    }
}

/// What mixAcross reads: from left to right as the view has it, each weight for all four values of
/// a pixel, and to a multiple of four outputs.
void ResampledRows::setAcross(Mirror mirror)
{
    const auto taps = static_cast<std::size_t>(m_across.taps);
    const auto size = static_cast<std::size_t>(m_size);
    m_quads.resize(m_stride * taps * kFour);
    std::fill(m_quads.begin() + static_cast<std::ptrdiff_t>(size * taps * kFour), m_quads.end(),
              0.0f);
    std::vector<std::int32_t> first(m_stride, 0);
    for (std::size_t x = 0; x < size; ++x) {
        const std::size_t from = mirror == Mirror::LeftRight ? size - 1 - x : x;
        first[x] = m_across.first[from];
        for (std::size_t t = 0; t < taps; ++t)
            std::fill_n(m_quads.data() + (x * taps + t) * kFour, kFour,
                        m_across.weight[from * taps + t]);
    }
    m_across.first = std::move(first);
}

void ResampledRows::begin(const image::ImagePart& part, const image::ImageBox& box,
                          Resampling resampling, Mirror mirror, int size)
{
    m_image = &part.pixels;
    m_size = size;
    m_stride = roundedUp(static_cast<std::size_t>(size), kFour);
    const Touched x = touched(box.x, box.width, part.covers.x, part.covers.width, m_image->width);
    const Touched y =
        touched(box.y, box.height, part.covers.y, part.covers.height, m_image->height);
    m_used = {x.first, y.first, x.count, y.count};
    makeWindows(resamplingAxis(resampling, x.stretch, x.count, size), size, 2, m_across);
    makeWindows(resamplingAxis(resampling, y.stretch, y.count, size), size, 1, m_down);
    setAcross(mirror);
    const float unit = 1.0f / static_cast<float>((1 << m_image->bits) - 1);
    for (float& weight : m_down.weight)
        weight *= unit;
    const bool isGrey = m_image->channels == 1;
    m_together = isGrey ? static_cast<int>(kFour) : 1;
    m_slots = m_down.taps + m_together;
    m_nextRow = 0;
    const auto planes = static_cast<std::size_t>(m_image->channels);
    const auto width = static_cast<std::size_t>(x.count);
    // Pixels behind the last one have no weight; they are numbers all the same.
    m_pixels.assign((width + static_cast<std::size_t>(m_across.taps)) * kFour, 0.0f);
    m_kept.resize(static_cast<std::size_t>(m_slots) * planes * m_stride);
    m_rows.resize(static_cast<std::size_t>(m_down.taps));
}

float* ResampledRows::kept(int row)
{
    const auto planes = static_cast<std::size_t>(m_image->channels);
    return m_kept.data() + static_cast<std::size_t>(row % m_slots) * planes * m_stride;
}

/// Makes `m_together` rows from `row` on narrow.
void ResampledRows::fetch(int row)
{
    const auto width = static_cast<std::size_t>(m_used.width);
    const auto stride = static_cast<std::size_t>(m_image->width);
    const auto pixelAt = [&](int y) {
        return static_cast<std::size_t>(m_used.y + y) * stride + static_cast<std::size_t>(m_used.x);
    };
    std::array<float*, kFour> rows{};
    if (m_image->channels == 1) {
        for (std::size_t r = 0; r < kFour; ++r) {
            // Behind the last row stands the last once more: nothing reads what comes of it.
            const int y = std::min(row + static_cast<int>(r), m_used.height - 1);
            std::visit(
                [&](const auto& samples) {
                    const auto* in = samples.data() + pixelAt(y);
                    for (std::size_t x = 0; x < width; ++x)
                        m_pixels[kFour * x + r] = static_cast<float>(in[x]);
                },
                m_image->pixels);
            rows[r] = kept(row + static_cast<int>(r));
        }
    } else {
        std::visit(
            [&](const auto& samples) {
                spread(samples.data() + 3 * pixelAt(row), width, m_pixels.data());
            },
            m_image->pixels);
        for (std::size_t c = 0; c < 3; ++c)
            rows[c] = kept(row) + c * m_stride;
    }
    mixAcross(m_pixels.data(), m_across.first.data(), m_quads.data(), m_across.taps / 2, m_stride,
              rows.data());
}

void ResampledRows::row(int y, const std::array<float*, 3>& planes)
{
    const auto at = static_cast<std::size_t>(y);
    const int first = m_down.first[at];
    const int end = std::min(first + m_down.taps, m_used.height);
    m_nextRow = std::max(m_nextRow, first);
    while (m_nextRow < end) {
        fetch(m_nextRow);
        m_nextRow += m_together;
    }
    const float* weights = m_down.weight.data() + at * m_rows.size();
    for (std::size_t c = 0; c < static_cast<std::size_t>(m_image->channels); ++c) {
        // A window may reach behind the last row, where it has no weight.
        for (std::size_t t = 0; t < m_rows.size(); ++t)
            m_rows[t] =
                kept(std::min(first + static_cast<int>(t), m_used.height - 1)) + c * m_stride;
        mixDown(m_rows.data(), weights, m_down.taps, static_cast<std::size_t>(m_size),
                planes.at(c));
    }
}

} // namespace rekindle::views

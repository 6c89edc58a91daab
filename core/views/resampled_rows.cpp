#include "core/views/resampled_rows.h"

#include "core/image/vectorised.h"
#include "core/views/blocks.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace rekindle::views {
namespace {

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

/// Four neighbours four values wide each into what stands side by side: out[r][p] = at[p][r].
RK_WITHIN void storeTurned(const Four& a, const Four& b, const Four& c, const Four& d,
                           float* const* out, std::size_t x)
{
    const Four ab = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    const Four cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
    const Four abHigh = __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const Four cdHigh = __builtin_shufflevector(c, d, 2, 6, 3, 7);
    store(out[0] + x, __builtin_shufflevector(ab, cd, 0, 1, 4, 5));
    store(out[1] + x, __builtin_shufflevector(ab, cd, 2, 3, 6, 7));
    store(out[2] + x, __builtin_shufflevector(abHigh, cdHigh, 0, 1, 4, 5));
    if (out[3] != nullptr)
        store(out[3] + x, __builtin_shufflevector(abHigh, cdHigh, 2, 3, 6, 7));
}

/// What two rows of pixels are mixed with, and into what.
struct Across {
    const std::int32_t* first = nullptr;
    const float* quads = nullptr;
    std::size_t pairs = 0; ///< of pixels in a window
    std::size_t size = 0;  ///< outputs, a multiple of four
    std::size_t apart = 0; ///< values from one of the two rows to the other
};

/// Two rows of pixels four values wide (red, green, blue and nothing, or four rows of a grey
/// picture) into four rows each: they share the weights.
template <std::size_t Pairs>
RK_WITHIN void mixColumns(const float* pixels, const Across& across, float* const* out)
{
    const std::size_t count = Pairs > 0 ? Pairs : across.pairs;
    const float* quads = across.quads;
    for (std::size_t x = 0; x < across.size; x += kFour) {
        Four upper[kFour], lower[kFour];
        for (std::size_t p = 0; p < kFour; ++p) {
            const float* at = pixels + static_cast<std::size_t>(across.first[x + p]) * kFour;
            const float* below = at + across.apart;
            Eight values, weights;
            load(weights, quads);
            load(values, at);
            Eight above = values * weights;
            load(values, below);
            Eight under = values * weights;
            for (std::size_t k = kEight; k < count * kEight; k += kEight) {
                load(weights, quads + k);
                load(values, at + k);
                above += values * weights;
                load(values, below + k);
                under += values * weights;
            }
            quads += count * kEight;
            upper[p] = __builtin_shufflevector(above, above, 0, 1, 2, 3) +
                       __builtin_shufflevector(above, above, 4, 5, 6, 7);
            lower[p] = __builtin_shufflevector(under, under, 0, 1, 2, 3) +
                       __builtin_shufflevector(under, under, 4, 5, 6, 7);
        }
        storeTurned(upper[0], upper[1], upper[2], upper[3], out, x);
        storeTurned(lower[0], lower[1], lower[2], lower[3], out + kFour, x);
    }
}

RK_VECTORISED void mixAcross(const float* pixels, const Across& across, float* const* out)
{
    if (across.pairs == 1)
        mixColumns<1>(pixels, across, out);
    else if (across.pairs == 2)
        mixColumns<2>(pixels, across, out);
    else
        mixColumns<0>(pixels, across, out);
}

/// Rows and their weights, of which a row is mixed.
struct Down {
    const float* const* rows = nullptr;
    const float* weights = nullptr;
    int taps = 0;
    std::size_t count = 0; ///< values of a row
};

/// out[i] = sum over rows of weight * row[i], from `i` on over whole blocks; how far it came.
template <int Taps, class Vector>
RK_WITHIN std::size_t mixBlocks(const Down& down, std::size_t i, float* out)
{
    const int taps = Taps > 0 ? Taps : down.taps;
    for (; i + Block<Vector>::kCount <= down.count; i += Block<Vector>::kCount) {
        Block<Vector> sums;
        load(sums, down.rows[0] + i);
        scale(sums, down.weights[0]);
        for (int t = 1; t < taps; ++t) {
            Block<Vector> values;
            load(values, down.rows[t] + i);
            scale(values, down.weights[t]);
            add(sums, values);
        }
        store(out + i, sums);
    }
    return i;
}

/// With these vectors, the widest first, and what is left by itself.
template <class... Vectors>
RK_WITHIN void mixWith(const Down& down, float* out)
{
    std::size_t i = 0;
    if (down.taps == static_cast<int>(kFour))
        ((i = mixBlocks<kFour, Vectors>(down, i, out)), ...);
    else
        ((i = mixBlocks<0, Vectors>(down, i, out)), ...);
    for (; i < down.count; ++i) {
        float sum = down.rows[0][i] * down.weights[0];
        for (int t = 1; t < down.taps; ++t)
            sum += down.rows[t][i] * down.weights[t];
        out[i] = sum;
    }
}

#ifdef RK_FOR_AVX2
RK_FOR_AVX512 void mixDown(const Down& down, float* out)
{
    mixWith<Sixteen, Eight, Four>(down, out);
}

RK_FOR_AVX2 void mixDown(const Down& down, float* out)
{
    mixWith<Eight, Four>(down, out);
}
#endif

RK_OTHERWISE void mixDown(const Down& down, float* out)
{
    mixWith<Four>(down, out);
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

/// Windows from left to right as the view has them, and to a multiple of outputs; without the
/// processor's wide steps each weight is there for all four values of a pixel.
void ResampledRows::setAcross(Mirror mirror)
{
    const auto taps = static_cast<std::size_t>(m_across.taps);
    const auto size = static_cast<std::size_t>(m_size);
    if (mirror == Mirror::LeftRight) {
        std::reverse(m_across.first.begin(), m_across.first.end());
        std::reverse(m_across.weight.begin(), m_across.weight.end());
        for (std::size_t x = 0; x < size; ++x)
            std::reverse(m_across.weight.data() + x * taps,
                         m_across.weight.data() + (x + 1) * taps);
    }
    m_isWide = m_wide.begin(m_across.first, m_across.weight.data(), taps);
    if (m_isWide)
        return;
    m_across.first.resize(m_stride, 0);
    m_quads.resize(m_stride * taps * kFour);
    std::fill(m_quads.begin() + static_cast<std::ptrdiff_t>(size * taps * kFour), m_quads.end(),
              0.0f);
    for (std::size_t i = 0; i < size * taps; ++i)
        std::fill_n(m_quads.data() + i * kFour, kFour, m_across.weight[i]);
}

void ResampledRows::begin(const image::ImagePart& part, const image::ImageBox& box,
                          Resampling resampling, Mirror mirror, int size)
{
    m_image = &part.pixels;
    m_size = size;
    m_stride = roundedUp(static_cast<std::size_t>(size), WideAcross::kWide);
    const Touched x = touched(box.x, box.width, part.covers.x, part.covers.width, m_image->width);
    const Touched y =
        touched(box.y, box.height, part.covers.y, part.covers.height, m_image->height);
    m_used = {x.first, y.first, x.count, y.count};
    m_hasPlanes = part.planes.has_value();
    if (m_hasPlanes)
        m_planes.begin(part, x.first, x.count);
    makeWindows(resamplingAxis(resampling, x.stretch, x.count, size), size, 2, m_across);
    makeWindows(resamplingAxis(resampling, y.stretch, y.count, size), size, 1, m_down);
    setAcross(mirror);
    const float unit = 1.0f / static_cast<float>((1 << m_image->bits) - 1);
    for (float& weight : m_down.weight)
        weight *= unit;
    const auto planes = static_cast<std::size_t>(m_image->channels);
    const std::size_t width = m_hasPlanes ? PlaneRows::roomFor(static_cast<std::size_t>(x.count))
                                          : static_cast<std::size_t>(x.count);
    // Pixels behind the last one have no weight; they are numbers all the same.
    if (m_isWide) {
        m_together = 1;
        m_apart = roundedUp(width + WideAcross::kBehind, WideAcross::kWide);
        m_pixels.assign(planes * m_apart, 0.0f);
    } else {
        m_together = planes == 1 ? 2 * static_cast<int>(kFour) : 2;
        m_apart = (width + static_cast<std::size_t>(m_across.taps)) * kFour;
        m_pixels.assign(2 * m_apart, 0.0f);
    }
    m_slots = m_down.taps + m_together;
    m_nextRow = 0;
    m_kept.resize(static_cast<std::size_t>(m_slots) * planes * m_stride);
    m_rows.resize(static_cast<std::size_t>(m_down.taps));
}

float* ResampledRows::kept(int row)
{
    const auto planes = static_cast<std::size_t>(m_image->channels);
    return m_kept.data() + static_cast<std::size_t>(row % m_slots) * planes * m_stride;
}

/// Where a row of those used stands in the picture; the last one where it has no such row.
int ResampledRows::lineOf(int row) const
{
    return m_used.y + std::min(row, m_used.height - 1);
}

/// The used pixels of a row.
template <class Sample>
const Sample* ResampledRows::pixelsOf(const std::vector<Sample>& samples, int row) const
{
    return samples.data() +
           (static_cast<std::size_t>(lineOf(row)) * static_cast<std::size_t>(m_image->width) +
            static_cast<std::size_t>(m_used.x)) *
               static_cast<std::size_t>(m_image->channels);
}

template <class Sample>
void ResampledRows::fetchWide(const std::vector<Sample>& samples, int row)
{
    const auto width = static_cast<std::size_t>(m_used.width);
    float* pixels = m_pixels.data();
    if (m_hasPlanes) {
        m_planes.apart(lineOf(row), pixels, pixels + m_apart, pixels + 2 * m_apart);
    } else if (m_image->channels == 3) {
        WideAcross::part(pixelsOf(samples, row), width, pixels, pixels + m_apart,
                         pixels + 2 * m_apart);
    } else {
        const Sample* in = pixelsOf(samples, row);
        std::transform(in, in + width, pixels,
                       [](Sample sample) { return static_cast<float>(sample); });
    }
    float* const out = kept(row);
    m_wide.mix({{pixels, pixels + m_apart, pixels + 2 * m_apart},
                {out, out + m_stride, out + 2 * m_stride},
                static_cast<std::size_t>(m_image->channels)});
}

/// Two rows at a time, or eight of a grey picture. What comes of rows that the picture does not
/// have is not read.
template <class Sample>
void ResampledRows::fetchQuads(const std::vector<Sample>& samples, int row)
{
    const auto width = static_cast<std::size_t>(m_used.width);
    std::array<float*, 2 * kFour> rows{};
    for (std::size_t half = 0; half < 2; ++half) {
        float* pixels = m_pixels.data() + half * m_apart;
        if (m_image->channels == 3) {
            const int y = row + static_cast<int>(half);
            if (m_hasPlanes)
                m_planes.together(lineOf(y), pixels);
            else
                spread(pixelsOf(samples, y), width, pixels);
            for (std::size_t c = 0; c < 3; ++c)
                rows[half * kFour + c] = kept(y) + c * m_stride;
            continue;
        }
        for (std::size_t r = 0; r < kFour; ++r) {
            const int y = row + static_cast<int>(half * kFour + r);
            const Sample* in = pixelsOf(samples, y);
            for (std::size_t x = 0; x < width; ++x)
                pixels[kFour * x + r] = static_cast<float>(in[x]);
            rows[half * kFour + r] = kept(y);
        }
    }
    mixAcross(m_pixels.data(),
              {m_across.first.data(), m_quads.data(), static_cast<std::size_t>(m_across.taps) / 2,
               m_stride, m_apart},
              rows.data());
}

/// Makes `m_together` rows from `row` on narrow.
void ResampledRows::fetch(int row)
{
    std::visit(
        [&](const auto& samples) { m_isWide ? fetchWide(samples, row) : fetchQuads(samples, row); },
        m_image->pixels);
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
    // A window may reach behind the last row, where it has no weight.
    for (std::size_t t = 0; t < m_rows.size(); ++t)
        m_rows[t] = kept(std::min(first + static_cast<int>(t), m_used.height - 1));
    for (std::size_t c = 0; c < static_cast<std::size_t>(m_image->channels); ++c) {
        mixDown({m_rows.data(), weights, m_down.taps, static_cast<std::size_t>(m_size)},
                planes.at(c));
        for (const float*& row : m_rows)
            row += m_stride;
    }
}

} // namespace rekindle::views

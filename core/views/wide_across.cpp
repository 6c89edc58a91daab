#include "core/views/wide_across.h"

#include "core/image/vectorised.h"

#include <algorithm>

namespace rekindle::views {
namespace {

template <class Sample>
void partFrom(std::size_t first, const Sample* in, std::size_t count, float* red, float* green,
              float* blue)
{
    for (std::size_t i = first; i < count; ++i) {
        red[i] = static_cast<float>(in[3 * i]);
        green[i] = static_cast<float>(in[3 * i + 1]);
        blue[i] = static_cast<float>(in[3 * i + 2]);
    }
}

bool hasWideSteps()
{
#ifdef RK_FOR_AVX512
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0;
#else
    return false;
#endif
}

} // namespace

void WideAcross::part(const std::uint16_t* in, std::size_t count, float* red, float* green,
                      float* blue)
{
    partFrom(0, in, count, red, green, blue);
}

bool WideAcross::isThere()
{
    static const bool kHas = hasWideSteps();
    return kHas;
}

bool WideAcross::begin(std::span<const std::int32_t> first, const float* weight, std::size_t taps)
{
    if (!isThere() || taps > kWide)
        return false;
    const std::size_t groups = (first.size() + kWide - 1) / kWide;
    m_taps = taps;
    m_base.resize(groups);
    m_index.assign(groups * kWide, 0);
    m_weight.assign(groups * taps * kWide, 0.0f);
    for (std::size_t group = 0; group < groups; ++group) {
        const std::size_t from = group * kWide, end = std::min(from + kWide, first.size());
        const auto windows = first.subspan(from, end - from);
        const auto [low, high] = std::minmax_element(windows.begin(), windows.end());
        if (static_cast<std::size_t>(*high - *low) + taps > 2 * kWide)
            return false;
        m_base[group] = *low;
        for (std::size_t i = from; i < end; ++i) {
            m_index[i] = first[i] - *low;
            for (std::size_t t = 0; t < taps; ++t)
                m_weight[(group * taps + t) * kWide + i - from] = weight[i * taps + t];
        }
    }
    return true;
}

#ifdef RK_FOR_AVX512

/// `Planes` rows at a time share weights and where they belong.
template <std::size_t Planes>
RK_FOR_AVX512 static inline void mixPlanes(const WideAcross::Windows& windows,
                                           const WideAcross::Rows& rows)
{
    constexpr std::size_t kWide = WideAcross::kWide;
    const float* weight = windows.weight;
    const __m512i one = _mm512_set1_epi32(1);
    for (std::size_t group = 0; group < windows.groups; ++group) {
        __m512 low[Planes], high[Planes];
        // Even and odd neighbours apart, as other processors have them.
        __m512 even[Planes], odd[Planes];
        for (std::size_t plane = 0; plane < Planes; ++plane) {
            const float* from = rows.in[plane] + windows.base[group];
            low[plane] = _mm512_loadu_ps(from);
            high[plane] = _mm512_loadu_ps(from + kWide);
            even[plane] = _mm512_setzero_ps();
            odd[plane] = _mm512_setzero_ps();
        }
        __m512i here = _mm512_loadu_si512(windows.index + group * kWide);
        for (std::size_t t = 0; t < windows.taps; t += 2, weight += 2 * kWide) {
            const __m512i next = _mm512_add_epi32(here, one);
            const __m512 first = _mm512_loadu_ps(weight), second = _mm512_loadu_ps(weight + kWide);
            for (std::size_t plane = 0; plane < Planes; ++plane) {
                even[plane] = _mm512_add_ps(
                    even[plane],
                    _mm512_mul_ps(_mm512_permutex2var_ps(low[plane], here, high[plane]), first));
                odd[plane] = _mm512_add_ps(
                    odd[plane],
                    _mm512_mul_ps(_mm512_permutex2var_ps(low[plane], next, high[plane]), second));
            }
            here = _mm512_add_epi32(next, one);
        }
        for (std::size_t plane = 0; plane < Planes; ++plane)
            _mm512_storeu_ps(rows.out[plane] + group * kWide,
                             _mm512_add_ps(even[plane], odd[plane]));
    }
}

RK_FOR_AVX512 void WideAcross::mix(const Rows& rows) const
{
    const Windows windows{m_taps, m_base.size(), m_base.data(), m_index.data(), m_weight.data()};
    rows.planes == 3 ? mixPlanes<3>(windows, rows) : mixPlanes<1>(windows, rows);
}

/// With a mask of all ones: without one the compiler's own header reads what was never set.
RK_FOR_AVX512 static inline __m512 sixteenFrom(__m128i bytes)
{
    constexpr __mmask16 kAll = 0xffff;
    return _mm512_maskz_cvtepi32_ps(kAll, _mm512_maskz_cvtepu8_epi32(kAll, bytes));
}

RK_FOR_AVX512 void WideAcross::part(const std::uint8_t* in, std::size_t count, float* red,
                                    float* green, float* blue)
{
    constexpr char kNo = -1;
    // Where the sixteen samples of a plane lie in three times sixteen bytes.
    const __m128i redOf[] = {
        _mm_setr_epi8(0, 3, 6, 9, 12, 15, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo),
        _mm_setr_epi8(kNo, kNo, kNo, kNo, kNo, kNo, 2, 5, 8, 11, 14, kNo, kNo, kNo, kNo, kNo),
        _mm_setr_epi8(kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, 1, 4, 7, 10, 13)};
    const __m128i greenOf[] = {
        _mm_setr_epi8(1, 4, 7, 10, 13, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo),
        _mm_setr_epi8(kNo, kNo, kNo, kNo, kNo, 0, 3, 6, 9, 12, 15, kNo, kNo, kNo, kNo, kNo),
        _mm_setr_epi8(kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, 2, 5, 8, 11, 14)};
    const __m128i blueOf[] = {
        _mm_setr_epi8(2, 5, 8, 11, 14, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo),
        _mm_setr_epi8(kNo, kNo, kNo, kNo, kNo, 1, 4, 7, 10, 13, kNo, kNo, kNo, kNo, kNo, kNo),
        _mm_setr_epi8(kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, 0, 3, 6, 9, 12, 15)};
    std::size_t i = 0;
    for (; i + kWide <= count; i += kWide) {
        const auto* at = reinterpret_cast<const __m128i*>(in + 3 * i);
        const __m128i a = _mm_loadu_si128(at), b = _mm_loadu_si128(at + 1),
                      c = _mm_loadu_si128(at + 2);
        const __m128i r =
            _mm_or_si128(_mm_or_si128(_mm_shuffle_epi8(a, redOf[0]), _mm_shuffle_epi8(b, redOf[1])),
                         _mm_shuffle_epi8(c, redOf[2]));
        const __m128i g = _mm_or_si128(
            _mm_or_si128(_mm_shuffle_epi8(a, greenOf[0]), _mm_shuffle_epi8(b, greenOf[1])),
            _mm_shuffle_epi8(c, greenOf[2]));
        const __m128i u = _mm_or_si128(
            _mm_or_si128(_mm_shuffle_epi8(a, blueOf[0]), _mm_shuffle_epi8(b, blueOf[1])),
            _mm_shuffle_epi8(c, blueOf[2]));
        _mm512_storeu_ps(red + i, sixteenFrom(r));
        _mm512_storeu_ps(green + i, sixteenFrom(g));
        _mm512_storeu_ps(blue + i, sixteenFrom(u));
    }
    partFrom(i, in, count, red, green, blue);
}

#else

void WideAcross::mix(const Rows& rows) const
{
    for (std::size_t plane = 0; plane < rows.planes; ++plane) {
        for (std::size_t i = 0; i < m_index.size(); ++i) {
            const std::size_t group = i / kWide;
            const float* at = rows.in[plane] + m_base[group] + m_index[i];
            const float* weight = m_weight.data() + group * m_taps * kWide + i % kWide;
            float even = 0.0f, odd = 0.0f;
            for (std::size_t t = 0; t < m_taps; t += 2) {
                even += at[t] * weight[t * kWide];
                odd += at[t + 1] * weight[(t + 1) * kWide];
            }
            rows.out[plane][i] = even + odd;
        }
    }
}

void WideAcross::part(const std::uint8_t* in, std::size_t count, float* red, float* green,
                      float* blue)
{
    partFrom(0, in, count, red, green, blue);
}

#endif

} // namespace rekindle::views

#include "core/views/plane_rows.h"

#include "core/image/vectorised.h"
#include "core/views/blocks.h"

#include <algorithm>
#include <bit>
#include <variant>

namespace rekindle::views {
namespace {

/// JFIF's matrix in 65536ths, and its halves for rounding.
constexpr int kShift = 16;
constexpr int kHalf = 1 << (kShift - 1);
constexpr int kMiddle = 128;
constexpr int kRedOfRed = 91881;
constexpr int kBlueOfBlue = 116130;
constexpr int kGreenOfRed = -46802;
constexpr int kGreenOfBlue = -22554;

RK_WITHIN int byteOf(int value)
{
    value = value > 0 ? value : 0;
    return value < 255 ? value : 255;
}

/// What a pixel's differences of colour add to its brightness.
struct Levels {
    int red, green, blue;
};

RK_WITHIN Levels levelsOf(int luma, int toBlue, int toRed)
{
    const int b = toBlue - kMiddle, r = toRed - kMiddle;
    return {byteOf(luma + ((kRedOfRed * r + kHalf) >> kShift)),
            byteOf(luma + ((kGreenOfBlue * b + kGreenOfRed * r + kHalf) >> kShift)),
            byteOf(luma + ((kBlueOfBlue * b + kHalf) >> kShift))};
}

/// What loops do at a time. They do not stop within it: there is room for more than is asked.
constexpr std::size_t kTogether = image::JpegPlanes::kBehind;

std::size_t wholeOf(std::size_t count)
{
    return (count + kTogether - 1) / kTogether * kTogether;
}

/// A row's brightness and differences of colour, one value a pixel.
struct Row {
    const std::uint8_t* luma = nullptr;
    const std::uint8_t* toBlue = nullptr;
    const std::uint8_t* toRed = nullptr;
    std::size_t count = 0;
};

RK_WITHIN void makePlanes(const std::uint8_t* __restrict luma,
                          const std::uint8_t* __restrict toBlue,
                          const std::uint8_t* __restrict toRed, std::size_t count,
                          float* __restrict red, float* __restrict green, float* __restrict blue)
{
    for (std::size_t first = 0; first < count; first += kTogether) {
        for (std::size_t i = first; i < first + kTogether; ++i) {
            const Levels levels = levelsOf(luma[i], toBlue[i], toRed[i]);
            red[i] = static_cast<float>(levels.red);
            green[i] = static_cast<float>(levels.green);
            blue[i] = static_cast<float>(levels.blue);
        }
    }
}

/// Three colours and nothing in the bytes of a word, from the lowest up.
RK_WITHIN void makeWords(const std::uint8_t* __restrict luma, const std::uint8_t* __restrict toBlue,
                         const std::uint8_t* __restrict toRed, std::size_t count,
                         std::uint32_t* __restrict words)
{
    for (std::size_t first = 0; first < count; first += kTogether) {
        for (std::size_t i = first; i < first + kTogether; ++i) {
            const Levels levels = levelsOf(luma[i], toBlue[i], toRed[i]);
            words[i] =
                static_cast<std::uint32_t>(levels.red | levels.green << 8 | levels.blue << 16);
        }
    }
}

RK_WITHIN void makeQuads(const std::uint32_t* __restrict words, std::size_t count,
                         float* __restrict quads)
{
    if constexpr (std::endian::native == std::endian::little) {
        const auto* const __restrict bytes = reinterpret_cast<const std::uint8_t*>(words);
        for (std::size_t i = 0; i < 4 * count; ++i)
            quads[i] = static_cast<float>(bytes[i]);
    } else {
        for (std::size_t i = 0; i < 4 * count; ++i)
            quads[i] = static_cast<float>(words[i / 4] >> (8 * (i % 4)) & 255);
    }
}

/// Differences of colour that pairs of pixels share, of one row or of two.
struct Shared {
    const std::uint8_t* near = nullptr;
    const std::uint8_t* far = nullptr; ///< null: there is no other row
    std::size_t count = 0;             ///< of what is there
    std::uint16_t* sums = nullptr;     ///< room, where the first of them goes
};

/// Three parts of the nearer row and one of the other.
RK_WITHIN void mixRows(const std::uint8_t* __restrict near, const std::uint8_t* __restrict far,
                       std::size_t count, std::uint16_t* __restrict sums)
{
    for (std::size_t first = 0; first < count; first += kTogether) {
        for (std::size_t i = first; i < first + kTogether; ++i)
            sums[i] = static_cast<std::uint16_t>(3 * near[i] + far[i]);
    }
}

RK_WITHIN void mixShared(const Shared& shared)
{
    if (shared.far != nullptr)
        mixRows(shared.near, shared.far, shared.count, shared.sums);
    else
        std::copy_n(shared.near, shared.count, shared.sums);
}

/// Two values for each of what is in the middle of three: three parts of it and one of the
/// neighbour on that side.
template <int Shift, int Left, int Right>
RK_WITHIN void spreadPairs(const std::uint16_t* __restrict sums, std::size_t count,
                           std::uint16_t* __restrict pairs)
{
    constexpr bool kLeftIsLow = std::endian::native == std::endian::little;
    for (std::size_t i = 0; i < count; ++i) {
        const auto three = static_cast<std::uint16_t>(3 * sums[i + 1]);
        const auto left =
            static_cast<std::uint16_t>(static_cast<std::uint16_t>(three + sums[i] + Left) >> Shift);
        const auto right = static_cast<std::uint16_t>(
            static_cast<std::uint16_t>(three + sums[i + 2] + Right) >> Shift);
        pairs[i] = static_cast<std::uint16_t>(kLeftIsLow ? left | right << 8 : left << 8 | right);
    }
}

/// Of two rows, or of one. Rounded up on the left and down on the right, or the other way round.
RK_WITHIN void spreadAll(const std::uint16_t* sums, std::size_t count, bool two,
                         std::uint16_t* pairs)
{
    if (two)
        spreadPairs<4, 8, 7>(sums, count, pairs);
    else
        spreadPairs<2, 1, 2>(sums, count, pairs);
}

#ifdef RK_FOR_AVX2
/// With masks of all ones: without one the compiler's own header reads what was never set.
RK_FOR_AVX512 inline __m512i wordsOf(const std::uint8_t* bytes)
{
    return _mm512_maskz_cvtepu8_epi16(0xffffffff,
                                      _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes)));
}

RK_FOR_AVX512 inline void storeFloats(__m512i words, float* to)
{
    constexpr __mmask16 kAll = 0xffff;
    const __m512i zero = _mm512_setzero_si512();
    const __m512i largest = _mm512_set1_epi16(255);
    words = _mm512_min_epi16(_mm512_max_epi16(words, zero), largest);
    const __m256i low = _mm512_maskz_extracti64x4_epi64(0xff, words, 0);
    const __m256i high = _mm512_maskz_extracti64x4_epi64(0xff, words, 1);
    _mm512_storeu_ps(to, _mm512_maskz_cvtepi32_ps(kAll, _mm512_maskz_cvtepi16_epi32(kAll, low)));
    _mm512_storeu_ps(to + kSixteen,
                     _mm512_maskz_cvtepi32_ps(kAll, _mm512_maskz_cvtepi16_epi32(kAll, high)));
}

/// A difference of colour times a factor of 65536ths below a half, rounded.
RK_FOR_AVX512 inline __m512i timesPart(__m512i difference, int factor)
{
    const __m512i twice = _mm512_mulhi_epi16(_mm512_add_epi16(difference, difference),
                                             _mm512_set1_epi16(static_cast<std::int16_t>(factor)));
    return _mm512_srai_epi16(_mm512_add_epi16(twice, _mm512_set1_epi16(1)), 1);
}

/// In words of 16 bits, which the factors fit into once whole numbers are taken out of them.
RK_FOR_AVX512 void toPlanes(const Row& row, float* red, float* green, float* blue)
{
    constexpr int kOne = 1 << kShift;
    constexpr std::uint32_t kPair = (static_cast<std::uint32_t>(kGreenOfRed + kOne) << 16) |
                                    (static_cast<std::uint32_t>(kGreenOfBlue) & 0xffff);
    const __m512i factors = _mm512_set1_epi32(static_cast<int>(kPair));
    const __m512i middle = _mm512_set1_epi16(kMiddle);
    const __m512i half = _mm512_set1_epi32(kHalf);
    for (std::size_t i = 0; i < row.count; i += kTogether) {
        const __m512i luma = wordsOf(row.luma + i);
        const __m512i b = _mm512_sub_epi16(wordsOf(row.toBlue + i), middle);
        const __m512i r = _mm512_sub_epi16(wordsOf(row.toRed + i), middle);
        const __m512i low = _mm512_madd_epi16(_mm512_unpacklo_epi16(b, r), factors);
        const __m512i high = _mm512_madd_epi16(_mm512_unpackhi_epi16(b, r), factors);
        constexpr __mmask16 kAll = 0xffff;
        const __m512i mixed =
            _mm512_packs_epi32(_mm512_maskz_srai_epi32(kAll, _mm512_add_epi32(low, half), kShift),
                               _mm512_maskz_srai_epi32(kAll, _mm512_add_epi32(high, half), kShift));
        storeFloats(_mm512_add_epi16(_mm512_add_epi16(luma, r), timesPart(r, kRedOfRed - kOne)),
                    red + i);
        storeFloats(_mm512_add_epi16(_mm512_sub_epi16(luma, r), mixed), green + i);
        storeFloats(_mm512_add_epi16(_mm512_add_epi16(luma, _mm512_add_epi16(b, b)),
                                     timesPart(b, kBlueOfBlue - 2 * kOne)),
                    blue + i);
    }
}

RK_FOR_AVX2 void toPlanes(const Row& row, float* red, float* green, float* blue)
{
    makePlanes(row.luma, row.toBlue, row.toRed, row.count, red, green, blue);
}

RK_FOR_AVX512 void mix(const Shared& shared)
{
    mixShared(shared);
}

RK_FOR_AVX2 void mix(const Shared& shared)
{
    mixShared(shared);
}

RK_FOR_AVX512 void spread(const std::uint16_t* sums, std::size_t count, bool two,
                          std::uint16_t* pairs)
{
    spreadAll(sums, count, two, pairs);
}

RK_FOR_AVX2 void spread(const std::uint16_t* sums, std::size_t count, bool two,
                        std::uint16_t* pairs)
{
    spreadAll(sums, count, two, pairs);
}

RK_FOR_AVX512 void toQuads(const Row& row, std::uint32_t* words, float* quads)
{
    makeWords(row.luma, row.toBlue, row.toRed, row.count, words);
    makeQuads(words, row.count, quads);
}

RK_FOR_AVX2 void toQuads(const Row& row, std::uint32_t* words, float* quads)
{
    makeWords(row.luma, row.toBlue, row.toRed, row.count, words);
    makeQuads(words, row.count, quads);
}
#endif

RK_OTHERWISE void toPlanes(const Row& row, float* red, float* green, float* blue)
{
    makePlanes(row.luma, row.toBlue, row.toRed, row.count, red, green, blue);
}

RK_OTHERWISE void mix(const Shared& shared)
{
    mixShared(shared);
}

RK_OTHERWISE void spread(const std::uint16_t* sums, std::size_t count, bool two,
                         std::uint16_t* pairs)
{
    spreadAll(sums, count, two, pairs);
}

RK_OTHERWISE void toQuads(const Row& row, std::uint32_t* words, float* quads)
{
    makeWords(row.luma, row.toBlue, row.toRed, row.count, words);
    makeQuads(words, row.count, quads);
}

} // namespace

std::size_t PlaneRows::roomFor(std::size_t count)
{
    return wholeOf(count);
}

void PlaneRows::begin(const image::ImagePart& part, int x, int count)
{
    m_samples = std::get<std::vector<std::uint8_t>>(part.pixels.pixels).data();
    m_width = part.pixels.width;
    m_height = part.pixels.height;
    m_across = part.planes->across;
    m_down = part.planes->down;
    for (int number = 0; number < 3; ++number)
        m_planes.at(static_cast<std::size_t>(number)) =
            part.planes->plane(m_width, m_height, number);
    m_left = static_cast<std::size_t>(x % m_across);
    m_first = static_cast<std::size_t>(x);
    m_count = static_cast<std::size_t>(count);
    const std::size_t pairs = (m_left + m_count + 1) / 2;
    m_pairs = pairs;
    m_sums.resize(wholeOf(pairs + 2) + kTogether);
    // A row may begin with the second of a pair.
    m_toBlue.resize(wholeOf(pairs) + kTogether);
    m_toRed.resize(wholeOf(pairs) + kTogether);
    m_words.resize(roomFor(m_count));
}

const std::uint8_t* PlaneRows::rowOf(std::size_t number, int y) const
{
    return m_samples + m_planes[number].first +
           static_cast<std::size_t>(y) * m_planes[number].stride;
}

/// Differences of colour for every pixel of a row out of those that pairs share, or squares.
const std::uint8_t* PlaneRows::widen(std::size_t number, int y, std::vector<std::uint16_t>& out)
{
    const std::size_t first = m_first / 2, pairs = m_pairs;
    const auto last = static_cast<std::size_t>(m_width - 1) / 2;
    // Beyond the edge there is what lies at it.
    const std::size_t from = first > 0 ? first - 1 : 0;
    const std::size_t count = std::min(first + pairs, last) + 1 - from;
    std::uint16_t* const sums = m_sums.data() + (from + 1 - first);
    const int row = y / m_down, lastRow = (m_height - 1) / m_down;
    const int other = std::clamp(y % 2 == 0 ? row - 1 : row + 1, 0, lastRow);
    mix({rowOf(number, row) + from, m_down == 2 ? rowOf(number, other) + from : nullptr, count,
         sums});
    if (first == 0)
        m_sums.front() = sums[0];
    if (sums + count == m_sums.data() + pairs + 1)
        m_sums[pairs + 1] = sums[count - 1];
    spread(m_sums.data(), pairs, m_down == 2, out.data());
    return reinterpret_cast<const std::uint8_t*>(out.data()) + m_left;
}

void PlaneRows::prepare(int y)
{
    m_lumaRow = rowOf(0, y) + m_first;
    m_toBlueRow = m_across == 1 ? rowOf(1, y) + m_first : widen(1, y, m_toBlue);
    m_toRedRow = m_across == 1 ? rowOf(2, y) + m_first : widen(2, y, m_toRed);
}

void PlaneRows::apart(int y, float* red, float* green, float* blue)
{
    prepare(y);
    toPlanes({m_lumaRow, m_toBlueRow, m_toRedRow, m_count}, red, green, blue);
}

void PlaneRows::together(int y, float* quads)
{
    prepare(y);
    toQuads({m_lumaRow, m_toBlueRow, m_toRedRow, m_count}, m_words.data(), quads);
}

} // namespace rekindle::views

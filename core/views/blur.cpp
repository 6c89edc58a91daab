#include "core/views/blur.h"

#include "core/image/vectorised.h"
#include "core/views/blocks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace rekindle::views {

std::vector<float> blurKernel(int size, double sigma)
{
    const int radius = size / 10 / 2;
    std::vector<float> kernel;
    double sum = 0.0;
    for (int x = -radius; x <= radius; ++x) {
        const double weight = std::exp(-(static_cast<double>(x) * x) / (2.0 * sigma * sigma));
        kernel.push_back(static_cast<float>(weight));
        sum += weight;
    }
    for (float& weight : kernel)
        weight = static_cast<float>(static_cast<double>(weight) / sum);
    return kernel;
}

std::vector<float> boxKernel(double radius)
{
    constexpr double kPasses = 3;
    const double variance = radius * radius / kPasses;
    const double length = std::sqrt(12.0 * variance + 1.0);
    const double whole = std::floor((length - 1.0) / 2.0);
    const double part = (2.0 * whole + 1.0) * (whole * (whole + 1.0) - 3.0 * variance) /
                        (6.0 * (variance - (whole + 1.0) * (whole + 1.0)));
    const double weight = 1.0 / (2.0 * (whole + part) + 1.0);
    const double end = (1.0 - (2.0 * whole + 1.0) * weight) / 2.0;
    std::vector<float> kernel(static_cast<std::size_t>(2.0 * whole) + 3,
                              static_cast<float>(weight));
    kernel.front() = kernel.back() = static_cast<float>(end);
    return kernel;
}

namespace {

/// One half of a kernel, from its centre outwards; the other is the same. Ends that add less than
/// a hundredth of a level of eight bits are left out.
std::vector<float> halfOf(const std::vector<float>& kernel)
{
    constexpr float kNothing = 1e-5f;
    std::vector<float> half(kernel.begin() + static_cast<std::ptrdiff_t>(kernel.size() / 2),
                            kernel.end());
    while (half.size() > 1 && half.back() < kNothing)
        half.pop_back();
    return half;
}

/// What mix adds up: rows of values, the middle one and those before and behind it.
struct Rows {
    const float* centre = nullptr;
    const float* const* before = nullptr;
    const float* const* behind = nullptr;
    std::size_t radius = 0; ///< how many are before it, and behind it
    std::size_t count = 0;  ///< values of a row
};

/// out[i] = centre[i] * half[0] + sum over k of half[k] * (before[k - 1][i] + behind[k - 1][i]),
/// from `i` on over whole blocks; how far it came.
template <Range Wanted, class Vector>
RK_WITHIN std::size_t mixBlocks(const Rows& rows, const float* half, std::size_t i, float* out)
{
    const Limits<Vector> limits;
    for (; i + Block<Vector>::kCount <= rows.count; i += Block<Vector>::kCount) {
        Block<Vector> sums;
        load(sums, rows.centre + i);
        scale(sums, half[0]);
        for (std::size_t k = 0; k < rows.radius; ++k) {
            Block<Vector> one, other;
            load(one, rows.before[k] + i);
            load(other, rows.behind[k] + i);
            add(one, other);
            scale(one, half[k + 1]);
            add(sums, one);
        }
        if (Wanted == Range::Unit)
            clip(sums, limits);
        store(out + i, sums);
    }
    return i;
}

/// With these vectors, the widest first, and what is left by itself.
template <Range Wanted, class... Vectors>
RK_WITHIN void mixAll(const Rows& rows, const float* half, float* out)
{
    std::size_t i = 0;
    ((i = mixBlocks<Wanted, Vectors>(rows, half, i, out)), ...);
    for (; i < rows.count; ++i) {
        float sum = rows.centre[i] * half[0];
        for (std::size_t k = 0; k < rows.radius; ++k)
            sum += (rows.before[k][i] + rows.behind[k][i]) * half[k + 1];
        if (Wanted == Range::Unit)
            clip(sum);
        out[i] = sum;
    }
}

template <class... Vectors>
RK_WITHIN void mixWith(const Rows& rows, const float* half, Range range, float* out)
{
    if (range == Range::Unit)
        mixAll<Range::Unit, Vectors...>(rows, half, out);
    else
        mixAll<Range::Any, Vectors...>(rows, half, out);
}

#ifdef RK_FOR_AVX2
RK_FOR_AVX512 void mix(const Rows& rows, const float* half, Range range, float* out)
{
    mixWith<Sixteen, Eight, Four>(rows, half, range, out);
}

RK_FOR_AVX2 void mix(const Rows& rows, const float* half, Range range, float* out)
{
    mixWith<Eight, Four>(rows, half, range, out);
}
#endif

RK_OTHERWISE void mix(const Rows& rows, const float* half, Range range, float* out)
{
    mixWith<Four>(rows, half, range, out);
}

enum class Border { Zeros, Repeated };

/// What a thread needs for its blurs, kept from one to the next.
struct Room {
    std::vector<float> padded; ///< a row with its border
    std::vector<float> other;  ///< another
    std::vector<float> nothing;
    std::vector<const float*> before, behind;
};

/// One plane of `size` x `size` values and the kernel for it.
class PlaneBlur
{
public:
    PlaneBlur(const std::vector<float>& kernel, Border border, int size, Room& room)
        : m_half(halfOf(kernel)), m_border(border), m_size(static_cast<std::size_t>(size)),
          m_radius(m_half.size() - 1), m_room(room)
    {
        m_room.padded.assign(m_size + 2 * m_radius, 0.0f);
        m_room.other.resize(m_size);
        m_room.nothing.assign(m_size, 0.0f);
        m_room.before.resize(m_radius);
        m_room.behind.resize(m_radius);
    }

    /// Along the columns, `row` of `plane` into `out`.
    void down(const float* plane, std::size_t row, Range range, float* out)
    {
        for (std::size_t k = 1; k <= m_radius; ++k) {
            m_room.before[k - 1] = k <= row ? plane + (row - k) * m_size : beyond(plane);
            m_room.behind[k - 1] = row + k < m_size ? plane + (row + k) * m_size
                                                    : beyond(plane + (m_size - 1) * m_size);
        }
        mix({plane + row * m_size, m_room.before.data(), m_room.behind.data(), m_radius, m_size},
            m_half.data(), range, out);
    }

    /// Where a row is put whose neighbours along() will mix.
    float* middle() { return m_room.padded.data() + m_radius; }

    /// Along the row in middle().
    void along(Range range, float* out)
    {
        float* row = middle();
        if (m_border == Border::Repeated) {
            std::fill_n(m_room.padded.data(), m_radius, row[0]);
            std::fill_n(row + m_size, m_radius, row[m_size - 1]);
        }
        for (std::size_t k = 1; k <= m_radius; ++k) {
            m_room.before[k - 1] = row - k;
            m_room.behind[k - 1] = row + k;
        }
        mix({row, m_room.before.data(), m_room.behind.data(), m_radius, m_size}, m_half.data(),
            range, out);
    }

private:
    const float* beyond(const float* edge) const
    {
        return m_border == Border::Zeros ? m_room.nothing.data() : edge;
    }

    std::vector<float> m_half;
    Border m_border;
    std::size_t m_size, m_radius;
    Room& m_room;
};

void gaussian(PlaneBlur& filter, std::size_t side, Range range, const float* in, float* out)
{
    for (std::size_t row = 0; row < side; ++row) {
        filter.down(in, row, Range::Any, filter.middle());
        filter.along(range, out + row * side);
    }
}

/// Rows first, three times each; the order makes no difference.
void boxes(PlaneBlur& filter, std::size_t side, Range range, Room& room, float* in, float* out)
{
    for (std::size_t row = 0; row < side; ++row) {
        float* values = in + row * side;
        std::copy_n(values, side, filter.middle());
        filter.along(Range::Any, room.other.data());
        std::copy_n(room.other.data(), side, filter.middle());
        filter.along(Range::Any, room.other.data());
        std::copy_n(room.other.data(), side, filter.middle());
        filter.along(Range::Any, values);
    }
    for (int pass = 0; pass < 3; ++pass) {
        for (std::size_t row = 0; row < side; ++row)
            filter.down(in, row, pass == 2 ? range : Range::Any, out + row * side);
        std::swap(in, out);
    }
}

} // namespace

void blur(BlurRule rule, double sigma, int planes, int size, Range range, float* in, float* out)
{
    thread_local Room room;
    const bool isGaussian = rule == BlurRule::Gaussian;
    PlaneBlur filter(isGaussian ? blurKernel(size, sigma) : boxKernel(sigma),
                     isGaussian ? Border::Zeros : Border::Repeated, size, room);
    const auto side = static_cast<std::size_t>(size);
    const auto all = static_cast<std::size_t>(planes) * side * side;
    for (std::size_t plane = 0; plane < all; plane += side * side) {
        if (isGaussian)
            gaussian(filter, side, range, in + plane, out + plane);
        else
            boxes(filter, side, range, room, in + plane, out + plane);
    }
}

void blur(BlurRule rule, double sigma, int planes, int size, float* values)
{
    const auto side = static_cast<std::size_t>(size);
    std::vector<float> before(values, values + static_cast<std::size_t>(planes) * side * side);
    blur(rule, sigma, planes, size, Range::Any, before.data(), values);
}

} // namespace rekindle::views

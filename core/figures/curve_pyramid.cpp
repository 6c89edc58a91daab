#include "core/figures/curve_pyramid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rekindle::figures {
namespace {

constexpr std::size_t kLeast = 16; ///< points of a bucket of the lowest level
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A deque's blocks, whole ones, and its map of them.
template <class T>
std::size_t bytesOf(const std::deque<T>& values)
{
    constexpr std::size_t kBlock = 512;
    const std::size_t blocks = values.size() * sizeof(T) / kBlock + 1;
    return blocks * (kBlock + sizeof(void*));
}

} // namespace

CurvePyramid::Bucket CurvePyramid::nothing()
{
    return {kInfinity, -kInfinity, kNan, 0, 0};
}

void CurvePyramid::add(Bucket& bucket, double y)
{
    if (!std::isfinite(y))
        return;
    bucket.min = std::min(bucket.min, y);
    bucket.max = std::max(bucket.max, y);
    bucket.last = y;
    bucket.sum += y;
    ++bucket.finite;
}

void CurvePyramid::add(Bucket& bucket, const Bucket& later)
{
    if (later.finite == 0)
        return;
    bucket.min = std::min(bucket.min, later.min);
    bucket.max = std::max(bucket.max, later.max);
    bucket.last = later.last;
    bucket.sum += later.sum;
    bucket.finite += later.finite;
}

void CurvePyramid::append(double x, double y)
{
    const double before = lastX();
    m_x.push_back(std::isfinite(x) && (m_x.empty() || x >= before) ? x : before);
    m_y.push_back(y);
    if (m_y.size() % kLeast == 0)
        close();
}

void CurvePyramid::clear()
{
    m_x.clear();
    m_y.clear();
    m_levels.clear();
}

/// Adds the buckets that the newest point has filled, level by level.
void CurvePyramid::close()
{
    Bucket bucket = nothing();
    for (std::size_t i = m_y.size() - kLeast; i < m_y.size(); ++i)
        add(bucket, m_y[i]);
    for (std::size_t level = 0;; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        auto& row = m_levels[level];
        row.push_back(bucket);
        if (row.size() % 2 != 0)
            return;
        bucket = row[row.size() - 2];
        add(bucket, row.back());
    }
}

/// Of the points [begin, end): the largest whole buckets that fit, single points at the ends.
CurvePyramid::Bucket CurvePyramid::over(std::size_t begin, std::size_t end) const
{
    Bucket bucket = nothing();
    while (begin < end) {
        std::size_t step = 0;
        const Bucket* found = nullptr;
        for (std::size_t level = 0; level < m_levels.size(); ++level) {
            const std::size_t points = kLeast << level;
            if (begin % points != 0 || begin + points > end ||
                begin / points >= m_levels[level].size())
                break;
            step = points;
            found = &m_levels[level][begin / points];
        }
        if (found != nullptr) {
            add(bucket, *found);
            begin += step;
        } else {
            add(bucket, m_y[begin++]);
        }
    }
    return bucket;
}

std::vector<CurveStretch> CurvePyramid::cut(std::size_t begin, std::size_t end,
                                            std::size_t most) const
{
    std::vector<CurveStretch> stretches;
    // Cut at multiples of a power of two, the first and the last may be shorter.
    std::size_t points = 1;
    while (points > 1 ? (end - begin) / points + 2 > most : end - begin > most)
        points *= 2;
    while (begin < end) {
        const std::size_t stop = std::min(end, (begin / points + 1) * points);
        const Bucket bucket = over(begin, stop);
        const bool any = bucket.finite > 0;
        stretches.push_back(
            {m_x[stop - 1], any ? bucket.min : kNan, any ? bucket.max : kNan, bucket.last,
             any ? bucket.sum / static_cast<double>(bucket.finite) : kNan, stop - begin});
        begin = stop;
    }
    return stretches;
}

std::vector<CurveStretch> CurvePyramid::stretches(double low, double high, std::size_t most) const
{
    const auto begin = std::lower_bound(m_x.begin(), m_x.end(), low) - m_x.begin();
    const auto end = std::upper_bound(m_x.begin(), m_x.end(), high) - m_x.begin();
    if (begin >= end)
        return {};
    return cut(static_cast<std::size_t>(begin), static_cast<std::size_t>(end),
               std::max<std::size_t>(most, 2));
}

std::vector<CurveStretch> CurvePyramid::stretches(std::size_t most) const
{
    return cut(0, size(), std::max<std::size_t>(most, 2));
}

std::size_t CurvePyramid::bytes() const
{
    std::size_t bytes = bytesOf(m_x) + bytesOf(m_y);
    for (const auto& row : m_levels)
        bytes += bytesOf(row);
    return bytes;
}

} // namespace rekindle::figures

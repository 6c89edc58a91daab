#pragma once

#include <cstddef>
#include <deque>
#include <vector>

namespace rekindle::figures {

/// A stretch of a curve, in as many numbers as can be drawn.
struct CurveStretch {
    double x = 0;            ///< of its last point
    double min = 0, max = 0; ///< of its finite values; NaN where it has none
    double last = 0;         ///< its last finite value; NaN without
    double mean = 0;         ///< of its finite values; NaN without
    std::size_t count = 0;   ///< points
};

/// A long curve that grows: every point, and above them a pyramid of least, greatest, last and mean
/// of 16, 32, 64, ... points, so that any part of it can be drawn at once with no peak lost. A
/// point costs about 22 bytes with its share of the pyramid. Adding one takes the same time
/// whatever the length.
class CurvePyramid
{
public:
    /// `x` does not fall; one that does, or is not finite, counts as the one before. `y` that is
    /// not finite is a point without a value.
    void append(double x, double y);
    void clear();

    [[nodiscard]] std::size_t size() const { return m_x.size(); }
    [[nodiscard]] double firstX() const { return m_x.empty() ? 0 : m_x.front(); }
    [[nodiscard]] double lastX() const { return m_x.empty() ? 0 : m_x.back(); }

    /// The points with `low` <= x <= `high` in at most `most` stretches (at least 2) of equal
    /// counts, cut at the same places however long the curve has become; every point alone where
    /// there are no more than that.
    [[nodiscard]] std::vector<CurveStretch> stretches(double low, double high,
                                                      std::size_t most) const;
    /// The whole curve.
    [[nodiscard]] std::vector<CurveStretch> stretches(std::size_t most) const;

    /// Memory held, bytes.
    [[nodiscard]] std::size_t bytes() const;

private:
    /// Of 16 << level points.
    struct Bucket {
        double min, max, last, sum;
        std::size_t finite;
    };
    [[nodiscard]] static Bucket nothing();
    static void add(Bucket& bucket, double y);
    static void add(Bucket& bucket, const Bucket& later);
    void close();
    [[nodiscard]] Bucket over(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::vector<CurveStretch> cut(std::size_t begin, std::size_t end,
                                                std::size_t most) const;

    // Deques grow by a block and never move what they hold: no new point waits for a copy.
    std::deque<double> m_x, m_y;
    std::vector<std::deque<Bucket>> m_levels;
};

} // namespace rekindle::figures

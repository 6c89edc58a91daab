#include "core/views/rotate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace rekindle::views {
namespace {

/// A point between pixel centres as the four pixels about it; what lies outside has no weight.
struct Corners {
    std::size_t at[4] = {};
    float weight[4] = {};
};

Corners cornersOf(double x, double y, int size)
{
    const double left = std::floor(x), top = std::floor(y);
    const double right = x - left, below = y - top;
    const double weights[4] = {(1 - right) * (1 - below), right * (1 - below), (1 - right) * below,
                               right * below};
    Corners corners;
    for (int i = 0; i < 4; ++i) {
        const int column = static_cast<int>(left) + i % 2;
        const int row = static_cast<int>(top) + i / 2;
        if (column < 0 || row < 0 || column >= size || row >= size)
            continue;
        corners.at[i] = static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                        static_cast<std::size_t>(column);
        corners.weight[i] = static_cast<float>(weights[i]);
    }
    return corners;
}

} // namespace

void rotate(float* values, int planes, int size, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180.0;
    const double cosine = std::cos(angle), sine = std::sin(angle);
    const double centre = 0.5 * (size - 1);
    const std::size_t plane = static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
    const std::size_t all = plane * static_cast<std::size_t>(planes);
    const std::vector<float> before(values, values + all);
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            const double x = column - centre, y = row - centre;
            const Corners corners =
                cornersOf(cosine * x - sine * y + centre, sine * x + cosine * y + centre, size);
            const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                            static_cast<std::size_t>(column);
            for (std::size_t start = 0; start < all; start += plane) {
                float sum = 0.0f;
                for (int i = 0; i < 4; ++i)
                    sum += before[start + corners.at[i]] * corners.weight[i];
                values[start + at] = sum;
            }
        }
    }
}

} // namespace rekindle::views

#include "core/inspect/frobenius.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace rekindle::inspect {
namespace {

/// A sum of squares below this has lost digits to subnormal numbers.
constexpr double kLeastSafe = 1e-280;

template <class Number>
double sumInLanes(std::span<const Number> values)
{
    constexpr std::size_t kLanes = 8;
    std::array<double, kLanes> lanes{};
    const Number* data = values.data();
    const std::size_t whole = values.size() - values.size() % kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) {
        for (std::size_t k = 0; k < kLanes; ++k) {
            const auto value = static_cast<double>(data[i + k]);
            lanes[k] += value * value;
        }
    }
    double sum = 0;
    for (const double lane : lanes)
        sum += lane;
    for (std::size_t i = whole; i < values.size(); ++i) {
        const auto value = static_cast<double>(data[i]);
        sum += value * value;
    }
    return sum;
}

} // namespace

double sumOfSquares(std::span<const float> values)
{
    return sumInLanes(values);
}

double sumOfSquares(std::span<const double> values)
{
    return sumInLanes(values);
}

double normOf(double sumOfSquares, std::span<const double> values)
{
    if (std::isfinite(sumOfSquares) && sumOfSquares >= kLeastSafe)
        return std::sqrt(sumOfSquares);
    double largest = 0;
    for (const double value : values) {
        if (!std::isfinite(value))
            return std::sqrt(sumOfSquares);
        largest = std::max(largest, std::abs(value));
    }
    if (largest == 0)
        return 0;
    // By a power of two, so that scaling itself rounds nothing.
    const int exponent = std::ilogb(largest);
    std::vector<double> scaled(values.begin(), values.end());
    for (double& value : scaled)
        value = std::ldexp(value, -exponent);
    return std::ldexp(std::sqrt(sumInLanes(std::span<const double>(scaled))), exponent);
}

} // namespace rekindle::inspect

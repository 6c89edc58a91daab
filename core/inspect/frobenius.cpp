#include "core/inspect/frobenius.h"

#include <array>
#include <cstddef>

namespace rekindle::inspect {

double sumOfSquares(std::span<const float> values)
{
    constexpr std::size_t kLanes = 8;
    std::array<double, kLanes> lanes{};
    const float* data = values.data();
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

} // namespace rekindle::inspect

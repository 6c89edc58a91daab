#include "core/scores/spread.h"

#include <array>
#include <cmath>
#include <numeric>

namespace rekindle::scores {
namespace {

/// Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom (any table).
constexpr std::array kStudent = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060,
                                 2.2622,  2.2281, 2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199,
                                 2.1098,  2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639,
                                 2.0595,  2.0555, 2.0518, 2.0484, 2.0452, 2.0423};

double studentQuantile(std::size_t degrees)
{
    if (degrees <= kStudent.size())
        return kStudent[degrees - 1];
    // Cornish-Fisher's first term over the normal quantile: within 1e-3 above 30 degrees.
    constexpr double kNormal = 1.959964;
    return kNormal + (kNormal * kNormal * kNormal + kNormal) / (4.0 * static_cast<double>(degrees));
}

} // namespace

Spread spreadOf(const std::vector<double>& values)
{
    Spread spread;
    if (values.empty())
        return spread;
    const auto count = static_cast<double>(values.size());
    spread.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    spread.low = spread.high = spread.mean;
    if (values.size() < 2)
        return spread;
    double square = 0;
    for (const double value : values)
        square += (value - spread.mean) * (value - spread.mean);
    spread.sd = std::sqrt(square / (count - 1));
    const double half = studentQuantile(values.size() - 1) * spread.sd / std::sqrt(count);
    spread.low = spread.mean - half;
    spread.high = spread.mean + half;
    return spread;
}

} // namespace rekindle::scores

#include "core/study/retraining.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rekindle::study {
namespace {

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Of the mean of all, from the spread of the pairs.
double varianceOfMean(const std::vector<double>& means, double mean)
{
    double sum = 0;
    for (const double value : means)
        sum += (value - mean) * (value - mean);
    const auto count = static_cast<double>(means.size());
    return sum / (count - 1) / count;
}

} // namespace

double studentBelow(double t, double freedom)
{
    // With t = sqrt(freedom) tan(angle) the density becomes cos(angle)^(freedom - 1): smooth over a
    // finite stretch, so Simpson's rule gives 12 digits.
    constexpr int kSteps = 2000;
    const double log = std::lgamma((freedom + 1) / 2) - std::lgamma(freedom / 2);
    const double factor = std::exp(log) / std::sqrt(std::numbers::pi);
    const double angle = std::atan(std::abs(t) / std::sqrt(freedom));
    const double step = angle / kSteps;
    const auto density = [&](int i) { return std::pow(std::cos(i * step), freedom - 1); };
    double sum = density(0) + density(kSteps);
    for (int i = 1; i < kSteps; ++i)
        sum += density(i) * (i % 2 == 1 ? 4 : 2);
    const double half = factor * sum * step / 3;
    return t < 0 ? 0.5 - half : 0.5 + half;
}

double studentQuantile(double share, double freedom)
{
    double low = 0;
    double high = 1;
    while (studentBelow(high, freedom) < share)
        high *= 2;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (studentBelow(middle, freedom) < share ? low : high) = middle;
    }
    return high;
}

Interval combine(const std::vector<double>& ofPairs, double ofImages, std::uint64_t units)
{
    RK_ASSERT(ofPairs.size() >= 3);
    Interval interval;
    interval.difference = meanOf(ofPairs);
    interval.units = units;
    const double pairs = varianceOfMean(ofPairs, interval.difference);
    const double images = ofImages * ofImages;
    const double variance = pairs + images;
    if (variance <= 0) {
        // Not one answer differs anywhere: nothing can be said beyond the value itself.
        interval.low = interval.high = interval.difference;
        return interval;
    }
    const auto few = static_cast<double>(ofPairs.size() - 1);
    const auto many = static_cast<double>(std::max<std::uint64_t>(units, 2) - 1);
    const double freedom = variance * variance / (pairs * pairs / few + images * images / many);
    interval.error = std::sqrt(variance);
    const double reach = studentQuantile(0.975, freedom) * interval.error;
    interval.low = interval.difference - reach;
    interval.high = interval.difference + reach;
    const double tail = 2 * studentBelow(-std::abs(interval.difference) / interval.error, freedom);
    interval.pValue = std::clamp(tail, 2.0 / kResamples, 1.0);
    return interval;
}

Interval retrainingInterval(const std::vector<std::vector<double>>& differences,
                            const std::vector<std::string>& patients)
{
    RK_ASSERT(differences.size() >= 3);
    std::vector<double> means;
    std::vector<double> image(differences.front().size(), 0.0);
    for (const auto& pair : differences) {
        means.push_back(meanOf(pair));
        for (std::size_t i = 0; i < image.size(); ++i)
            image[i] += pair[i] / static_cast<double>(differences.size());
    }
    const Interval images = pairedBootstrap(image, patients);
    return combine(means, images.error, images.units);
}

} // namespace rekindle::study

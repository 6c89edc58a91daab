#include "core/study/paired_bootstrap.h"

#include <algorithm>

namespace rekindle::study {

Interval pairedBootstrap(const std::vector<double>& differences,
                         const std::vector<std::string>& patients, std::uint64_t seed,
                         int resamples)
{
    Interval interval;
    if (differences.empty() || resamples < 1)
        return interval;
    scores::Resampling resampling(differences.size(), patients, seed);
    interval.units = resampling.units();
    double sum = 0;
    for (const double difference : differences)
        sum += difference;
    interval.difference = sum / static_cast<double>(differences.size());

    std::vector<double> means;
    means.reserve(static_cast<std::size_t>(resamples));
    double notAbove = 0, notBelow = 0;
    for (int resample = 0; resample < resamples; ++resample) {
        const auto weights = resampling.draw();
        double drawn = 0, count = 0;
        for (std::size_t image = 0; image < differences.size(); ++image) {
            drawn += weights[image] * differences[image];
            count += weights[image];
        }
        const double mean = drawn / count;
        notAbove += mean <= 0 ? 1 : 0;
        notBelow += mean >= 0 ? 1 : 0;
        means.push_back(mean);
    }
    const scores::Resampled spread = scores::summarise(std::move(means));
    interval.low = spread.low;
    interval.high = spread.high;
    interval.error = spread.error;
    const double tail = 2 * std::min(notAbove, notBelow) / resamples;
    interval.pValue = std::clamp(tail, 2.0 / resamples, 1.0);
    return interval;
}

} // namespace rekindle::study

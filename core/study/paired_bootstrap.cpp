#include "core/study/paired_bootstrap.h"

#include "core/base/rng.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace rekindle::study {
namespace {

/// Images that are drawn together.
struct Unit {
    double sum = 0;
    double count = 0;
};

std::vector<Unit> unitsOf(const std::vector<double>& differences,
                          const std::vector<std::string>& patients)
{
    std::vector<Unit> units;
    std::map<std::string, std::size_t> known;
    for (std::size_t image = 0; image < differences.size(); ++image) {
        std::size_t place = units.size();
        if (image < patients.size() && !patients[image].empty())
            place = known.try_emplace(patients[image], place).first->second;
        if (place == units.size())
            units.emplace_back();
        units[place].sum += differences[image];
        units[place].count += 1;
    }
    return units;
}

/// Quantile of sorted values by linear interpolation.
double quantile(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double fraction = place - std::floor(place);
    return sorted[below] + fraction * (sorted[above] - sorted[below]);
}

} // namespace

Interval pairedBootstrap(const std::vector<double>& differences,
                         const std::vector<std::string>& patients, std::uint64_t seed,
                         int resamples)
{
    Interval interval;
    const std::vector<Unit> units = unitsOf(differences, patients);
    interval.units = units.size();
    if (units.empty() || resamples < 1)
        return interval;
    double sum = 0;
    for (const double difference : differences)
        sum += difference;
    interval.difference = sum / static_cast<double>(differences.size());

    Random random(seed, Purpose::Bootstrap);
    std::vector<double> means;
    means.reserve(static_cast<std::size_t>(resamples));
    double notAbove = 0, notBelow = 0;
    for (int resample = 0; resample < resamples; ++resample) {
        Unit drawn;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const Unit& unit = units[random.below(units.size())];
            drawn.sum += unit.sum;
            drawn.count += unit.count;
        }
        const double mean = drawn.sum / drawn.count;
        notAbove += mean <= 0 ? 1 : 0;
        notBelow += mean >= 0 ? 1 : 0;
        means.push_back(mean);
    }
    std::sort(means.begin(), means.end());
    interval.low = quantile(means, 0.025);
    interval.high = quantile(means, 0.975);
    double squares = 0;
    const double middle = std::accumulate(means.begin(), means.end(), 0.0) / resamples;
    for (const double mean : means)
        squares += (mean - middle) * (mean - middle);
    interval.error = std::sqrt(squares / resamples);
    const double tail = 2 * std::min(notAbove, notBelow) / resamples;
    interval.pValue = std::clamp(tail, 2.0 / resamples, 1.0);
    return interval;
}

} // namespace rekindle::study

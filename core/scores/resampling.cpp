#include "core/scores/resampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace rekindle::scores {
namespace {

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

int resamplesFor(double work)
{
    constexpr double kMostWork = 4e9;
    constexpr double kFewest = 200;
    return static_cast<int>(
        std::clamp(kMostWork / std::max(work, 1.0), kFewest, static_cast<double>(kResamples)));
}

Resampling::Resampling(std::size_t images, const std::vector<std::string>& patients,
                       std::uint64_t seed)
    : m_weights(images, 0.0), m_random(seed, Purpose::Bootstrap)
{
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (std::size_t image = 0; image < images; ++image) {
        auto unit = static_cast<std::uint32_t>(m_units);
        if (image < patients.size() && !patients[image].empty())
            unit = known.try_emplace(patients[image], unit).first->second;
        m_unitOf.push_back(unit);
        m_units = std::max<std::size_t>(m_units, unit + std::size_t{1});
    }
    m_drawn.resize(m_units);
}

std::span<const double> Resampling::draw()
{
    std::fill(m_drawn.begin(), m_drawn.end(), 0.0);
    for (std::size_t i = 0; i < m_units; ++i)
        m_drawn[m_random.below(m_units)] += 1;
    for (std::size_t image = 0; image < m_weights.size(); ++image)
        m_weights[image] = m_drawn[m_unitOf[image]];
    return m_weights;
}

Resampled summarise(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {quantile(values, 0.025), quantile(values, 0.975), std::sqrt(squares / count)};
}

} // namespace rekindle::scores

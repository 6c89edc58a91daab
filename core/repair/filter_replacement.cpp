#include "core/repair/filter_replacement.h"

#include "core/base/rng.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rekindle::repair {
namespace {

/// One value of the method's own convolution initialiser (recipes 1.1).
class FilterInitialiser
{
public:
    FilterInitialiser(const std::string& method, const std::vector<std::int64_t>& shape)
    {
        const auto kernel = static_cast<double>(shape[2] * shape[3]);
        const double fanIn = static_cast<double>(shape[1]) * kernel;
        const double fanOut = static_cast<double>(shape[0]) * kernel;
        if (method == "simclr") {
            // Cut at two deviations, widened so that the variance is 1 / fan_in after the cut.
            constexpr double kTruncation = 0.87962566103423978;
            m_deviation = std::sqrt(1.0 / fanIn) / kTruncation;
            m_truncated = true;
        } else if (method == "byol") {
            m_deviation = std::sqrt(1.0 / fanIn);
            m_truncated = true;
        } else {
            m_deviation = std::sqrt(2.0 / fanOut);
        }
    }

    [[nodiscard]] float draw(Random& random) const
    {
        const double unit = m_truncated ? random.truncatedNormal(2.0) : random.normal();
        return static_cast<float>(m_deviation * unit);
    }

private:
    double m_deviation = 1;
    bool m_truncated = false;
};

void copyFilter(ConvNorm& layer, std::size_t from, std::size_t to, bool withNorm)
{
    std::copy_n(layer.filter(from).begin(), layer.filterSize, layer.filter(to).begin());
    if (!withNorm)
        return;
    for (const auto& channel : {layer.gamma, layer.beta, layer.mean, layer.var})
        channel[to] = channel[from];
}

void drawFilter(ConvNorm& layer, std::size_t filter, const FilterInitialiser& initialiser,
                Random& random)
{
    for (float& value : layer.filter(filter))
        value = initialiser.draw(random);
    layer.gamma[filter] = 1.0f;
    layer.beta[filter] = 0.0f;
    layer.mean[filter] = 0.0f;
    layer.var[filter] = 1.0f;
}

} // namespace

void replaceDeadFilters(ConvNorm& layer, const inspect::LayerReport& measured, std::size_t place,
                        const std::string& method, const RepairSettings& settings,
                        RepairReport& report)
{
    if (settings.dead == DeadMode::None || measured.dead.empty())
        return;
    std::vector<std::size_t> live;
    for (std::size_t k = 0; k < layer.filters; ++k) {
        if (measured.filterNorms[k] >= settings.deadBelow)
            live.push_back(k);
    }
    const bool copy = settings.dead == DeadMode::Copy && !live.empty();
    if (settings.dead == DeadMode::Copy && live.empty())
        report.warnings.add("no_donor",
                            "No filter of " + measured.name +
                                " is alive that could be copied, so new ones were drawn.");
    const FilterInitialiser initialiser(method, measured.shape);
    for (const std::int64_t dead : measured.dead) {
        const auto filter = static_cast<std::size_t>(dead);
        Random random(settings.seed, Purpose::DeadFilter, static_cast<std::uint32_t>(place),
                      static_cast<std::uint32_t>(filter));
        Replaced done{measured.name, dead, -1, measured.filterNorms[filter]};
        if (copy) {
            const std::size_t donor = live[static_cast<std::size_t>(random.below(live.size()))];
            copyFilter(layer, donor, filter, settings.copyBn);
            done.donor = static_cast<std::int64_t>(donor);
        } else {
            drawFilter(layer, filter, initialiser, random);
        }
        report.replaced.push_back(std::move(done));
    }
}

} // namespace rekindle::repair

#include "core/image/value_tally.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rekindle::image {
namespace {

/// Sign, exponent and the first eleven bits behind the point.
constexpr int kKeyBits = 20;
constexpr std::size_t kMostOfAPicture = 65536;

/// Numbers in the order of the values that they stand for.
std::uint32_t keyOf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t ordered = (bits & 0x80000000u) != 0 ? ~bits : bits | 0x80000000u;
    return ordered >> (32 - kKeyBits);
}

float valueOf(std::uint32_t key)
{
    const std::uint32_t ordered = key << (32 - kKeyBits);
    if ((ordered & 0x80000000u) != 0)
        return std::bit_cast<float>(ordered & 0x7fffffffu);
    // Of negative numbers the end of a bin that lies nearer to zero has its low bits clear.
    return std::bit_cast<float>(~(ordered | ((1u << (32 - kKeyBits)) - 1)));
}

} // namespace

void ValueTally::add(std::span<const float> values)
{
    std::vector<std::uint32_t> keys;
    float least = std::numeric_limits<float>::infinity(), most = -least;
    const std::size_t step = std::max<std::size_t>(1, values.size() / kMostOfAPicture);
    keys.reserve(values.size() / step + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]))
            continue;
        least = std::min(least, values[i]);
        most = std::max(most, values[i]);
        if (i % step == 0)
            keys.push_back(keyOf(values[i]));
    }
    const std::lock_guard lock(m_mutex);
    if (m_counts.empty())
        m_counts.resize(std::size_t{1} << kKeyBits);
    for (const std::uint32_t key : keys)
        ++m_counts[key];
    m_total += keys.size();
    m_least = std::min(m_least, least);
    m_most = std::max(m_most, most);
}

void ValueTally::noteStored(std::uint16_t largest)
{
    const std::lock_guard lock(m_mutex);
    m_largestStored = std::max(m_largestStored, largest);
}

std::uint16_t ValueTally::largestStored() const
{
    const std::lock_guard lock(m_mutex);
    return m_largestStored;
}

bool ValueTally::empty() const
{
    const std::lock_guard lock(m_mutex);
    return m_total == 0;
}

double ValueTally::percentile(double percent) const
{
    const std::lock_guard lock(m_mutex);
    if (m_total == 0)
        return 0;
    if (percent <= 0)
        return m_least;
    if (percent >= 100)
        return m_most;
    const double wanted = percent / 100 * static_cast<double>(m_total - 1);
    std::uint64_t below = 0;
    for (std::uint32_t key = 0; key < m_counts.size(); ++key) {
        below += m_counts[key];
        if (static_cast<double>(below) > wanted)
            return std::clamp(valueOf(key), m_least, m_most);
    }
    return m_most;
}

std::vector<std::uint64_t> ValueTally::histogram(const ValueRange& range, std::size_t steps) const
{
    std::vector<std::uint64_t> counts(steps);
    if (!range.holds() || steps == 0)
        return counts;
    const std::lock_guard lock(m_mutex);
    const double step = (range.white - range.black) / static_cast<double>(steps);
    for (std::uint32_t key = 0; key < m_counts.size(); ++key) {
        if (m_counts[key] == 0)
            continue;
        const double value = std::clamp(valueOf(key), m_least, m_most);
        if (value < range.black || value > range.white)
            continue;
        const auto at = static_cast<std::size_t>((value - range.black) / step);
        counts[std::min(at, steps - 1)] += m_counts[key];
    }
    return counts;
}

Reading settled(Reading reading, const ValueTally& tally)
{
    if (tally.empty() || reading.mapping == Mapping::Window)
        return reading;
    double low = reading.lowPercent, high = reading.highPercent;
    if (reading.mapping == Mapping::Full) {
        low = 0;
        high = 100;
    }
    reading.set = {tally.percentile(low), tally.percentile(high)};
    // Next to nothing but one value, as in a set of masks: the range of all.
    if (!reading.set.holds())
        reading.set = {tally.percentile(0), tally.percentile(100)};
    if (!reading.set.holds())
        reading.set.white = reading.set.black + 1;
    return reading;
}

} // namespace rekindle::image

#pragma once

#include "core/image/reading.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <mutex>
#include <span>
#include <vector>

namespace rekindle::image {

/// What values the pictures of a set hold, counted while they are read; what is found does not
/// depend on the order. Safe from any thread.
class ValueTally
{
public:
    /// Values of one picture, evenly picked where there are many. What is no number is left out.
    void add(std::span<const float> values);
    /// The largest value of a plain picture of more than 8 bits.
    void noteStored(std::uint16_t largest);

    [[nodiscard]] std::uint16_t largestStored() const;
    /// Below which `percent` of the values lie, to 0.05 % of the value; 0 and 100 are exact. 0
    /// where nothing was added.
    [[nodiscard]] double percentile(double percent) const;
    [[nodiscard]] bool empty() const;
    /// How many of the values lie in each of so many equal steps from black to white; those beyond
    /// are left out.
    [[nodiscard]] std::vector<std::uint64_t> histogram(const ValueRange& range,
                                                       std::size_t steps) const;

private:
    mutable std::mutex m_mutex; ///< guards all below
    std::vector<std::uint32_t> m_counts;
    std::uint64_t m_total = 0;
    float m_least = std::numeric_limits<float>::infinity();
    float m_most = -std::numeric_limits<float>::infinity();
    std::uint16_t m_largestStored = 0;
};

/// The reading with the range that its set's values were found to span, where its mapping needs one
/// and `tally` holds some.
[[nodiscard]] Reading settled(Reading reading, const ValueTally& tally);

} // namespace rekindle::image

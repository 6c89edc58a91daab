#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace rekindle::loader {

/// The image at a position of the endless order: position p lies in pass p / n, whose permutation
/// is drawn from (seed, pass). Exposed for the tests and for readers of a run's record.
[[nodiscard]] std::size_t imageAt(std::uint64_t seed, std::size_t count, std::uint64_t position);

/// The endless order of `imageAt`, with the permutations in use kept. Safe from any thread.
class PassOrder
{
public:
    PassOrder(std::uint64_t seed, std::size_t count) : m_seed(seed), m_count(count) {}
    [[nodiscard]] std::size_t at(std::uint64_t position);

private:
    struct Pass {
        std::uint64_t number = 0;
        std::vector<std::size_t> order;
    };

    const std::uint64_t m_seed;
    const std::size_t m_count;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<const Pass>> m_passes; ///< the latest few, under m_mutex
};

} // namespace rekindle::loader

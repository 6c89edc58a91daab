#include "core/loader/pass_order.h"

#include "core/base/rng.h"

#include <algorithm>

namespace rekindle::loader {
namespace {

/// A batch seldom reaches over more than two passes, and the loader is only a few batches ahead.
constexpr std::size_t kKeptPasses = 4;

std::vector<std::size_t> orderOf(std::uint64_t seed, std::size_t count, std::uint64_t pass)
{
    return permutation(count, Random(seed, Purpose::Shuffle, static_cast<std::uint32_t>(pass),
                                     static_cast<std::uint32_t>(pass >> 32)));
}

} // namespace

std::size_t PassOrder::at(std::uint64_t position)
{
    const std::uint64_t number = position / m_count;
    const auto within = static_cast<std::size_t>(position % m_count);
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_passes.begin(), m_passes.end(),
                                    [&](const auto& pass) { return pass->number == number; });
    if (found != m_passes.end())
        return (*found)->order[within];
    if (m_passes.size() == kKeptPasses)
        m_passes.erase(m_passes.begin());
    m_passes.push_back(std::make_shared<Pass>(Pass{number, orderOf(m_seed, m_count, number)}));
    return m_passes.back()->order[within];
}

std::size_t imageAt(std::uint64_t seed, std::size_t count, std::uint64_t position)
{
    return orderOf(seed, count, position / count)[static_cast<std::size_t>(position % count)];
}

} // namespace rekindle::loader

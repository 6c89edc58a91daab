#include "core/base/rng.h"

#include "core/base/check.h"

#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace rekindle {

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{0xD2511F53u} * counter[0];
        const std::uint64_t p1 = std::uint64_t{0xCD9E8D57u} * counter[2];
        counter = {static_cast<std::uint32_t>(p1 >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(p1),
                   static_cast<std::uint32_t>(p0 >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(p0)};
        key[0] += 0x9E3779B9u;
        key[1] += 0xBB67AE85u;
    }
    return counter;
}

Random::Random(std::uint64_t seed, Purpose purpose, std::uint32_t a, std::uint32_t b,
               std::uint32_t c)
{
    // The name fills key and counter by one round of Philox over purpose and c, so that 160 bits of
    // name fit beside a 32-bit position.
    const std::array<std::uint32_t, 2> seedKey = {static_cast<std::uint32_t>(seed),
                                                  static_cast<std::uint32_t>(seed >> 32)};
    const auto mixed =
        philox({static_cast<std::uint32_t>(purpose), c, 0x52656B69u, 0x6E646C65u}, seedKey);
    m_key = {mixed[0], mixed[1]};
    m_counter = {0, a, b, mixed[2]};
}

std::uint32_t Random::bits()
{
    if (m_used == 4) {
        m_block = philox(m_counter, m_key);
        ++m_counter[0];
        m_used = 0;
    }
    return m_block[m_used++];
}

double Random::uniform()
{
    const std::uint64_t high = bits() >> 5;
    const std::uint64_t low = bits() >> 6;
    return static_cast<double>((high << 26) | low) * 0x1.0p-53;
}

double Random::uniform(double low, double high)
{
    return low + (high - low) * uniform();
}

std::uint64_t Random::below(std::uint64_t bound)
{
    RK_ASSERT(bound > 0);
    const std::uint64_t limit = bound * (~std::uint64_t{0} / bound);
    for (;;) {
        const std::uint64_t high = bits();
        const std::uint64_t value = (high << 32) | bits();
        if (value < limit)
            return value % bound;
    }
}

double Random::normal()
{
    const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double Random::truncatedNormal(double limit)
{
    for (;;) {
        const double value = normal();
        if (std::abs(value) <= limit)
            return value;
    }
}

bool Random::chance(double probability)
{
    return uniform() < probability;
}

void Random::shuffle(std::span<std::size_t> values)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[static_cast<std::size_t>(below(i))]);
}

std::vector<std::size_t> permutation(std::size_t count, Random random)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(order);
    return order;
}

} // namespace rekindle

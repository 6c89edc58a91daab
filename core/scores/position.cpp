#include "core/scores/position.h"

#include <array>
#include <charconv>
#include <cmath>

namespace rekindle::scores {

Json positionJson(double passes)
{
    constexpr double kMostExact = 9007199254740992.0; // 2^53
    if (std::floor(passes) == passes && std::abs(passes) < kMostExact)
        return static_cast<std::int64_t>(passes);
    return passes;
}

std::string positionText(double passes)
{
    // Two decimals, and no zeros behind the last one that says something.
    std::array<char, 64> buffer{};
    const auto [end, code] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), passes,
                                           std::chars_format::fixed, 2);
    if (code != std::errc())
        return "?";
    std::string text(buffer.data(), end);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

} // namespace rekindle::scores

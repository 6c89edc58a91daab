#include "core/specs/size_text.h"

#include "core/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace rekindle::specs {
namespace {

struct Unit {
    std::string_view letter;
    std::int64_t binary;
    std::int64_t decimal;
};
constexpr std::array kUnits{Unit{"t", std::int64_t{1} << 40, 1'000'000'000'000},
                            Unit{"g", std::int64_t{1} << 30, 1'000'000'000},
                            Unit{"m", std::int64_t{1} << 20, 1'000'000},
                            Unit{"k", std::int64_t{1} << 10, 1'000}};
/// More than any machine has, and far from where numbers end.
constexpr double kMost = 1e15;

/// What a number counts, by what stands behind it; 0 for a word that is no unit.
std::int64_t factorOf(std::string_view word)
{
    if (word.empty() || word == "b")
        return 1;
    for (const Unit& unit : kUnits) {
        if (!word.starts_with(unit.letter))
            continue;
        const std::string_view rest = word.substr(1);
        if (rest == "b")
            return unit.decimal;
        return rest.empty() || rest == "ib" ? unit.binary : 0;
    }
    return 0;
}

} // namespace

std::optional<std::int64_t> parseSize(const std::string& text)
{
    const std::string lower = text::lower(text);
    const char* begin = lower.data();
    const char* const end = begin + lower.size();
    while (begin != end && *begin == ' ')
        ++begin;
    double number = 0;
    const auto [after, code] = std::from_chars(begin, end, number);
    if (code != std::errc())
        return std::nullopt;
    std::string_view word(after, static_cast<std::size_t>(end - after));
    while (word.starts_with(' '))
        word.remove_prefix(1);
    while (word.ends_with(' '))
        word.remove_suffix(1);
    const std::int64_t factor = factorOf(word);
    const double bytes = number * static_cast<double>(factor);
    if (factor == 0 || !(bytes >= 0) || bytes > kMost)
        return std::nullopt;
    return static_cast<std::int64_t>(std::llround(bytes));
}

std::string sizeText(std::int64_t bytes)
{
    for (const Unit& unit : kUnits) {
        if (bytes != 0 && bytes % unit.binary == 0)
            return std::to_string(bytes / unit.binary) +
                   static_cast<char>(unit.letter.front() - 'a' + 'A');
    }
    return std::to_string(bytes);
}

} // namespace rekindle::specs

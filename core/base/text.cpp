#include "core/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fmt/format.h>

namespace rekindle::text {

std::string number(double value)
{
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return std::string(buffer.data(), end.ptr);
}

std::string fixed(double value, int decimals)
{
    return fmt::format("{:.{}f}", value, decimals);
}

std::string count(std::uint64_t value)
{
    std::string digits = std::to_string(value);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, 1, ',');
    return digits;
}

std::string count(std::uint64_t value, std::string_view noun)
{
    return count(value) + " " + std::string(noun) + (value == 1 ? "" : "s");
}

std::string bytes(std::uint64_t value)
{
    if (value < 1024)
        return fmt::format("{} bytes", value);
    static constexpr std::array kUnits = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double scaled = static_cast<double>(value) / 1024.0;
    std::size_t unit = 0;
    while (scaled >= 1024.0 && unit + 1 < kUnits.size()) {
        scaled /= 1024.0;
        ++unit;
    }
    return fmt::format("{:.1f} {}", scaled, kUnits[unit]);
}

std::string duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return "unknown";
    if (seconds < 60)
        return "less than a minute";
    const auto minutes = static_cast<std::int64_t>(std::llround(seconds / 60.0));
    if (minutes < 60)
        return fmt::format("{} min", minutes);
    if (minutes < std::int64_t{24} * 60)
        return fmt::format("{} h {} min", minutes / 60, minutes % 60);
    const auto hours = (minutes + 30) / 60;
    return fmt::format("{} {} {} h", hours / 24, hours / 24 == 1 ? "day" : "days", hours % 24);
}

std::string utcNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900,
                       parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

namespace {

/// Whether these bytes are a control character of Unicode that a terminal or a label obeys: C1,
/// and what turns the direction of writing.
bool isControl(std::string_view sequence)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
    if (sequence.size() == 2)
        return byte(0) == 0xC2 && byte(1) < 0xA0;
    if (sequence.size() != 3 || byte(0) != 0xE2)
        return false;
    const bool marks = byte(1) == 0x80 && ((byte(2) >= 0x8E && byte(2) <= 0x8F) ||
                                           (byte(2) >= 0xA8 && byte(2) <= 0xAE));
    return marks || (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
}

/// Length of the UTF-8 sequence at `i` if it is valid and can be shown, or 0.
std::size_t utf8Length(std::string_view raw, std::size_t i)
{
    const auto lead = static_cast<unsigned char>(raw[i]);
    std::size_t length = 0;
    if (lead >= 0x20 && lead < 0x7F)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        length = 2;
    else if (lead >= 0xE0 && lead < 0xF0)
        length = 3;
    else if (lead >= 0xF0 && lead < 0xF5)
        length = 4;
    if (length == 0 || i + length > raw.size())
        return 0;
    for (std::size_t k = 1; k < length; ++k) {
        if ((static_cast<unsigned char>(raw[i + k]) & 0xC0) != 0x80)
            return 0;
    }
    return isControl(raw.substr(i, length)) ? 0 : length;
}

} // namespace

std::string shown(std::string_view raw, std::size_t limit)
{
    std::string out;
    for (std::size_t i = 0; i < raw.size();) {
        if (out.size() >= limit)
            return out + "…";
        const std::size_t length = utf8Length(raw, i);
        if (length == 0) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(raw[i]));
            ++i;
        } else {
            out += raw.substr(i, length);
            i += length;
        }
    }
    return out;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(separator, begin);
        parts.emplace_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos)
            return parts;
        begin = end + 1;
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            out += separator;
        out += parts[i];
    }
    return out;
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

} // namespace rekindle::text

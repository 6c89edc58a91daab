#include "core/run/setting_field.h"

#include "core/base/text.h"
#include "core/run/path_json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace rekindle::run {
namespace {

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

template <class T>
std::optional<T> parseWhole(const std::string& raw)
{
    const std::string text = trimmed(raw);
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

template <class T>
std::optional<Json> parseJsonNumber(const std::string& text)
{
    if (const auto value = parseWhole<T>(text))
        return Json(*value);
    return std::nullopt;
}

bool within(const Json& value, std::int64_t low, std::int64_t high)
{
    if (!value.is_number_integer())
        return false;
    // Beyond the signed range an unsigned value would wrap when it is read as signed.
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(high))
        return false;
    const auto number = value.get<std::int64_t>();
    return number >= low && number <= high;
}

/// "8G", "512MiB", "1 KB": powers of 1024.
std::optional<std::int64_t> parseBytes(const std::string& raw)
{
    const std::string text = text::lower(trimmed(raw));
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto number = parseWhole<std::int64_t>(text.substr(0, digits));
    std::string unit = trimmed(text.substr(digits));
    if (!number)
        return std::nullopt;
    for (const std::string_view ending : {"ib", "b"}) {
        if (unit.ends_with(ending)) {
            unit.resize(unit.size() - ending.size());
            break;
        }
    }
    static constexpr std::string_view kUnits = "kmgt";
    int shift = 0;
    if (!unit.empty()) {
        const auto at = kUnits.find(unit);
        if (unit.size() != 1 || at == std::string_view::npos)
            return std::nullopt;
        shift = 10 * (static_cast<int>(at) + 1);
    }
    if (*number > (std::numeric_limits<std::int64_t>::max() >> shift))
        return std::nullopt;
    return *number << shift;
}

} // namespace

Rule wholeNumber(std::int64_t low, std::int64_t high)
{
    return {fmt::format("a whole number from {} to {}", low, high), parseJsonNumber<std::int64_t>,
            [=](const Json& value) { return within(value, low, high); }};
}

Rule anySeed()
{
    return {"a whole number from 0 to 18446744073709551615", parseJsonNumber<std::uint64_t>,
            [](const Json& value) {
                return value.is_number_unsigned() ||
                       (value.is_number_integer() && value.get<std::int64_t>() >= 0);
            }};
}

Rule realNumber(double low, double high)
{
    return {fmt::format("a number from {} to {}", text::number(low), text::number(high)),
            parseJsonNumber<double>, [=](const Json& value) {
                if (!value.is_number())
                    return false;
                const auto number = value.get<double>();
                return std::isfinite(number) && number >= low && number <= high;
            }};
}

Rule byteCount()
{
    return {"a number of bytes, such as 8589934592 or 8G; 0 for no limit",
            [](const std::string& text) -> std::optional<Json> {
                if (const auto bytes = parseBytes(text))
                    return Json(*bytes);
                return std::nullopt;
            },
            [](const Json& value) {
                if (value.is_string())
                    return parseBytes(value.get<std::string>()).has_value();
                return within(value, 0, std::numeric_limits<std::int64_t>::max());
            }};
}

Rule oneOf(const std::vector<std::string>& words)
{
    return {text::join(words, " or "),
            [](const std::string& text) -> std::optional<Json> { return Json(trimmed(text)); },
            [words](const Json& value) {
                return value.is_string() && std::find(words.begin(), words.end(),
                                                      value.get<std::string>()) != words.end();
            }};
}

Rule anyText()
{
    return {"a text",
            [](const std::string& text) -> std::optional<Json> { return pathToJson(text); },
            [](const Json& value) { return pathFromJson(value).has_value(); }};
}

Rule deviceName()
{
    return {"auto or cpu or cuda or cuda:N",
            [](const std::string& text) -> std::optional<Json> { return Json(trimmed(text)); },
            [](const Json& value) {
                if (!value.is_string())
                    return false;
                const auto name = value.get<std::string>();
                if (name == "auto" || name == "cpu" || name == "cuda")
                    return true;
                return name.starts_with("cuda:") && parseWhole<std::uint8_t>(name.substr(5));
            }};
}

Rule listOfNumbers(std::int64_t low, std::int64_t high)
{
    return {fmt::format("whole numbers from {} to {}, separated by commas", low, high),
            [](const std::string& text) -> std::optional<Json> {
                Json list = Json::array();
                if (trimmed(text).empty())
                    return list;
                for (const std::string& part : text::split(text, ',')) {
                    const auto value = parseWhole<std::int64_t>(part);
                    if (!value)
                        return std::nullopt;
                    list.push_back(*value);
                }
                return list;
            },
            [=](const Json& value) {
                return value.is_array() &&
                       std::all_of(value.begin(), value.end(),
                                   [=](const Json& item) { return within(item, low, high); });
            }};
}

Rule structured(std::string accepts, std::function<bool(const Json&)> admits)
{
    return {std::move(accepts),
            [](const std::string&) -> std::optional<Json> { return std::nullopt; },
            std::move(admits)};
}

Json toSettingJson(const std::string& value)
{
    return pathToJson(value);
}

Json toSettingJson(const std::filesystem::path& value)
{
    return pathToJson(value);
}

void fromSettingJson(const Json& json, std::string& value)
{
    value = pathFromJson(json).value_or(std::string());
}

void fromSettingJson(const Json& json, std::filesystem::path& value)
{
    value = pathFromJson(json).value_or(std::string());
}

void fromSettingJson(const Json& json, std::vector<std::int64_t>& value)
{
    value = json.get<std::vector<std::int64_t>>();
    std::sort(value.begin(), value.end());
    value.erase(std::unique(value.begin(), value.end()), value.end());
}

void fromSettingJson(const Json& json, std::int64_t& value)
{
    value = json.is_string() ? parseBytes(json.get<std::string>()).value_or(0)
                             : json.get<std::int64_t>();
}

} // namespace rekindle::run

#include "core/specs/rule.h"

#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/specs/size_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace rekindle::specs {
namespace {

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// The whole text as a number, whatever the locale.
template <class T>
std::optional<T> parseNumber(const std::string& raw)
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
    if (const auto value = parseNumber<T>(text))
        return Json(*value);
    return std::nullopt;
}

std::optional<Json> parseList(const std::string& text)
{
    Json list = Json::array();
    if (trimmed(text).empty())
        return list;
    for (const std::string& part : text::split(text, ',')) {
        const auto value = parseNumber<std::int64_t>(part);
        if (!value)
            return std::nullopt;
        list.push_back(*value);
    }
    return list;
}

bool isWhole(const Json& value, double low, double high)
{
    if (!value.is_number_integer())
        return false;
    // Beyond the signed range an unsigned value would wrap when it is read as signed.
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(high))
        return false;
    const auto number = value.get<std::int64_t>();
    return number >= static_cast<std::int64_t>(low) && number <= static_cast<std::int64_t>(high);
}

bool isReal(const Json& value, double low, double high)
{
    if (!value.is_number())
        return false;
    const auto number = value.get<double>();
    return std::isfinite(number) && number >= low && number <= high;
}

bool isSeed(const Json& value)
{
    return value.is_number_unsigned() ||
           (value.is_number_integer() && value.get<std::int64_t>() >= 0);
}

bool isDevice(const Json& value)
{
    if (!value.is_string())
        return false;
    const auto name = value.get<std::string>();
    if (name == "auto" || name == "cpu" || name == "cuda")
        return true;
    return name.starts_with("cuda:") && parseNumber<std::uint8_t>(name.substr(5));
}

std::string whole(double bound)
{
    return std::to_string(static_cast<std::int64_t>(bound));
}

} // namespace

std::string Rule::accepts() const
{
    switch (kind) {
    case Kind::Whole:
        return fmt::format("a whole number from {} to {}", whole(low), whole(high));
    case Kind::Seed:
        return "a whole number from 0 to 18446744073709551615";
    case Kind::Real:
        return fmt::format("a number from {} to {}", text::number(low), text::number(high));
    case Kind::Word:
        return text::join(words(), " or ");
    case Kind::Text:
        return "a text";
    case Kind::Device:
        return "auto or cpu or cuda or cuda:N";
    case Kind::Wholes:
    case Kind::WholeSet:
        return fmt::format("whole numbers from {} to {}, separated by commas", whole(low),
                           whole(high));
    case Kind::Size:
        return "a size such as 6G or 800M, or 0";
    case Kind::Structure:
        return shape;
    }
    return {};
}

std::optional<Json> Rule::parse(const std::string& text) const
{
    switch (kind) {
    case Kind::Whole:
        return parseJsonNumber<std::int64_t>(text);
    case Kind::Seed:
        return parseJsonNumber<std::uint64_t>(text);
    case Kind::Real:
        return parseJsonNumber<double>(text);
    case Kind::Word:
    case Kind::Device:
        return Json(trimmed(text));
    case Kind::Text:
        return pathToJson(text);
    case Kind::Wholes:
    case Kind::WholeSet:
        return parseList(text);
    case Kind::Size:
        if (const auto bytes = parseSize(text))
            return Json(*bytes);
        break;
    case Kind::Structure:
        break;
    }
    return std::nullopt;
}

bool Rule::admits(const Json& value) const
{
    switch (kind) {
    case Kind::Whole:
        return isWhole(value, low, high);
    case Kind::Seed:
        return isSeed(value);
    case Kind::Real:
        return isReal(value, low, high);
    case Kind::Word: {
        const auto known = words();
        return value.is_string() &&
               std::find(known.begin(), known.end(), value.get<std::string>()) != known.end();
    }
    case Kind::Text:
        return pathFromJson(value).has_value();
    case Kind::Device:
        return isDevice(value);
    case Kind::Wholes:
    case Kind::WholeSet:
        return value.is_array() && std::all_of(value.begin(), value.end(), [&](const Json& item) {
                   return isWhole(item, low, high);
               });
    case Kind::Size:
        return isWhole(value, low, high);
    case Kind::Structure:
        return isOfShape(value);
    }
    return false;
}

Json Rule::normal(const Json& value) const
{
    switch (kind) {
    case Kind::Whole:
    case Kind::Size:
        return value.get<std::int64_t>();
    case Kind::Seed:
        return value.get<std::uint64_t>();
    case Kind::Real:
        return value.get<double>();
    case Kind::Text:
        return pathToJson(pathFromJson(value).value_or(std::string()));
    case Kind::WholeSet: {
        auto list = value.get<std::vector<std::int64_t>>();
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        return list;
    }
    case Kind::Word:
    case Kind::Device:
    case Kind::Wholes:
    case Kind::Structure:
        break;
    }
    return value;
}

Rule wholeNumber(std::int64_t low, std::int64_t high)
{
    return {.kind = Rule::Kind::Whole,
            .low = static_cast<double>(low),
            .high = static_cast<double>(high)};
}

Rule anySeed()
{
    return {.kind = Rule::Kind::Seed};
}

Rule realNumber(double low, double high)
{
    return {.kind = Rule::Kind::Real, .low = low, .high = high};
}

Rule oneOf(std::vector<std::string> words)
{
    return oneOf([words = std::move(words)] { return words; });
}

Rule oneOf(std::function<std::vector<std::string>()> words)
{
    return {.kind = Rule::Kind::Word, .words = std::move(words)};
}

Rule anyText()
{
    return {.kind = Rule::Kind::Text};
}

Rule deviceName()
{
    return {.kind = Rule::Kind::Device};
}

Rule listOfNumbers(std::int64_t low, std::int64_t high)
{
    return {.kind = Rule::Kind::Wholes,
            .low = static_cast<double>(low),
            .high = static_cast<double>(high)};
}

Rule setOfNumbers(std::int64_t low, std::int64_t high)
{
    Rule rule = listOfNumbers(low, high);
    rule.kind = Rule::Kind::WholeSet;
    return rule;
}

Rule anySize()
{
    constexpr double kMost = 1e15; // more than any machine has
    return {.kind = Rule::Kind::Size, .high = kMost};
}

Rule structured(std::string shape, std::function<bool(const Json&)> isOfShape)
{
    return {.kind = Rule::Kind::Structure,
            .shape = std::move(shape),
            .isOfShape = std::move(isOfShape)};
}

} // namespace rekindle::specs

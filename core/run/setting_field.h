#pragma once

// Private to the folder: one line describes one setting; reading, writing and setting by name are
// driven by that line alone.

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::run {

/// What a setting accepts. Each rule turns text into JSON (nothing: not of this kind) and says
/// whether a JSON value is acceptable.
struct Rule {
    std::string accepts; ///< for people: "a whole number from 1 to 100"
    std::function<std::optional<Json>(const std::string& text)> parse;
    std::function<bool(const Json& value)> admits;
};

[[nodiscard]] Rule wholeNumber(std::int64_t low, std::int64_t high);
[[nodiscard]] Rule anySeed(); ///< the whole range of an unsigned 64-bit number
[[nodiscard]] Rule realNumber(double low, double high);
[[nodiscard]] Rule byteCount(); ///< 8589934592, "8G", "512 MiB"
[[nodiscard]] Rule oneOf(const std::vector<std::string>& words);
[[nodiscard]] Rule anyText();
[[nodiscard]] Rule deviceName();
[[nodiscard]] Rule listOfNumbers(std::int64_t low, std::int64_t high);
/// A value that only a file can give.
[[nodiscard]] Rule structured(std::string accepts, std::function<bool(const Json&)> admits);

/// What a setting means for a matched pair.
enum class InPair { Equal, MayDiffer };

/// One setting of the struct S. `name` may be dotted: "conventions.padding" lies in an object.
template <class S>
struct Field {
    std::string name;
    Rule rule;
    std::function<Json(const S&)> get;
    std::function<void(S&, const Json&)> set; ///< called with a value that `rule` admits
    InPair inPair = InPair::Equal;
};

[[nodiscard]] Json toSettingJson(const std::string& value);
[[nodiscard]] Json toSettingJson(const std::filesystem::path& value);
template <class T>
[[nodiscard]] Json toSettingJson(const T& value)
{
    return Json(value);
}

void fromSettingJson(const Json& json, std::string& value);
void fromSettingJson(const Json& json, std::filesystem::path& value);
void fromSettingJson(const Json& json, std::vector<std::int64_t>& value); ///< sorted, once each
void fromSettingJson(const Json& json, std::int64_t& value);              ///< also from "8G"
template <class T>
void fromSettingJson(const Json& json, T& value)
{
    value = json.get<T>();
}

template <class S, class T>
[[nodiscard]] Field<S> field(std::string name, T S::*member, Rule rule,
                             InPair inPair = InPair::Equal)
{
    return {std::move(name), std::move(rule),
            [member](const S& settings) { return toSettingJson(settings.*member); },
            [member](S& settings, const Json& json) { fromSettingJson(json, settings.*member); },
            inPair};
}

/// A value of an enum (or anything else with names), given by two functions.
template <class S, class Get, class Set>
[[nodiscard]] Field<S> fieldBy(std::string name, Rule rule, Get get, Set set,
                               InPair inPair = InPair::Equal)
{
    return {std::move(name), std::move(rule), get, set, inPair};
}

} // namespace rekindle::run

#pragma once

#include "core/base/path_json.h"
#include "core/specs/setting_spec.h"

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace rekindle::specs {

/// A setting that is a member of the struct S: its spec, and the way between the two.
template <class S>
struct TypedSetting {
    SettingSpec spec;
    std::function<Json(const S&)> get;
    std::function<void(S&, const Json&)> set; ///< called with a value that the rule admits
};

namespace detail {
template <class T>
Json toValue(const T& value)
{
    if constexpr (std::is_convertible_v<T, std::filesystem::path>)
        return pathToJson(value);
    else
        return Json(value);
}

template <class T>
void fromValue(const Json& json, T& value)
{
    if constexpr (std::is_convertible_v<T, std::filesystem::path>)
        value = pathFromJson(json).value_or(std::string());
    else
        value = json.get<T>();
}
} // namespace detail

/// A member whose default is the one that the struct gives it.
template <class S, class T>
[[nodiscard]] TypedSetting<S> typed(T S::*member, SettingSpec spec)
{
    spec.byDefault = detail::toValue(S{}.*member);
    return {std::move(spec), [member](const S& s) { return detail::toValue(s.*member); },
            [member](S& s, const Json& json) { detail::fromValue(json, s.*member); }};
}

/// Anything else (an enum, a member of a member), given by two functions.
template <class S, class Get, class Set>
[[nodiscard]] TypedSetting<S> typedBy(SettingSpec spec, Get get, Set set)
{
    spec.byDefault = get(S{});
    return {std::move(spec), get, set};
}

template <class S>
[[nodiscard]] std::vector<SettingSpec> specsOf(const std::vector<TypedSetting<S>>& settings)
{
    std::vector<SettingSpec> specs;
    specs.reserve(settings.size());
    for (const TypedSetting<S>& setting : settings)
        specs.push_back(setting.spec);
    return specs;
}

/// The struct that values stand for; one that is missing or out of its range has its default.
template <class S>
[[nodiscard]] S fromValues(const std::vector<TypedSetting<S>>& settings, const Values& values)
{
    S result;
    for (const TypedSetting<S>& setting : settings) {
        const auto found = values.find(setting.spec.name);
        if (found != values.end() && setting.spec.rule.admits(found->second))
            setting.set(result, found->second);
    }
    return result;
}

template <class S>
[[nodiscard]] Values toValues(const std::vector<TypedSetting<S>>& settings, const S& from)
{
    Values values;
    for (const TypedSetting<S>& setting : settings)
        values[setting.spec.name] = setting.get(from);
    return values;
}

} // namespace rekindle::specs

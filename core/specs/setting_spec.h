#pragma once

#include "core/specs/rule.h"

#include <map>
#include <string>
#include <vector>

namespace rekindle::specs {

/// What a setting has a say in.
enum class Decides {
    Numbers,   ///< the recipe: changes what is computed, part of a run's identity
    Inputs,    ///< what goes in, by its kind or by the hash of its bytes; part of the identity
    Operation, ///< only how it is worked off: cores, device, how often to save
    Nothing,   ///< a path or a name for people; what lies there enters the identity by its hash
};
[[nodiscard]] std::string_view decidesName(Decides decides); ///< numbers inputs operation nothing

/// What a setting means for two runs that are compared.
enum class InPair { Equal, MayDiffer };

/// Everything there is to say about one setting, once. Command line, files, checks, tables of
/// differences, forms and records come from it.
struct SettingSpec {
    std::string name = {};  ///< in JSON and for `--set`; "conventions.padding" lies in an object
    std::string title = {}; ///< short, for a form: "Learning rate"
    Rule rule = {};
    Json byDefault = {};
    std::string unit = {};    ///< "passes", "pixels", "minutes"; empty for a bare number
    std::string meaning = {}; ///< one sentence without a full stop: tooltips, `methods`
    Decides decides = Decides::Numbers;
    InPair inPair = InPair::Equal;
};

/// Settings by name; one that is not in it has its default.
using Values = std::map<std::string, Json, std::less<>>;

/// An entry of `methods --json`: name, title, default, unit, accepts, meaning, decides, may_differ.
[[nodiscard]] Json toJson(const SettingSpec& spec);

/// Nothing if there is none of this name.
[[nodiscard]] const SettingSpec* findSetting(const std::vector<SettingSpec>& settings,
                                             std::string_view name);

} // namespace rekindle::specs

#include "core/specs/setting_spec.h"

#include <algorithm>

namespace rekindle::specs {

std::string_view decidesName(Decides decides)
{
    switch (decides) {
    case Decides::Numbers:
        return "numbers";
    case Decides::Inputs:
        return "inputs";
    case Decides::Operation:
        return "operation";
    case Decides::Nothing:
        return "nothing";
    }
    return "nothing";
}

Json toJson(const SettingSpec& spec)
{
    return Json{{"name", spec.name},
                {"title", spec.title},
                {"default", spec.byDefault},
                {"unit", spec.unit},
                {"accepts", spec.rule.accepts()},
                {"meaning", spec.meaning},
                {"decides", decidesName(spec.decides)},
                {"may_differ", spec.inPair == InPair::MayDiffer}};
}

const SettingSpec* findSetting(const std::vector<SettingSpec>& settings, std::string_view name)
{
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const SettingSpec& spec) { return spec.name == name; });
    return found != settings.end() ? &*found : nullptr;
}

} // namespace rekindle::specs

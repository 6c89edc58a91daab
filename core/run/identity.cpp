#include "core/run/identity.h"

#include "core/run/common_settings.h"
#include "core/scores/position.h"
#include "core/storage/digest.h"

#include <algorithm>

namespace rekindle::run {
namespace {

using specs::Decides;
using specs::SettingSpec;

/// By name, so that the order of lists in the sources says nothing.
template <class S>
std::map<std::string, Json> deciding(const S& settings)
{
    std::map<std::string, Json> values;
    const auto enters = [&](const SettingSpec& spec) {
        const auto& without = settings.unrecorded;
        return (spec.decides == Decides::Numbers || spec.decides == Decides::Inputs) &&
               std::find(without.begin(), without.end(), spec.name) == without.end();
    };
    for (const auto& setting : SettingsKind<S>::common()) {
        if (enters(setting.spec))
            values[setting.spec.name] = setting.get(settings);
    }
    if (const specs::Spec* spec = specOf(settings)) {
        for (const SettingSpec& own : spec->own) {
            if (enters(own))
                values[own.name] = ownValue(settings, own);
        }
    }
    return values;
}

std::string hashOf(const char* kind, const std::map<std::string, Json>& values)
{
    Json json{{"kind", kind}};
    for (const auto& [name, value] : values)
        json[name] = value;
    return storage::sha256(dumpJsonLine(json));
}

} // namespace

std::string identityOf(const PretrainSettings& settings)
{
    auto values = deciding(settings);
    // The path says nothing, but whether there is one does, recorded hash or not.
    values["init"] = settings.init == "random" ? "random" : "checkpoint";
    return hashOf("pretrain", values);
}

std::string identityOf(const ScoreSettings& settings)
{
    auto values = deciding(settings);
    Json targets = Json::array();
    for (const ScoreTarget& target : settings.targets)
        targets.push_back(Json{{"epoch", scores::positionJson(target.epoch)},
                               {"weights", target.weights.empty() ? "random" : "checkpoint"},
                               {"content", target.content}});
    values["targets"] = targets;
    return hashOf("evaluate", values);
}

} // namespace rekindle::run

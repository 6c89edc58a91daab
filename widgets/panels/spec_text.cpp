#include "widgets/panels/spec_text.h"

#include "core/base/text.h"
#include "core/run/presets.h"
#include "core/run/setting_specs.h"
#include "core/scores/measure.h"
#include "core/specs/spec.h"
#include "widgets/panels/settings_form.h"

#include <QCoreApplication>

namespace rekindle::panels {
namespace {

void addTexts(const std::vector<specs::SettingSpec>& settings, std::set<std::string>& texts)
{
    for (const specs::SettingSpec& spec : offered(settings)) {
        texts.insert(
            {spec.title.empty() ? spec.name : spec.title, spec.meaning, spec.rule.accepts()});
    }
}

} // namespace

QString specText(const std::string& text)
{
    return QCoreApplication::translate("Specs", text.c_str());
}

std::set<std::string> specTexts()
{
    std::set<std::string> texts;
    for (const specs::MethodSpec& method : specs::methods().all()) {
        texts.insert(method.title);
        addTexts(run::pretrainSettingSpecs(method.name), texts);
    }
    for (const specs::ProtocolSpec& protocol : specs::protocols().all()) {
        texts.insert({protocol.title, text::lower(protocol.title)}); // alone and in a sentence
        const auto settings = run::scoreSettingSpecs(protocol.name);
        addTexts(settings, texts);
        // Which protocol is chosen in a field of its own.
        if (const auto* choice = specs::findSetting(settings, "protocol"))
            texts.insert({choice->title, choice->meaning, choice->rule.accepts()});
    }
    for (const scores::Measure& measure : scores::measures())
        texts.insert(measure.title);
    for (const run::Preset& preset : run::presets())
        texts.insert({preset.title, preset.when});
    texts.erase(std::string());
    return texts;
}

} // namespace rekindle::panels

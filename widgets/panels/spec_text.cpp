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

void addTexts(const specs::SettingSpec& spec, std::set<std::string>& texts)
{
    texts.insert({spec.title.empty() ? spec.name : spec.title, spec.unit, spec.meaning,
                  spec.rule.accepts()});
    if (spec.rule.kind == specs::Rule::Kind::Word) {
        for (const std::string& word : spec.rule.words())
            texts.insert(word);
    }
}

void addTexts(const std::vector<specs::SettingSpec>& settings, std::set<std::string>& texts)
{
    for (const specs::SettingSpec& spec : offered(settings))
        addTexts(spec, texts);
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
        addTexts(*specs::findSetting(settings, "protocol"), texts);
    }
    for (const scores::Measure& measure : scores::measures())
        texts.insert(measure.title);
    for (const run::Preset& preset : run::presets())
        texts.insert({preset.title, preset.when});
    texts.erase(std::string());
    return texts;
}

} // namespace rekindle::panels

#include "app/cli/commands.h"

#include "core/base/text.h"
#include "core/run/presets.h"
#include "core/run/setting_specs.h"

namespace rekindle::cli {
namespace {

struct Options {
};

/// What is the same whatever is chosen: what goes in and how it is called belong to a run.
bool isOfTheRecipe(const specs::SettingSpec& setting)
{
    return setting.decides == specs::Decides::Numbers ||
           setting.decides == specs::Decides::Operation;
}

std::string shownDefault(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : dumpJsonLine(value);
}

/// One method or protocol: as JSON, and for people its settings in columns and what they mean.
Json tell(const specs::Spec& spec, const std::vector<specs::SettingSpec>& settings, Output& output)
{
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    std::string meanings;
    for (const specs::SettingSpec& setting : settings) {
        if (!isOfTheRecipe(setting))
            continue;
        list.push_back(specs::toJson(setting));
        rows.push_back({"  " + setting.name, shownDefault(setting.byDefault), setting.unit});
        meanings +=
            "  " + setting.name + ": " + setting.meaning + " (" + setting.rule.accepts() + ")\n";
    }
    output.lines(spec.name + "   " + spec.title + " (" + spec.source + "): " + spec.description +
                 "\n");
    output.table(rows);
    output.lines(meanings);
    return Json{{"name", spec.name},
                {"title", spec.title},
                {"source", spec.source},
                {"description", spec.description},
                {"settings", list}};
}

Json tell(const run::Preset& preset, Output& output)
{
    Json values = Json::object();
    std::vector<std::string> words;
    for (const auto* list : {&preset.values, &preset.ofMethod})
        for (const auto& [name, value] : *list) {
            values[name] = value;
            std::string word = name;
            word += '=';
            word += value;
            words.push_back(std::move(word));
        }
    output.lines(preset.name + "   " + preset.title + ": " + preset.when + "\n  " +
                 text::join(words, " ") + "\n  Source: " + preset.source + "\n");
    return Json{{"name", preset.name},
                {"title", preset.title},
                {"when", preset.when},
                {"source", preset.source},
                {"values", values}};
}

Result<Exit> run(const Options&, Output& output)
{
    Json methods = Json::array(), protocols = Json::array();
    output.lines("For pretraining\n");
    for (const specs::MethodSpec& spec : specs::methods().all())
        methods.push_back(tell(spec, run::pretrainSettingSpecs(spec.name), output));
    output.lines("For scoring\n");
    for (const specs::ProtocolSpec& spec : specs::protocols().all())
        protocols.push_back(tell(spec, run::scoreSettingSpecs(spec.name), output));
    Json presets = Json::array();
    output.lines("Presets for pretraining (--preset)\n");
    for (const run::Preset& preset : run::presets())
        presets.push_back(tell(preset, output));
    output.object("rekindle.methods/1",
                  Json{{"methods", methods}, {"protocols", protocols}, {"presets", presets}});
    return kDone;
}

} // namespace

void addMethods(Program& program)
{
    CLI::App* verb =
        addVerb(program, "methods", "Methods and protocols with their settings, defaults and units",
                "rekindle-cli methods");
    onVerb(program, verb, std::make_shared<Options>(), run);
}

} // namespace rekindle::cli

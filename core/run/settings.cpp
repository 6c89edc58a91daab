#include "core/run/settings.h"

#include "core/base/text.h"
#include "core/run/common_settings.h"
#include "core/run/setting_specs.h"
#include "core/weights/architecture.h"

#include <algorithm>
#include <fmt/format.h>

namespace rekindle::run {
namespace {

using specs::SettingSpec;
using specs::TypedSetting;

template <class S>
const TypedSetting<S>* findCommon(const std::string& name)
{
    for (const TypedSetting<S>& setting : SettingsKind<S>::common()) {
        if (setting.spec.name == name)
            return &setting;
    }
    return nullptr;
}

/// Of a common setting under one method or protocol.
const Json& defaultOf(const SettingSpec& common, const specs::Spec* spec)
{
    if (spec != nullptr) {
        const auto other = spec->defaults.find(common.name);
        if (other != spec->defaults.end())
            return other->second;
    }
    return common.byDefault;
}

template <class S>
std::vector<SettingSpec> allSpecs(const specs::Spec* spec)
{
    std::vector<SettingSpec> list;
    if (spec == nullptr)
        return list;
    list = specs::specsOf(SettingsKind<S>::common());
    for (SettingSpec& common : list)
        common.byDefault =
            common.name == SettingsKind<S>::kChoice ? Json(spec->name) : defaultOf(common, spec);
    list.insert(list.end(), spec->own.begin(), spec->own.end());
    return list;
}

void writeValue(Json& json, const std::string& name, const Json& value)
{
    const auto dot = name.find('.');
    if (dot == std::string::npos)
        json[name] = value;
    else
        json[name.substr(0, dot)][name.substr(dot + 1)] = value;
}

template <class S>
Json writeSettings(const S& settings)
{
    Json json = Json::object();
    for (const TypedSetting<S>& setting : SettingsKind<S>::common())
        writeValue(json, setting.spec.name, setting.get(settings));
    if (const specs::Spec* spec = specOf(settings)) {
        for (const SettingSpec& own : spec->own)
            json[own.name] = ownValue(settings, own);
    }
    return json;
}

/// Another method or protocol: what still has the former one's default takes the new one's.
template <class S>
Result<void> choose(S& settings, const std::string& name)
{
    RK_TRY(const auto* chosen, SettingsKind<S>::registry().get(name));
    const specs::Spec* former = specOf(settings);
    for (const TypedSetting<S>& setting : SettingsKind<S>::common()) {
        if (setting.spec.name == SettingsKind<S>::kChoice)
            setting.set(settings, name);
        else if (setting.get(settings) == defaultOf(setting.spec, former))
            setting.set(settings, defaultOf(setting.spec, chosen));
    }
    std::erase_if(settings.own, [&](const auto& entry) {
        const SettingSpec* before =
            former == nullptr ? nullptr : specs::findSetting(former->own, entry.first);
        const SettingSpec* now = specs::findSetting(chosen->own, entry.first);
        return now == nullptr || !now->rule.admits(entry.second) ||
               (before != nullptr && before->byDefault == entry.second);
    });
    return {};
}

/// Of a file: what a name means there.
template <class S>
Result<void> readValue(S& settings, const specs::Spec& spec, const std::string& name,
                       const Json& value, const std::string& subject)
{
    const auto holds = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const TypedSetting<S>* common = findCommon<S>(name);
    const SettingSpec* own = specs::findSetting(spec.own, name);
    if (common == nullptr && own == nullptr) {
        if (holds(spec.retired) || holds(SettingsKind<S>::retired()))
            return {};
        return fail(ErrorKind::Usage,
                    fmt::format("'{}' is not a setting that this program knows", text::shown(name)),
                    subject);
    }
    const SettingSpec& known = common != nullptr ? common->spec : *own;
    if (!known.rule.admits(value))
        return fail(ErrorKind::Damaged,
                    fmt::format("'{}' should be {}", name, known.rule.accepts()), subject);
    if (common != nullptr)
        common->set(settings, known.rule.normal(value));
    else
        settings.own[name] = known.rule.normal(value);
    std::erase(settings.unrecorded, name);
    return {};
}

template <class S>
Result<S> readSettings(const Json& json, const std::string& subject)
{
    if (!json.is_object())
        return fail(ErrorKind::Damaged, "The settings are not an object", subject);
    S settings;
    // First, for it says which names there are.
    const auto choice = json.find(std::string(SettingsKind<S>::kChoice));
    if (choice != json.end()) {
        if (!choice->is_string())
            return fail(ErrorKind::Damaged,
                        fmt::format("'{}' should be a name", SettingsKind<S>::kChoice), subject);
        RK_CHECK(choose(settings, choice->template get<std::string>()));
    }
    const specs::Spec* spec = specOf(settings);
    if (spec == nullptr)
        return fail(ErrorKind::Internal, "The default has no spec", subject);
    for (const SettingSpec& known : allSpecs<S>(spec))
        settings.unrecorded.push_back(known.name);
    for (const auto& [key, value] : json.items()) {
        if (key != "conventions" || !value.is_object()) {
            RK_CHECK(readValue(settings, *spec, key, value, subject));
            continue;
        }
        for (const auto& [inner, innerValue] : value.items())
            RK_CHECK(readValue(settings, *spec, "conventions." + inner, innerValue, subject));
    }
    return settings;
}

/// The error of a name that this method or protocol does not have.
template <class S>
tl::unexpected<Error> noSuchSetting(const specs::Spec* spec, const std::string& name)
{
    for (const auto& other : SettingsKind<S>::registry().all()) {
        if (specs::findSetting(other.own, name) != nullptr && spec != nullptr)
            return fail(
                ErrorKind::Usage,
                fmt::format("This is a setting of {} and not of {}", other.name, spec->name),
                text::shown(name), fmt::format("Leave it out, or choose {}.", other.name));
    }
    std::vector<std::string> names;
    for (const SettingSpec& known : allSpecs<S>(spec))
        names.push_back(known.name);
    return fail(ErrorKind::Usage, "There is no setting of this name", text::shown(name),
                "There are: " + text::join(names, ", ") + ".");
}

template <class S>
Result<void> setField(S& settings, const std::string& key, const std::string& value)
{
    const TypedSetting<S>* common = findCommon<S>(key);
    const specs::Spec* spec = specOf(settings);
    const SettingSpec* known = common != nullptr ? &common->spec
                               : spec != nullptr ? specs::findSetting(spec->own, key)
                                                 : nullptr;
    if (known == nullptr)
        return noSuchSetting<S>(spec, key);
    const auto json = known->rule.parse(value);
    if (key == SettingsKind<S>::kChoice && json)
        return choose(settings, json->get<std::string>());
    if (!json || !known->rule.admits(*json))
        return fail(
            ErrorKind::Usage,
            fmt::format("This setting is {}, not '{}'", known->rule.accepts(), text::shown(value)),
            key);
    if (common != nullptr)
        common->set(settings, known->rule.normal(*json));
    else
        settings.own[key] = known->rule.normal(*json);
    std::erase(settings.unrecorded, key);
    return {};
}

template <class S>
Result<void> setFields(S& settings, const NamedTexts& values)
{
    const auto last = std::find_if(values.rbegin(), values.rend(), [](const auto& entry) {
        return entry.first == SettingsKind<S>::kChoice;
    });
    if (last != values.rend())
        RK_CHECK(setField(settings, last->first, last->second));
    for (const auto& [name, value] : values) {
        if (name != SettingsKind<S>::kChoice)
            RK_CHECK(setField(settings, name, value));
    }
    return {};
}

/// Settings that came from a form and never through text obey the same rules.
template <class S>
Result<void> checkRanges(const S& settings)
{
    RK_TRY(const auto* spec, SettingsKind<S>::registry().get(SettingsKind<S>::chosen(settings)));
    const auto within = [](const SettingSpec& known, const Json& value) -> Result<void> {
        if (known.rule.admits(value))
            return {};
        return fail(ErrorKind::Usage, fmt::format("This setting is {}", known.rule.accepts()),
                    known.name);
    };
    for (const TypedSetting<S>& setting : SettingsKind<S>::common())
        RK_CHECK(within(setting.spec, setting.get(settings)));
    for (const auto& [name, value] : settings.own) {
        const SettingSpec* known = specs::findSetting(spec->own, name);
        if (known == nullptr)
            return noSuchSetting<S>(spec, name);
        RK_CHECK(within(*known, value));
    }
    return {};
}

std::string plain(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : dumpJsonLine(value);
}

template <class S>
std::vector<std::string> differencesOf(const S& p1x, const S& p2x)
{
    std::vector<std::string> differences;
    const auto compare = [&](const SettingSpec& spec, const Json& a, const Json& b) {
        if (spec.inPair == specs::InPair::Equal && a != b)
            differences.push_back(fmt::format("{} ({}, {})", spec.name, plain(a), plain(b)));
    };
    for (const TypedSetting<S>& setting : SettingsKind<S>::common())
        compare(setting.spec, setting.get(p1x), setting.get(p2x));
    const specs::Spec* spec = specOf(p1x);
    // Of two methods the method itself is the difference, which stands above.
    if (spec == nullptr || spec != specOf(p2x))
        return differences;
    for (const SettingSpec& own : spec->own)
        compare(own, ownValue(p1x, own), ownValue(p2x, own));
    return differences;
}

} // namespace

std::string_view armName(Arm arm)
{
    switch (arm) {
    case Arm::Single:
        return "single";
    case Arm::P1x:
        return "p1x";
    case Arm::P2x:
        return "p2x";
    }
    return "single";
}

Json toJson(const PretrainSettings& settings)
{
    return writeSettings(settings);
}

Json toJson(const ScoreSettings& settings)
{
    return writeSettings(settings);
}

Result<PretrainSettings> pretrainSettingsFromJson(const Json& json, const std::string& subject)
{
    return readSettings<PretrainSettings>(json, subject);
}

Result<ScoreSettings> scoreSettingsFromJson(const Json& json, const std::string& subject)
{
    return readSettings<ScoreSettings>(json, subject);
}

Result<void> setByName(PretrainSettings& settings, const std::string& key, const std::string& value)
{
    return setField(settings, key, value);
}

Result<void> setByName(ScoreSettings& settings, const std::string& key, const std::string& value)
{
    return setField(settings, key, value);
}

Result<void> setByName(PretrainSettings& settings, const NamedTexts& values)
{
    return setFields(settings, values);
}

Result<void> setByName(ScoreSettings& settings, const NamedTexts& values)
{
    return setFields(settings, values);
}

std::vector<SettingSpec> pretrainSettingSpecs(const std::string& method)
{
    return allSpecs<PretrainSettings>(specs::methods().find(method));
}

std::vector<SettingSpec> scoreSettingSpecs(const std::string& protocol)
{
    return allSpecs<ScoreSettings>(specs::protocols().find(protocol));
}

bool needsLabels(const PretrainSettings& settings)
{
    const specs::MethodSpec* spec = specOf(settings);
    return spec != nullptr && spec->needsLabels;
}

Result<void> check(const PretrainSettings& settings)
{
    RK_CHECK(checkRanges(settings));
    if (settings.images.empty())
        return fail(ErrorKind::Usage, "No image folder was chosen", "images");
    for (const auto& [name, value] : {std::pair{"weight_decay", settings.weightDecay},
                                      {"warmup_epochs", settings.warmupEpochs}}) {
        if (value < 0 && value != -1)
            return fail(ErrorKind::Usage,
                        "This setting is at least 0, or -1 for the rule of the method's authors",
                        name);
    }
    if (settings.init.empty())
        return fail(ErrorKind::Usage, "This setting is 'random' or the path of a checkpoint",
                    "init");
    for (const std::int64_t epoch : settings.snapshots) {
        if (epoch > settings.epochs)
            return fail(ErrorKind::Usage,
                        fmt::format("A snapshot is asked for after epoch {}, but the run ends "
                                    "after epoch {}",
                                    epoch, settings.epochs),
                        "snapshots");
    }
    if (settings.imagesPerEpoch != 0 && settings.imagesPerEpoch < settings.batch)
        return fail(ErrorKind::Usage,
                    fmt::format("There are {} images in an epoch but a batch of {}. Not one batch "
                                "can be filled",
                                settings.imagesPerEpoch, settings.batch),
                    "batch");
    if (settings.pieces > settings.batch / 2)
        return fail(ErrorKind::Usage,
                    fmt::format("A batch of {} in {} pieces leaves less than two images to a piece",
                                settings.batch, settings.pieces),
                    "pieces", fmt::format("Choose {} or fewer.", settings.batch / 2));
    if (settings.head == "keep" && settings.init == "random")
        return fail(ErrorKind::Usage, "Random weights bring no head that could be kept", "head",
                    "Choose a checkpoint that carries one, or head=new.");
    if (needsLabels(settings) && settings.seeTestImages)
        return fail(ErrorKind::Usage,
                    "A method that learns from labels never sees the labels of test images",
                    "test_images", "Choose test_images=apart, or a method that needs no labels.");
    if (settings.arm == Arm::P1x && settings.init != "random")
        return fail(ErrorKind::Usage, "A P1X run starts from random weights", "init");
    if (settings.arm == Arm::P2x && settings.init == "random")
        return fail(ErrorKind::Usage, "A P2X run starts from a checkpoint", "init");
    RK_CHECK(weights::parseArchitecture(settings.architecture));
    return {};
}

Result<void> check(const ScoreSettings& settings)
{
    RK_CHECK(checkRanges(settings));
    if (settings.images.empty())
        return fail(ErrorKind::Usage, "No image folder was chosen", "images");
    if (settings.targets.empty())
        return fail(ErrorKind::Usage, "No weights were chosen to be scored", "targets");
    RK_CHECK(weights::parseArchitecture(settings.architecture));
    return {};
}

std::vector<std::string> pairDifferences(const PretrainSettings& p1x, const PretrainSettings& p2x)
{
    return differencesOf(p1x, p2x);
}

std::vector<std::string> pairDifferences(const ScoreSettings& p1x, const ScoreSettings& p2x)
{
    return differencesOf(p1x, p2x);
}

} // namespace rekindle::run

#include "core/run/settings.h"

#include "core/base/text.h"
#include "core/run/path_json.h"
#include "core/run/setting_field.h"
#include "core/weights/architecture.h"

#include <algorithm>
#include <fmt/format.h>

namespace rekindle::run {
namespace {

constexpr std::int64_t kManyEpochs = 1'000'000;
constexpr std::int64_t kManyImages = 1'000'000'000'000;

Arm parseArm(const std::string& name)
{
    return name == "p1x" ? Arm::P1x : name == "p2x" ? Arm::P2x : Arm::Single;
}

using Pretrain = PretrainSettings;
using Score = ScoreSettings;

std::vector<Field<Pretrain>> conventionFields()
{
    constexpr auto kFree = InPair::MayDiffer;
    return {
        fieldBy<Pretrain>(
            "conventions.padding", oneOf({"torchvision", "simclr", "same"}),
            [](const Pretrain& s) { return Json(paddingName(s.conventions.padding)); },
            [](Pretrain& s, const Json& json) {
                if (const auto value = weights::parsePadding(json.get<std::string>()))
                    s.conventions.padding = *value;
            },
            kFree),
        fieldBy<Pretrain>(
            "conventions.normalisation", oneOf({"none", "imagenet", "swav"}),
            [](const Pretrain& s) { return Json(normalisationName(s.conventions.normalisation)); },
            [](Pretrain& s, const Json& json) {
                if (const auto value = weights::parseNormalisation(json.get<std::string>()))
                    s.conventions.normalisation = *value;
            },
            kFree),
        fieldBy<Pretrain>(
            "conventions.bn_eps", realNumber(1e-12, 1),
            [](const Pretrain& s) { return Json(s.conventions.bnEps); },
            [](Pretrain& s, const Json& json) { s.conventions.bnEps = json.get<double>(); }, kFree),
    };
}

/// A new setting is a member of the struct and a line here.
const std::vector<Field<Pretrain>>& fieldsOf(const Pretrain*)
{
    static const std::vector<Field<Pretrain>> kFields = [] {
        constexpr auto kFree = InPair::MayDiffer;
        std::vector<Field<Pretrain>> fields{
            field("method", &Pretrain::method, oneOf({"simclr", "swav", "byol"})),
            field("images", &Pretrain::images, anyText()),
            field("images_hash", &Pretrain::imagesHash, anyText()),
            field("init", &Pretrain::init, anyText(), kFree),
            field("init_sha256", &Pretrain::initSha256, anyText(), kFree),
            field("architecture", &Pretrain::architecture, anyText()),
            fieldBy<Pretrain>(
                "arm", oneOf({"single", "p1x", "p2x"}),
                [](const Pretrain& s) { return Json(armName(s.arm)); },
                [](Pretrain& s, const Json& json) { s.arm = parseArm(json.get<std::string>()); },
                kFree),
            field("pair", &Pretrain::pair, anyText()),
            field("epochs", &Pretrain::epochs, wholeNumber(1, kManyEpochs)),
            field("images_per_epoch", &Pretrain::imagesPerEpoch, wholeNumber(0, kManyImages)),
            field("batch", &Pretrain::batch, wholeNumber(2, 1'048'576)),
            field("image_size", &Pretrain::imageSize, wholeNumber(8, 4096)),
            field("lr", &Pretrain::lr, realNumber(0, 10000)),
            field("weight_decay", &Pretrain::weightDecay, realNumber(0, 1)),
            field("warmup_epochs", &Pretrain::warmupEpochs, realNumber(0, kManyEpochs)),
            field("temperature", &Pretrain::temperature, realNumber(0.001, 100)),
            field("colour_strength", &Pretrain::colourStrength, realNumber(0, 2)),
            field("blur_sigma", &Pretrain::blurSigma, oneOf({"per_batch", "per_image"})),
            field("seed", &Pretrain::seed, anySeed()),
            field("snapshots", &Pretrain::snapshots, listOfNumbers(0, kManyEpochs)),
            field("save_every_minutes", &Pretrain::saveEveryMinutes, realNumber(0, 10080)),
            field("memory_limit", &Pretrain::memoryLimit, byteCount()),
            field("precision", &Pretrain::precision, oneOf({"fp32", "bf16"})),
            field("threads", &Pretrain::threads, wholeNumber(0, 1024)),
            field("device", &Pretrain::device, deviceName()),
        };
        auto more = conventionFields();
        fields.insert(fields.begin() + 6, std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        return fields;
    }();
    return kFields;
}

Json targetsToJson(const std::vector<ScoreTarget>& targets)
{
    Json list = Json::array();
    for (const ScoreTarget& target : targets)
        list.push_back(Json{{"epoch", target.epoch}, {"weights", pathToJson(target.weights)}});
    return list;
}

bool isTargetList(const Json& json)
{
    const auto isTarget = [](const Json& item) {
        return item.is_object() && item.size() == 2 && item.contains("epoch") &&
               wholeNumber(0, kManyEpochs).admits(item["epoch"]) && item.contains("weights") &&
               pathFromJson(item["weights"]).has_value();
    };
    return json.is_array() && std::all_of(json.begin(), json.end(), isTarget);
}

std::vector<ScoreTarget> targetsFromJson(const Json& json)
{
    std::vector<ScoreTarget> targets;
    for (const Json& item : json)
        targets.push_back({item["epoch"].get<std::int64_t>(), *pathFromJson(item["weights"])});
    return targets;
}

const std::vector<Field<Score>>& fieldsOf(const Score*)
{
    static const std::vector<Field<Score>> kFields{
        fieldBy<Score>(
            "protocol", oneOf({"finetune", "knn"}),
            [](const Score& s) { return Json(protocolName(s.protocol)); },
            [](Score& s, const Json& json) {
                s.protocol = json.get<std::string>() == "knn" ? Protocol::Knn : Protocol::FineTune;
            }),
        field("images", &Score::images, anyText()),
        field("images_hash", &Score::imagesHash, anyText()),
        fieldBy<Score>(
            "targets",
            structured("a list of {\"epoch\", \"weights\"}, which only a file can give",
                       isTargetList),
            [](const Score& s) { return targetsToJson(s.targets); },
            [](Score& s, const Json& json) { s.targets = targetsFromJson(json); }),
        field("architecture", &Score::architecture, anyText()),
        field("label", &Score::label, anyText()),
        field("fraction", &Score::fraction, realNumber(0.0001, 1)),
        field("repeats", &Score::repeats, wholeNumber(1, 1000)),
        field("seed", &Score::seed, anySeed()),
        field("epochs", &Score::epochs, wholeNumber(1, kManyEpochs)),
        field("batch", &Score::batch, wholeNumber(1, 1'048'576)),
        field("image_size", &Score::imageSize, wholeNumber(8, 4096)),
        field("lr", &Score::lr, realNumber(0, 10000)),
        field("weight_decay", &Score::weightDecay, realNumber(0, 1)),
        field("neighbours", &Score::neighbours, wholeNumber(1, 100'000)),
        field("save_every_minutes", &Score::saveEveryMinutes, realNumber(0, 10080)),
        field("threads", &Score::threads, wholeNumber(0, 1024)),
        field("device", &Score::device, deviceName()),
    };
    return kFields;
}

template <class S>
const std::vector<Field<S>>& fields()
{
    return fieldsOf(static_cast<const S*>(nullptr));
}

template <class S>
Json writeSettings(const S& settings)
{
    Json json = Json::object();
    for (const Field<S>& field : fields<S>()) {
        const auto dot = field.name.find('.');
        if (dot == std::string::npos)
            json[field.name] = field.get(settings);
        else
            json[field.name.substr(0, dot)][field.name.substr(dot + 1)] = field.get(settings);
    }
    return json;
}

template <class S>
const Field<S>* findField(const std::string& name)
{
    for (const Field<S>& field : fields<S>()) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

template <class S>
Result<void> readValue(S& settings, const std::string& name, const Json& value,
                       const std::string& subject)
{
    const Field<S>* field = findField<S>(name);
    if (field == nullptr)
        return fail(ErrorKind::Usage,
                    fmt::format("'{}' is not a setting that this program knows", text::shown(name)),
                    subject);
    if (!field->rule.admits(value))
        return fail(ErrorKind::Damaged, fmt::format("'{}' should be {}", name, field->rule.accepts),
                    subject);
    field->set(settings, value);
    return {};
}

template <class S>
Result<S> readSettings(const Json& json, const std::string& subject)
{
    if (!json.is_object())
        return fail(ErrorKind::Damaged, "The settings are not an object", subject);
    S settings;
    for (const auto& [key, value] : json.items()) {
        if (key != "conventions" || !value.is_object()) {
            RK_CHECK(readValue(settings, key, value, subject));
            continue;
        }
        for (const auto& [inner, innerValue] : value.items())
            RK_CHECK(readValue(settings, "conventions." + inner, innerValue, subject));
    }
    return settings;
}

template <class S>
Result<void> setField(S& settings, const std::string& key, const std::string& value)
{
    const Field<S>* field = findField<S>(key);
    if (field == nullptr) {
        std::vector<std::string> names;
        for (const Field<S>& known : fields<S>())
            names.push_back(known.name);
        return fail(ErrorKind::Usage, "There is no setting of this name", text::shown(key),
                    "There are: " + text::join(names, ", ") + ".");
    }
    const auto json = field->rule.parse(value);
    if (!json || !field->rule.admits(*json))
        return fail(
            ErrorKind::Usage,
            fmt::format("This setting is {}, not '{}'", field->rule.accepts, text::shown(value)),
            key);
    field->set(settings, *json);
    return {};
}

/// Settings that came from a form and never through text obey the same rules.
template <class S>
Result<void> checkRanges(const S& settings)
{
    for (const Field<S>& field : fields<S>()) {
        if (!field.rule.admits(field.get(settings)))
            return fail(ErrorKind::Usage, fmt::format("This setting is {}", field.rule.accepts),
                        field.name);
    }
    return {};
}

template <class S>
std::vector<SettingInfo> infos()
{
    std::vector<SettingInfo> list;
    for (const Field<S>& field : fields<S>())
        list.push_back({field.name, field.rule.accepts});
    return list;
}

std::string plain(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : dumpJsonLine(value);
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

std::string_view protocolName(Protocol protocol)
{
    return protocol == Protocol::Knn ? "knn" : "finetune";
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

std::vector<SettingInfo> pretrainSettingInfos()
{
    return infos<PretrainSettings>();
}

std::vector<SettingInfo> scoreSettingInfos()
{
    return infos<ScoreSettings>();
}

Result<void> check(const PretrainSettings& settings)
{
    RK_CHECK(checkRanges(settings));
    if (settings.images.empty())
        return fail(ErrorKind::Usage, "No image folder was chosen", "images");
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
    std::vector<std::string> differences;
    for (const Field<PretrainSettings>& field : fields<PretrainSettings>()) {
        const Json a = field.get(p1x);
        const Json b = field.get(p2x);
        if (field.inPair == InPair::Equal && a != b)
            differences.push_back(fmt::format("{} ({}, {})", field.name, plain(a), plain(b)));
    }
    return differences;
}

} // namespace rekindle::run

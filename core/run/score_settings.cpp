#include "core/run/common_settings.h"
#include "core/scores/position.h"

#include <algorithm>

namespace rekindle::run {
namespace {

using specs::Decides;
using specs::InPair;
using specs::typed;
using specs::typedBy;
using Score = ScoreSettings;
using List = std::vector<specs::TypedSetting<Score>>;

constexpr double kManyEpochs = 1'000'000;

Json targetsToJson(const std::vector<ScoreTarget>& targets)
{
    Json list = Json::array();
    for (const ScoreTarget& target : targets)
        list.push_back(Json{{"epoch", scores::positionJson(target.epoch)},
                            {"weights", pathToJson(target.weights)},
                            {"content", target.content}});
    return list;
}

bool isTargetList(const Json& json)
{
    const auto isTarget = [](const Json& item) {
        if (!item.is_object() || !item.contains("epoch") || !item.contains("weights"))
            return false;
        const bool content = item.contains("content");
        return item.size() == (content ? 3u : 2u) && (!content || item["content"].is_string()) &&
               specs::realNumber(0, kManyEpochs).admits(item["epoch"]) &&
               pathFromJson(item["weights"]).has_value();
    };
    return json.is_array() && std::all_of(json.begin(), json.end(), isTarget);
}

std::vector<ScoreTarget> targetsFromJson(const Json& json)
{
    std::vector<ScoreTarget> targets;
    for (const Json& item : json)
        targets.push_back({item["epoch"].get<double>(), *pathFromJson(item["weights"]),
                           item.value("content", std::string())});
    return targets;
}

void addInputs(List& list)
{
    list.push_back(
        typed(&Score::protocol, {.name = "protocol",
                                 .title = "Protocol",
                                 .rule = specs::oneOf([] { return specs::protocols().names(); }),
                                 .meaning = "How weights are scored on labelled images",
                                 .decides = Decides::Inputs}));
    addImages(list, "Folder of the labelled images");
    list.push_back(typed(&Score::splitHash,
                         {.name = "split_hash",
                          .title = "Hash of the split",
                          .rule = specs::anyText(),
                          .meaning = "SHA-256 over training and test images with their labels",
                          .decides = Decides::Inputs}));
    list.push_back(typedBy<Score>(
        {.name = "targets",
         .title = "Weights",
         .rule = specs::structured(
             "a list of {\"epoch\", \"weights\", \"content\"}, which only a file can give",
             isTargetList),
         .meaning = "Which weights are scored, and what they are",
         .decides = Decides::Inputs,
         .inPair = InPair::MayDiffer},
        [](const Score& s) { return targetsToJson(s.targets); },
        [](Score& s, const Json& json) { s.targets = targetsFromJson(json); }));
    list.push_back(typed(&Score::architecture, {.name = "architecture",
                                                .title = "Network",
                                                .rule = specs::anyText(),
                                                .meaning = "Network of random weights",
                                                .decides = Decides::Inputs,
                                                .inPair = InPair::MayDiffer}));
    list.push_back(typed(&Score::label, {.name = "label",
                                         .title = "Label",
                                         .rule = specs::anyText(),
                                         .meaning = "How people call it",
                                         .decides = Decides::Nothing,
                                         .inPair = InPair::MayDiffer}));
}

void addRecipe(List& list)
{
    list.push_back(
        typed(&Score::fraction, {.name = "fraction",
                                 .title = "Labels",
                                 .rule = specs::realNumber(0.0001, 1),
                                 .meaning = "Share of the labelled training images that is used"}));
    list.push_back(typedBy<Score>(
        {.name = "leaks",
         .title = "Leaks",
         .rule = specs::oneOf({"leave_out", "keep"}),
         .meaning = "What becomes of test images that are copies of training images, stand in two "
                    "classes or were pretrained on; keep is said beside every score"},
        [](const Score& s) { return Json(s.keepLeaks ? "keep" : "leave_out"); },
        [](Score& s, const Json& json) { s.keepLeaks = json == "keep"; }));
    list.push_back(typed(&Score::repeats,
                         {.name = "repeats",
                          .title = "Repeats",
                          .rule = specs::wholeNumber(1, 1000),
                          .meaning = "Draws, each with a seed of its own; three is the least that "
                                     "shows spread"}));
    addSeed(list, "Of the first repeat; decides everything that chance decides");
    addImageSize(list, "Side of what the network sees");
}

} // namespace

std::string contentOfFile(const std::string& sha256)
{
    return sha256.empty() ? std::string() : "sha256:" + sha256;
}

std::string contentOfRun(const std::string& identity)
{
    return "run:" + identity;
}

int usefulRepeats(const ScoreSettings& settings)
{
    const specs::ProtocolSpec* spec = specs::protocols().find(settings.protocol);
    const bool chance = spec == nullptr || !spec->onlyDrawsLabels || settings.fraction < 1;
    return chance ? settings.repeats : 1;
}

const List& SettingsKind<Score>::common()
{
    static const List kList = [] {
        List list;
        addInputs(list);
        addRecipe(list);
        addOperation(list, InPair::MayDiffer);
        return list;
    }();
    return kList;
}

const std::vector<std::string>& SettingsKind<Score>::retired()
{
    static const std::vector<std::string> kRetired;
    return kRetired;
}

} // namespace rekindle::run

#include "core/evaluate/score_result.h"

#include "core/base/path_json.h"
#include "core/scores/confusion.h"
#include "core/scores/measure.h"
#include "core/scores/position.h"
#include "core/scores/spread.h"
#include "core/storage/digest.h"

namespace rekindle::evaluate {
namespace {

/// Larger tables of confusions are left out: nobody reads them, and they can be made from the
/// table of scores.
constexpr std::size_t kMostClassesShown = 100;

/// One target, summed over its repeats while the tables go by.
struct Point {
    Json repeats = Json::array();
    std::vector<double> accuracies;
    scores::Confusion sum;
};

void add(const scores::Confusion& from, scores::Confusion& sum)
{
    if (sum.empty()) {
        sum = from;
        return;
    }
    for (std::size_t row = 0; row < from.size(); ++row) {
        for (std::size_t column = 0; column < from.size(); ++column)
            sum[row][column] += from[row][column];
    }
}

Json confusionJson(const scores::Confusion& counts)
{
    return counts.size() <= kMostClassesShown ? Json(counts) : Json();
}

Result<void> addUnit(const UnitScore& unit, const run::RunFolder& folder,
                     const std::string& weights, Point& point)
{
    RK_TRY(const scores::ScoreTable table,
           scores::readTable(scores::tablesFolder(folder.path()), unit.table));
    RK_TRY(const Json measured, scores::measureAll(table, weights));
    const scores::Confusion counts = scores::confusionOf(table);
    Json json{{"seed", unit.seed}};
    json.update(measured);
    json["n_train"] = unit.trained;
    json["n_test"] = table.images.size();
    json["confusion"] = confusionJson(counts);
    json["table"] = scores::toJson(unit.table);
    point.repeats.push_back(std::move(json));
    point.accuracies.push_back(measured["accuracy"].get<double>());
    add(counts, point.sum);
    return {};
}

Json pointJson(const run::ScoreTarget& target, const Point& point)
{
    const scores::Spread spread = scores::spreadOf(point.accuracies);
    Json json;
    json["epoch"] = scores::positionJson(target.epoch);
    json["weights"] = pathToJson(target.weights.filename());
    json["repeats"] = point.repeats;
    json["mean"] = spread.mean;
    json["sd"] = spread.sd;
    json["ci95"] = point.accuracies.size() < 2 ? Json() : Json{spread.low, spread.high};
    json["confusion"] = confusionJson(point.sum);
    return json;
}

std::string testHash(const dataset::Manifest& manifest, const std::vector<std::size_t>& images)
{
    storage::Sha256 hash;
    for (const std::size_t image : images) {
        const dataset::ImageEntry& entry = manifest.images[image];
        hash.add(manifest.nameOf(entry) + '\n' + manifest.fileOf(entry).sha256 + '\n');
    }
    return hash.hex();
}

} // namespace

Result<Json> resultJson(const run::RunFolder& folder, const run::ScoreSettings& settings,
                        const dataset::Manifest& manifest,
                        const std::vector<std::size_t>& testImages,
                        const std::vector<UnitScore>& units)
{
    Json json;
    json["schema"] = "rekindle.evaluate/1";
    json["protocol"] = settings.protocol;
    json["fraction"] = settings.fraction;
    json["label"] = pathToJson(settings.label);
    json["classes"] = Json::array();
    for (const std::string& name : manifest.classes)
        json["classes"].push_back(pathToJson(name));
    json["n_test"] = testImages.size();
    json["test_hash"] = testHash(manifest, testImages);
    json["points"] = Json::array();
    for (std::size_t target = 0; target < settings.targets.size(); ++target) {
        Point point;
        for (const UnitScore& unit : units) {
            if (unit.target == target)
                RK_CHECK(addUnit(unit, folder, settings.targets[target].weights.string(), point));
        }
        if (!point.accuracies.empty())
            json["points"].push_back(pointJson(settings.targets[target], point));
    }
    if (!json["points"].empty()) {
        for (const char* key : {"repeats", "mean", "sd", "ci95", "confusion"})
            json[key] = json["points"].back()[key];
    }
    json["predictions"] = "predictions.csv";
    return json;
}

} // namespace rekindle::evaluate

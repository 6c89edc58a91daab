#include "core/evaluate/score_result.h"

#include "core/base/path_json.h"
#include "core/scores/confusion.h"
#include "core/scores/measure.h"
#include "core/scores/position.h"
#include "core/scores/repeated_measure.h"
#include "core/scores/resampling.h"
#include "core/scores/spread.h"
#include "core/storage/digest.h"

#include <cmath>

namespace rekindle::evaluate {
namespace {

/// Larger tables of confusions are left out: nobody reads them, and they can be made from the
/// table of scores.
constexpr std::size_t kMostClassesShown = 100;

/// One target; the tables of its repeats are in memory together, one target at a time.
struct Point {
    std::vector<scores::ScoreTable> tables;
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
    RK_TRY(scores::ScoreTable table,
           scores::readTable(scores::tablesFolder(folder.path()), unit.table));
    RK_TRY(const Json measured, scores::measureAll(table, weights));
    const scores::Confusion counts = scores::confusionOf(table);
    Json json{{"seed", unit.seed}};
    json.update(measured);
    json["n_train"] = unit.trained;
    json["n_test"] = table.images.size();
    json["confusion"] = confusionJson(counts);
    json["table"] = scores::toJson(unit.table);
    if (!unit.choice.is_null())
        json["choice"] = unit.choice;
    point.repeats.push_back(std::move(json));
    point.accuracies.push_back(measured["accuracy"].get<double>());
    add(counts, point.sum);
    point.tables.push_back(std::move(table));
    return {};
}

/// Every measure's mean over the repeats with the central 95 % of what other test images of the
/// same kind would give.
Json measuresJson(const std::vector<scores::ScoreTable>& tables)
{
    std::vector<scores::RepeatedMeasure> measures;
    for (const scores::Measure& measure : scores::measures())
        measures.emplace_back(measure, tables);
    const scores::ScoreTable& first = tables.front();
    scores::Resampling resampling(first.images.size(), first.patients, 1);
    const double work = static_cast<double>(first.probabilities.size() * tables.size());
    std::vector<std::vector<double>> drawn(measures.size());
    for (int i = 0; i < scores::resamplesFor(work); ++i) {
        const auto weights = resampling.draw();
        for (std::size_t m = 0; m < measures.size(); ++m)
            drawn[m].push_back(measures[m].mean(weights));
    }
    Json json = Json::object();
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const double mean = measures[m].mean({});
        const scores::Resampled spread = scores::summarise(std::move(drawn[m]));
        json[scores::measures()[m].name] =
            std::isfinite(mean) ? Json{{"mean", mean}, {"ci95", {spread.low, spread.high}}}
                                : Json();
    }
    return json;
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
    json["measures"] = measuresJson(point.tables);
    json["resampled"] = point.tables.front().patients.empty() ? "images" : "patients";
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
                        const dataset::Manifest& manifest, const dataset::Split& split,
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
    json["n_test"] = split.test.size();
    json["test_part"] = split.testPart;
    json["copies_in_test"] = split.copies;
    json["in_two_classes"] = split.contested;
    json["leaks"] = settings.keepLeaks ? "keep" : "leave_out";
    json["test_hash"] = testHash(manifest, split.test);
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

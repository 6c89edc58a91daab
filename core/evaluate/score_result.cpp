#include "core/evaluate/score_result.h"

#include "core/evaluate/metrics.h"
#include "core/storage/digest.h"

namespace rekindle::evaluate {
namespace {

std::vector<std::int64_t> labelsOf(const dataset::Manifest& manifest,
                                   const std::vector<std::size_t>& images)
{
    std::vector<std::int64_t> labels;
    labels.reserve(images.size());
    for (const std::size_t image : images)
        labels.push_back(manifest.images[image].label);
    return labels;
}

Json repeatJson(const UnitScore& score, const Confusion& table, std::size_t testCount)
{
    Json json;
    json["seed"] = score.seed;
    json["accuracy"] = accuracy(table);
    json["balanced_accuracy"] = balancedAccuracy(table);
    json["auroc"] = score.auroc;
    json["n_train"] = score.trained;
    json["n_test"] = testCount;
    json["confusion"] = table;
    return json;
}

Json pointJson(const run::ScoreTarget& target, const std::vector<const UnitScore*>& scores,
               const std::vector<std::int64_t>& truth, std::size_t classes)
{
    Json point;
    point["epoch"] = target.epoch;
    point["weights"] = target.weights.filename().string();
    point["repeats"] = Json::array();
    std::vector<double> accuracies;
    Confusion sum(classes, std::vector<std::int64_t>(classes, 0));
    for (const UnitScore* score : scores) {
        const Confusion table = confusion(truth, score->predicted, classes);
        accuracies.push_back(accuracy(table));
        for (std::size_t row = 0; row < classes; ++row) {
            for (std::size_t column = 0; column < classes; ++column)
                sum[row][column] += table[row][column];
        }
        point["repeats"].push_back(repeatJson(*score, table, truth.size()));
    }
    const Spread spread = spreadOf(accuracies);
    point["mean"] = spread.mean;
    point["sd"] = spread.sd;
    point["ci95"] = accuracies.size() < 2 ? Json() : Json{spread.low, spread.high};
    point["confusion"] = sum;
    return point;
}

} // namespace

Json toJson(const UnitScore& score)
{
    Json json;
    json["kind"] = "score";
    json["target"] = score.target;
    json["repeat"] = score.repeat;
    json["seed"] = score.seed;
    json["n_train"] = score.trained;
    json["auroc"] = score.auroc;
    json["predicted"] = score.predicted;
    return json;
}

Result<UnitScore> unitFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject);
    UnitScore score;
    score.target = static_cast<std::size_t>(fields.integer("target"));
    score.repeat = static_cast<int>(fields.integer("repeat"));
    score.seed = static_cast<std::uint64_t>(fields.integer("seed"));
    score.trained = fields.integer("n_train");
    score.auroc = fields.number("auroc", 0.0);
    score.predicted = fields.integers("predicted");
    RK_CHECK(fields.check());
    return score;
}

Json resultJson(const run::ScoreSettings& settings, const dataset::Manifest& manifest,
                const std::vector<std::size_t>& testImages, const std::vector<UnitScore>& scores)
{
    const std::vector<std::int64_t> truth = labelsOf(manifest, testImages);
    storage::Sha256 testHash;
    Json files = Json::array(), patients = Json::array();
    bool anyPatient = false;
    for (const std::size_t image : testImages) {
        const dataset::ImageEntry& entry = manifest.images[image];
        testHash.add(entry.file + '\n' + entry.sha256 + '\n');
        files.push_back(entry.file);
        patients.push_back(entry.patient);
        anyPatient = anyPatient || !entry.patient.empty();
    }

    Json json;
    json["schema"] = "rekindle.evaluate/1";
    json["protocol"] = settings.protocol;
    json["fraction"] = settings.fraction;
    json["label"] = settings.label;
    json["classes"] = manifest.classes;
    json["n_test"] = testImages.size();
    json["test_hash"] = testHash.hex();
    json["points"] = Json::array();
    Json predictions = Json::object();
    for (std::size_t target = 0; target < settings.targets.size(); ++target) {
        std::vector<const UnitScore*> units;
        Json rows = Json::array();
        for (const UnitScore& score : scores) {
            if (score.target == target) {
                units.push_back(&score);
                rows.push_back(score.predicted);
            }
        }
        if (units.empty())
            continue;
        json["points"].push_back(
            pointJson(settings.targets[target], units, truth, manifest.classes.size()));
        predictions[std::to_string(settings.targets[target].epoch)] = rows;
    }
    if (!json["points"].empty()) {
        for (const char* key : {"repeats", "mean", "sd", "ci95", "confusion"})
            json[key] = json["points"].back()[key];
    }
    json["test_images"] = files;
    json["test_labels"] = truth;
    if (anyPatient)
        json["test_patients"] = patients;
    json["predictions"] = predictions;
    return json;
}

} // namespace rekindle::evaluate

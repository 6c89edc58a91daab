#include "core/run/identity.h"

#include "core/run/run_folder.h"
#include "core/run/setting_specs.h"
#include "core/storage/digest.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <set>

using namespace rekindle;
using run::PretrainSettings;
using run::RunFolder;
using run::ScoreSettings;
namespace fs = std::filesystem;

namespace {

PretrainSettings somePretraining()
{
    PretrainSettings settings;
    settings.images = "/data/images";
    settings.imagesHash = "1111";
    settings.init = "/weights/a.pth";
    settings.initSha256 = "2222";
    return settings;
}

ScoreSettings someScore()
{
    ScoreSettings settings;
    settings.images = "/data/images";
    settings.targets = {{0, "/weights/a.pth", "2222"}, {5, "/runs/a/snapshots/5", "3333"}};
    return settings;
}

/// A text for a setting that is not its default.
std::string otherValue(const specs::SettingSpec& spec)
{
    switch (spec.rule.kind) {
    case specs::Rule::Kind::Whole:
        return spec.byDefault == 1 ? "3" : "1000";
    case specs::Rule::Kind::Real:
    case specs::Rule::Kind::Seed:
        return spec.byDefault == 1 ? "0.5" : "1000";
    case specs::Rule::Kind::Size:
        return "6G";
    case specs::Rule::Kind::Wholes:
    case specs::Rule::Kind::WholeSet:
        return "7,9";
    case specs::Rule::Kind::Device:
        return "cpu";
    case specs::Rule::Kind::Word: {
        const auto words = spec.rule.words();
        return spec.byDefault == words.front() ? words.back() : words.front();
    }
    case specs::Rule::Kind::Text:
        return "resnet18";
    case specs::Rule::Kind::Structure:
        break;
    }
    return {};
}

template <class S>
std::set<std::string> namesThatChangeIt(const S& base, const std::vector<specs::SettingSpec>& specs)
{
    std::set<std::string> names;
    for (const specs::SettingSpec& spec : specs) {
        S changed = base;
        std::string text = otherValue(spec);
        if (!run::setByName(changed, spec.name, text))
            static_cast<void>(run::setByName(changed, spec.name, "0.75"));
        if (run::toJson(changed) == run::toJson(base))
            names.insert(spec.name + " was not changed");
        if (run::identityOf(changed) != run::identityOf(base))
            names.insert(spec.name);
    }
    return names;
}

std::vector<specs::SettingSpec> without(std::vector<specs::SettingSpec> specs,
                                        const std::set<std::string>& names)
{
    std::erase_if(specs, [&](const specs::SettingSpec& spec) { return names.contains(spec.name); });
    return specs;
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDecidesNumbersIsInIt()
    {
        const auto changing = namesThatChangeIt(
            somePretraining(), without(run::pretrainSettingSpecs("simclr"), {"method"}));
        const std::set<std::string> expected{"images_hash",
                                             "split_hash",
                                             "test_images",
                                             "init_sha256",
                                             "head",
                                             "architecture",
                                             "conventions.padding",
                                             "conventions.normalisation",
                                             "conventions.bn_eps",
                                             "epochs",
                                             "images_per_epoch",
                                             "batch",
                                             "image_size",
                                             "packed_sha256",
                                             "policy",
                                             "lr",
                                             "weight_decay",
                                             "warmup_epochs",
                                             "seed",
                                             "snapshots",
                                             "precision",
                                             "pieces",
                                             "temperature",
                                             "colour_strength",
                                             "blur",
                                             "blur_sigma"};
        QVERIFY2(changing == expected,
                 [&] {
                     std::string all;
                     for (const std::string& name : changing)
                         all += name + " ";
                     return all;
                 }()
                     .c_str());
    }

    void theSameOfAScore()
    {
        const auto changing = namesThatChangeIt(
            someScore(), without(run::scoreSettingSpecs("finetune"), {"protocol", "targets"}));
        const std::set<std::string> expected{
            "images_hash", "packed_sha256", "split_hash", "architecture", "fraction",
            "repeats",     "seed",          "image_size", "epochs",       "batch",
            "lr",          "weight_decay",  "leaks",      "pick"};
        QVERIFY(changing == expected);
        ScoreSettings other = someScore();
        other.targets[1].weights = "/moved/5";
        QCOMPARE(run::identityOf(other), run::identityOf(someScore()));
        other.targets[1].content = "4444";
        QVERIFY(run::identityOf(other) != run::identityOf(someScore()));
        other = someScore();
        other.targets.pop_back();
        QVERIFY(run::identityOf(other) != run::identityOf(someScore()));
        other = someScore();
        other.targets[0].weights.clear();
        QVERIFY(run::identityOf(other) != run::identityOf(someScore()));
    }

    void aRandomStartIsNotACheckpointWithoutItsHash()
    {
        PretrainSettings unchecked = somePretraining();
        unchecked.initSha256.clear();
        PretrainSettings random = unchecked;
        random.init = "random";
        QVERIFY(run::identityOf(random) != run::identityOf(unchecked));
    }

    /// A number has one text, however somebody wrote it.
    void equalValuesAreEqual()
    {
        const auto of = [](const char* text) {
            const auto json = parseJson(text, "job.json");
            const auto read = run::pretrainSettingsFromJson(*json, "job.json");
            return read ? run::identityOf(*read) : describe(read.error());
        };
        QCOMPARE(of(R"({"lr": 1, "temperature": 1, "snapshots": [9, 5, 9], "epochs": 10})"),
                 of(R"({"epochs": 10, "snapshots": [5, 9], "temperature": 1.0, "lr": 1e0})"));
    }

    /// A later version knows a setting more; an earlier run's file does not hold it.
    void aSettingThatTheFileLacksStaysOut()
    {
        const Json whole = run::toJson(somePretraining());
        Json older = whole;
        older.erase("temperature");
        RK_UNWRAP(const auto now, run::pretrainSettingsFromJson(whole, "job.json"));
        RK_UNWRAP(const auto then, run::pretrainSettingsFromJson(older, "job.json"));
        QVERIFY((then.unrecorded == std::vector<std::string>{"temperature"}));
        QVERIFY(now.unrecorded.empty());
        QVERIFY(run::identityOf(then) != run::identityOf(now));
        // What the earlier version computed, written down here by hand from the rule.
        std::map<std::string, Json> values;
        for (const auto& [key, value] : older.items()) {
            if (key == "conventions") {
                for (const auto& [inner, innerValue] : value.items())
                    values["conventions." + inner] = innerValue;
            } else if (!std::set<std::string>{"images", "packed", "arm", "pair", "knn_every",
                                              "memory_limit", "recompute", "save_every_minutes",
                                              "threads", "device"}
                            .contains(key)) {
                values[key] = value;
            }
        }
        values["init"] = "checkpoint";
        Json expected{{"kind", "pretrain"}};
        for (const auto& [key, value] : values)
            expected[key] = value;
        QCOMPARE(run::identityOf(then), storage::sha256(expected.dump()));
    }

    /// A run keeps its identity where it is moved to, with what lies beneath its study.
    void aMovedRunIsTheSameRun()
    {
        const test::TempFolder folder;
        const fs::path study = folder / "study";
        PretrainSettings settings = somePretraining();
        settings.images = study / "images";
        settings.init = (study / "weights/a.safetensors").string();
        RK_UNWRAP(const auto made, RunFolder::create(study / "runs/a", settings, study));
        ScoreSettings score = someScore();
        score.images = study / "images";
        score.targets = {{0, made.snapshotFile(0), run::identityOf(settings)}};
        RK_UNWRAP(const auto scored, RunFolder::create(made.scoresFolder() / "s", score, study));
        RK_UNWRAP(const auto before, made.settings());
        QCOMPARE(run::identityOf(std::get<PretrainSettings>(before)), run::identityOf(settings));

        fs::create_directories(folder / "elsewhere");
        fs::rename(study, folder / "elsewhere/renamed");
        RK_UNWRAP(const auto moved, RunFolder::open(folder / "elsewhere/renamed/runs/a"));
        RK_UNWRAP(const auto after, moved.settings());
        const auto& there = std::get<PretrainSettings>(after);
        QVERIFY(there.images == folder / "elsewhere/renamed/images");
        QCOMPARE(run::identityOf(there), run::identityOf(settings));
        RK_UNWRAP(const auto movedScore, RunFolder::open(moved.scoresFolder() / "s"));
        RK_UNWRAP(const auto scoreAfter, movedScore.settings());
        QCOMPARE(run::identityOf(std::get<ScoreSettings>(scoreAfter)), run::identityOf(score));
    }

    void defaultsAreWrittenOutWhenARunIsPlanned()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", somePretraining()));
        RK_UNWRAP(const auto json, readJsonFile(run.path() / "job.json"));
        for (const specs::SettingSpec& spec : run::pretrainSettingSpecs("simclr")) {
            const auto dot = spec.name.find('.');
            QVERIFY2(json["settings"].contains(spec.name.substr(0, dot)), spec.name.c_str());
        }
        RK_UNWRAP(const auto settings, run.settings());
        QVERIFY(std::get<PretrainSettings>(settings).unrecorded.empty());
    }
};

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"

#include "core/run/identity.h"
#include "core/run/setting_specs.h"
#include "core/run/settings.h"
#include "core/specs/spec.h"
#include "tests/core/specs/toy_specs.h"
#include "tests/support/result_macros.h"

#include <cmath>
#include <set>

using namespace rekindle;
using run::PretrainSettings;
using run::ScoreSettings;

/// A method and a protocol that the program does not ship, each added by one line, go everywhere
/// where those that it ships go.
class TestSpecs : public QObject
{
    Q_OBJECT

    static PretrainSettings toy(const run::NamedTexts& more = {})
    {
        PretrainSettings settings;
        settings.images = "/data/images";
        run::NamedTexts values{{"method", "toy"}};
        values.insert(values.end(), more.begin(), more.end());
        const auto set = run::setByName(settings, values);
        return set ? settings : PretrainSettings{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        specs::methods().add(test::toyMethod());
        specs::protocols().add(test::toyProtocol());
    }

    /// Whoever reads a spec finds everything in it, and no name stands for two things.
    void everySpecIsComplete()
    {
        const auto look = [](const specs::Spec& spec,
                             const std::vector<specs::SettingSpec>& settings) {
            std::set<std::string> names;
            bool complete = !spec.title.empty() && !spec.phrase.empty() && !spec.source.empty() &&
                            !spec.description.empty() && !settings.empty();
            for (const specs::SettingSpec& setting : settings) {
                const bool fine = names.insert(setting.name).second && !setting.title.empty() &&
                                  !setting.meaning.empty() && setting.meaning.back() != '.' &&
                                  !setting.rule.accepts().empty() &&
                                  setting.rule.admits(setting.byDefault) &&
                                  setting.rule.normal(setting.byDefault) == setting.byDefault;
                if (!fine)
                    qWarning("%s", setting.name.c_str());
                complete = complete && fine;
            }
            for (const std::string& name : spec.retired)
                complete = complete && !names.contains(name);
            for (const auto& [name, value] : spec.defaults) {
                const auto* setting = specs::findSetting(settings, name);
                complete = complete && setting != nullptr && setting->rule.admits(value);
            }
            return complete;
        };
        for (const specs::MethodSpec& spec : specs::methods().all())
            QVERIFY2(look(spec, run::pretrainSettingSpecs(spec.name)), spec.name.c_str());
        for (const specs::ProtocolSpec& spec : specs::protocols().all())
            QVERIFY2(look(spec, run::scoreSettingSpecs(spec.name)), spec.name.c_str());
    }

    /// What a network costs that tells nothing, by hand: 2 ln 15 for eight images in two views.
    void aMethodSaysWhatNoInformationCosts()
    {
        const auto* simclr = specs::methods().find("simclr");
        QVERIFY(simclr != nullptr && simclr->uninformedLoss);
        const auto loss = simclr->uninformedLoss({8, 0}, {});
        QVERIFY(loss && std::abs(*loss - 5.416100402204421) < 1e-12);
        // ln 3000, and right angles in both views.
        const auto prototypes = specs::methods().find("swav")->uninformedLoss({8, 0}, {});
        QVERIFY(prototypes && std::abs(*prototypes - 8.006367567650246) < 1e-12);
        QVERIFY(specs::methods().find("byol")->uninformedLoss({8, 0}, {}) == 4.0);
    }

    void aToyMethodIsSetByName()
    {
        PretrainSettings settings;
        // In this order on the command line; the method is looked at first.
        RK_VERIFY_OK(run::setByName(
            settings,
            {{"prototypes", "50"}, {"crops", "96, 224,96"}, {"method", "toy"}, {"queue", "long"}}));
        const auto own = specs::fromValues(test::toySettings(), settings.own);
        QCOMPARE(own.prototypes, 50);
        QCOMPARE(own.share, 0.5);
        QCOMPARE(own.queue, std::string("long"));
        QVERIFY((own.crops == std::vector<std::int64_t>{96, 224, 96}));
        // The method's own default of a setting that all have, but not over what was set.
        QCOMPARE(settings.batch, std::int64_t(256));
        QCOMPARE(settings.warmupEpochs, 0.0);
        PretrainSettings chosen;
        RK_VERIFY_OK(run::setByName(chosen, {{"batch", "32"}, {"method", "toy"}}));
        QCOMPARE(chosen.batch, std::int64_t(32));
        RK_VERIFY_OK(run::setByName(chosen, "method", "simclr"));
        QCOMPARE(chosen.warmupEpochs, 10.0);
        QCOMPARE(chosen.batch, std::int64_t(32));
    }

    void aToyMethodKeepsToItsRanges()
    {
        PretrainSettings settings = toy();
        const auto set = run::setByName(settings, "prototypes", "1");
        RK_VERIFY_FAILS(ErrorKind::Usage, set);
        QVERIFY(set.error().message.find("from 2 to 100000") != std::string::npos);
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, "queue", "endless"));
        // Neither has the other's settings.
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, "temperature", "0.5"));
        PretrainSettings simclr;
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(simclr, "prototypes", "50"));
        RK_VERIFY_OK(run::check(settings));
        settings.own["prototypes"] = 1;
        RK_VERIFY_FAILS(ErrorKind::Usage, run::check(settings));
        settings.own = {{"temperature", 0.1}};
        RK_VERIFY_FAILS(ErrorKind::Usage, run::check(settings));
    }

    void aToyMethodIsWrittenWithItsDefaultsAndReadBack()
    {
        const PretrainSettings settings = toy({{"share", "1"}});
        const Json json = run::toJson(settings);
        QVERIFY(json["method"] == "toy");
        QVERIFY(json["prototypes"] == 3000);
        QVERIFY(json["queue"] == "none");
        QVERIFY(!json.contains("temperature"));
        RK_UNWRAP(const auto parsed, parseJson(dumpJson(json), "job.json"));
        RK_UNWRAP(const auto back, run::pretrainSettingsFromJson(parsed, "job.json"));
        QVERIFY(run::toJson(back) == json);
        QVERIFY(back.unrecorded.empty());
        QCOMPARE(run::identityOf(back), run::identityOf(settings));
        const auto reads = [&](const std::string& name, const Json& value) {
            Json changed = parsed;
            changed[name] = value;
            const auto read = run::pretrainSettingsFromJson(changed, "job.json");
            return read ? std::string("reads") : std::string(kindName(read.error().kind));
        };
        QCOMPARE(reads("clusters", 5), std::string("reads"));
        QCOMPARE(reads("temperature", 0.1), std::string(kindName(ErrorKind::Usage)));
        QCOMPARE(reads("prototypes", 1), std::string(kindName(ErrorKind::Damaged)));
        QCOMPARE(reads("share", "half"), std::string(kindName(ErrorKind::Damaged)));
    }

    void aToyMethodsDifferencesAreTold()
    {
        const PretrainSettings one = toy();
        const PretrainSettings other = toy({{"prototypes", "50"}, {"crops", "32"}});
        QVERIFY((run::pairDifferences(one, other) ==
                 std::vector<std::string>{"prototypes (3000, 50)"}));
        PretrainSettings simclr;
        simclr.images = one.images;
        QVERIFY((run::pairDifferences(simclr, one) ==
                 std::vector<std::string>{"method (simclr, toy)", "batch (64, 256)",
                                          "warmup_epochs (10.0, 0.0)"}));
        QVERIFY(run::identityOf(one) != run::identityOf(other));
        QCOMPARE(run::identityOf(one), run::identityOf(toy({{"workers", "7"}})));
    }

    void aToyMethodIsListed()
    {
        const auto names = specs::methods().names();
        QVERIFY((names ==
                 std::vector<std::string>{"simclr", "swav", "byol", "moco", "supervised", "toy"}));
        const auto settings = run::pretrainSettingSpecs("toy");
        const auto* prototypes = specs::findSetting(settings, "prototypes");
        QVERIFY(prototypes != nullptr);
        const Json json = specs::toJson(*prototypes);
        QVERIFY(json["default"] == 3000);
        QVERIFY(json["unit"] == "vectors");
        QVERIFY(json["accepts"] == "a whole number from 2 to 100000");
        QVERIFY(json["decides"] == "numbers");
        QVERIFY(specs::findSetting(settings, "batch")->byDefault == 256);
        QVERIFY(specs::findSetting(settings, "method")->byDefault == "toy");
        QVERIFY(specs::findSetting(run::pretrainSettingSpecs("simclr"), "prototypes") == nullptr);
        QVERIFY(run::pretrainSettingSpecs("nothing").empty());
    }

    void aToyProtocolGoesTheSameWay()
    {
        ScoreSettings settings;
        settings.images = "/data/images";
        settings.targets = {{0, "/a.pth", "abc"}};
        RK_VERIFY_OK(run::setByName(settings, {{"penalty", "2"}, {"protocol", "probe"}}));
        QCOMPARE(settings.imageSize, 128);
        RK_VERIFY_OK(run::check(settings));
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, "penalty", "11"));
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, "neighbours", "3"));
        const Json json = run::toJson(settings);
        QVERIFY(json["penalty"] == 2.0);
        RK_UNWRAP(const auto back, run::scoreSettingsFromJson(json, "job.json"));
        QCOMPARE(run::identityOf(back), run::identityOf(settings));
        ScoreSettings other = settings;
        other.own.clear();
        QVERIFY((run::pairDifferences(settings, other) ==
                 std::vector<std::string>{"penalty (2.0, 0.25)"}));
        QVERIFY(run::identityOf(other) != run::identityOf(settings));
    }
};

QTEST_APPLESS_MAIN(TestSpecs)
#include "tst_specs.moc"

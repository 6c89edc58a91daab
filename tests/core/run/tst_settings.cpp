#include "core/run/settings.h"

#include "core/run/setting_specs.h"
#include "core/specs/simclr_spec.h"
#include "tests/support/result_macros.h"

#include <clocale>
#include <cmath>
#include <limits>

using namespace rekindle;
using run::PretrainSettings;
using run::ScoreSettings;

namespace {

PretrainSettings usable()
{
    PretrainSettings settings;
    settings.images = "/data/images";
    return settings;
}

/// One text for each setting that differs from its default.
const std::vector<std::pair<std::string, std::string>> kPretrainTexts = {
    {"images", "/data/Bilder mit Umlaut ä"},
    {"images_hash", "abc"},
    {"packed", "/data/packed.h5"},
    {"packed_sha256", "fed"},
    {"split_hash", "bcd"},
    {"test_images", "seen"},
    {"init", "/weights/a.pth"},
    {"init_sha256", "def"},
    {"head", "keep"},
    {"architecture", "resnet18/16"},
    {"conventions.padding", "same"},
    {"conventions.normalisation", "imagenet"},
    {"conventions.bn_eps", "0.001"},
    {"arm", "p2x"},
    {"pair", "pair-7"},
    {"epochs", "20"},
    {"images_per_epoch", "100000"},
    {"batch", "1024"},
    {"image_size", "224"},
    {"policy", "stain"},
    {"lr", "0.075"},
    {"weight_decay", "1e-4"},
    {"warmup_epochs", "2.5"},
    {"seed", "18446744073709551615"},
    {"snapshots", "20, 5,10,5"},
    {"precision", "bf16"},
    {"memory_limit", "8G"},
    {"recompute", "yes"},
    {"pieces", "4"},
    {"knn_every", "3"},
    {"save_every_minutes", "0.5"},
    {"threads", "3"},
    {"device", "cuda:1"},
    {"temperature", "0.5"},
    {"colour_strength", "0.5"},
    {"blur", "0.25"},
    {"blur_sigma", "per_image"}};

const std::vector<std::pair<std::string, std::string>> kScoreTexts = {{"protocol", "knn"},
                                                                      {"images", "/data/images"},
                                                                      {"images_hash", "abc"},
                                                                      {"packed", "/data/packed.h5"},
                                                                      {"packed_sha256", "fed"},
                                                                      {"split_hash", "bcd"},
                                                                      {"architecture", "resnet18"},
                                                                      {"label", "P2X seed 0"},
                                                                      {"fraction", "0.1"},
                                                                      {"leaks", "keep"},
                                                                      {"repeats", "5"},
                                                                      {"seed", "7"},
                                                                      {"image_size", "96"},
                                                                      {"neighbours", "5"},
                                                                      {"save_every_minutes", "1"},
                                                                      {"threads", "2"},
                                                                      {"device", "cpu"}};

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPretrainSettingByItsName()
    {
        PretrainSettings settings;
        for (const auto& [name, text] : kPretrainTexts)
            RK_VERIFY_OK(run::setByName(settings, name, text));
        QCOMPARE(settings.images.string(), std::string("/data/Bilder mit Umlaut ä"));
        QCOMPARE(settings.init, std::string("/weights/a.pth"));
        QCOMPARE(settings.packed.string(), std::string("/data/packed.h5"));
        QCOMPARE(settings.packedSha256, std::string("fed"));
        QCOMPARE(settings.policy, std::string("stain"));
        QVERIFY(settings.seeTestImages);
        QCOMPARE(settings.head, std::string("keep"));
        QVERIFY(settings.conventions.padding == weights::Padding::Same);
        QVERIFY(settings.conventions.normalisation == weights::Normalisation::Imagenet);
        QCOMPARE(settings.conventions.bnEps, 0.001);
        QVERIFY(settings.arm == run::Arm::P2x);
        QCOMPARE(settings.epochs, std::int64_t(20));
        QCOMPARE(settings.imagesPerEpoch, std::int64_t(100000));
        QCOMPARE(settings.batch, std::int64_t(1024));
        QCOMPARE(settings.imageSize, 224);
        QCOMPARE(settings.lr, 0.075);
        QCOMPARE(settings.weightDecay, 1e-4);
        QCOMPARE(settings.warmupEpochs, 2.5);
        const specs::SimclrSettings own = specs::simclrSettings(settings.own);
        QCOMPARE(own.temperature, 0.5);
        QCOMPARE(own.colourStrength, 0.5);
        QCOMPARE(own.blur, 0.25);
        QCOMPARE(own.blurSigma, std::string("per_image"));
        QCOMPARE(settings.seed, std::numeric_limits<std::uint64_t>::max());
        QVERIFY((settings.snapshots == std::vector<std::int64_t>{5, 10, 20}));
        QCOMPARE(settings.precision, std::string("bf16"));
        QCOMPARE(settings.memoryLimit, std::int64_t{8} << 30);
        QVERIFY(settings.recompute);
        QCOMPARE(settings.pieces, std::int64_t{4});
        QCOMPARE(settings.threads, 3);
        QCOMPARE(settings.device, std::string("cuda:1"));
    }

    /// The list above and the table must not drift apart.
    void noSettingIsForgotten()
    {
        std::vector<std::string> names;
        for (const specs::SettingSpec& spec : run::pretrainSettingSpecs("simclr"))
            names.push_back(spec.name);
        std::vector<std::string> expected{"method"};
        for (const auto& [name, text] : kPretrainTexts)
            expected.push_back(name);
        QVERIFY(names == expected);
        // The list has no targets, and the other protocol's settings stand apart.
        QCOMPARE(run::scoreSettingSpecs("knn").size(), kScoreTexts.size() + 1);
        QCOMPARE(run::scoreSettingSpecs("finetune").size(), kScoreTexts.size() + 5);
    }

    void pretrainRoundTrip()
    {
        PretrainSettings settings;
        for (const auto& [name, text] : kPretrainTexts)
            RK_VERIFY_OK(run::setByName(settings, name, text));
        const Json json = run::toJson(settings);
        for (const auto& [name, text] : kPretrainTexts) {
            PretrainSettings alone;
            RK_VERIFY_OK(run::setByName(alone, name, text));
            QVERIFY2(run::toJson(alone) != run::toJson(PretrainSettings{}), name.c_str());
        }
        RK_UNWRAP(const auto parsed, parseJson(dumpJson(json), "job.json"));
        RK_UNWRAP(const auto back, run::pretrainSettingsFromJson(parsed, "job.json"));
        QVERIFY(run::toJson(back) == json);
        QVERIFY(json["conventions"]["padding"] == "same");
    }

    void scoreRoundTrip()
    {
        ScoreSettings settings;
        for (const auto& [name, text] : kScoreTexts)
            RK_VERIFY_OK(run::setByName(settings, name, text));
        settings.targets = {
            {0, "/weights/a.pth", "1234"}, {10, "/runs/x/epoch-000010.safetensors"}, {20, ""}};
        RK_UNWRAP(const auto parsed, parseJson(dumpJson(run::toJson(settings)), "job.json"));
        RK_UNWRAP(const auto back, run::scoreSettingsFromJson(parsed, "job.json"));
        QVERIFY(run::toJson(back) == run::toJson(settings));
        QCOMPARE(back.targets.size(), std::size_t(3));
        QCOMPARE(back.targets[1].epoch, std::int64_t(10));
        QVERIFY(back.targets[2].weights.empty());
        QCOMPARE(back.targets[0].content, std::string("1234"));
        QCOMPARE(back.protocol, std::string("knn"));
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, "targets", "0:/a.pth"));
    }

    void pathsThatAreNotUtf8KeepEveryByte()
    {
        PretrainSettings settings = usable();
        settings.images = std::string("/data/\xff\xfe/a\nb");
        RK_UNWRAP(const auto parsed, parseJson(dumpJson(run::toJson(settings)), "job.json"));
        RK_UNWRAP(const auto back, run::pretrainSettingsFromJson(parsed, "job.json"));
        QVERIFY(back.images == settings.images);
    }

    void missingKeysTakeTheDefaults()
    {
        RK_UNWRAP(const auto settings, run::pretrainSettingsFromJson(Json{{"epochs", 3}}, "f"));
        PretrainSettings expected;
        expected.epochs = 3;
        QVERIFY(run::toJson(settings) == run::toJson(expected));
    }

    void unknownKeysAreRefused()
    {
        const auto bad = run::pretrainSettingsFromJson(Json{{"epoch", 3}, {"batch", 4}}, "f");
        RK_VERIFY_FAILS(ErrorKind::Usage, bad);
        QVERIFY(bad.error().message.find("'epoch'") != std::string::npos);
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        run::pretrainSettingsFromJson(
                            Json{{"conventions", Json{{"filling", 1}, {"bn_eps", 1e-5}}}}, "f"));
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        run::scoreSettingsFromJson(Json{{"temperature", 1}, {"batch", 2}}, "f"));
        RK_VERIFY_FAILS(ErrorKind::Damaged, run::pretrainSettingsFromJson(Json(3), "f"));
    }

    void wrongTextsNameTheSettingAndItsRange_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* text, const char* says) {
            QTest::newRow(qPrintable(QString("%1=%2").arg(name, text))) << name << text << says;
        };
        row("epochs", "many", "a whole number from 1 to 1000000");
        row("epochs", "", "a whole number");
        row("epochs", "0", "a whole number");
        row("epochs", "10.5", "a whole number");
        row("epochs", "10x", "a whole number");
        row("epochs", "99999999999999999999", "a whole number");
        row("batch", "1", "from 2");
        row("image_size", "-3", "from 8");
        row("lr", "nan", "a number from 0");
        row("lr", "inf", "a number from 0");
        row("lr", "0,5", "a number from 0");
        row("temperature", "0", "a number from 0.001");
        row("seed", "-1", "from 0 to 18446744073709551615");
        row("snapshots", "5,x", "separated by commas");
        row("precision", "fp64", "fp32 or bf16");
        row("device", "cuda:x", "cuda:N");
        row("device", "tpu", "auto or cpu");
        row("conventions.padding", "round", "torchvision or simclr or same");
    }
    void wrongTextsNameTheSettingAndItsRange()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const QString, says);
        PretrainSettings settings;
        const auto set = run::setByName(settings, name.toStdString(), text.toStdString());
        RK_VERIFY_FAILS(ErrorKind::Usage, set);
        QCOMPARE(set.error().subject, name.toStdString());
        QVERIFY2(QString::fromStdString(set.error().message).contains(says),
                 set.error().message.c_str());
        QVERIFY(run::toJson(settings) == run::toJson(PretrainSettings{}));
    }

    void anUnknownNameListsTheKnownOnes()
    {
        PretrainSettings settings;
        const auto set = run::setByName(settings, "learning_rate", "1");
        RK_VERIFY_FAILS(ErrorKind::Usage, set);
        QVERIFY(set.error().hint.find("weight_decay") != std::string::npos);
    }

    /// As people write it; in files it is bytes, as earlier versions wrote it too.
    void theMemoryLimitIsASize()
    {
        PretrainSettings settings;
        RK_VERIFY_OK(run::setByName(settings, "memory_limit", "8G"));
        QCOMPARE(settings.memoryLimit, std::int64_t{8} << 30);
        QVERIFY(run::toJson(settings)["memory_limit"] == (std::int64_t{8} << 30));
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, "memory_limit", "8Q"));
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, "memory_limit", "-8G"));
        RK_UNWRAP(const auto old, run::pretrainSettingsFromJson(
                                      Json{{"memory_limit", 800}, {"epochs", 3}}, "job.json"));
        QCOMPARE(old.memoryLimit, std::int64_t{800});
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        run::pretrainSettingsFromJson(Json{{"memory_limit", -1}}, "job.json"));
    }

    /// Earlier versions wrote every protocol's settings for each.
    void aScoreReadsWhatEarlierVersionsWrote()
    {
        const Json written{{"protocol", "finetune"}, {"epochs", 12}, {"neighbours", 20}};
        RK_UNWRAP(const auto score, run::scoreSettingsFromJson(written, "job.json"));
        QVERIFY(score.own.at("epochs") == 12);
        QVERIFY(!run::toJson(score).contains("neighbours"));
        ScoreSettings fresh;
        const auto set = run::setByName(fresh, "neighbours", "5");
        RK_VERIFY_FAILS(ErrorKind::Usage, set);
        QVERIFY(set.error().hint.find("knn") != std::string::npos);
    }

    void methodsAndProtocolsWithoutASpecAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"dino", "vicreg", "SimCLR", "", "knn"})
            QTest::newRow(*name == '\0' ? "nothing" : name) << name;
    }
    void methodsAndProtocolsWithoutASpecAreRefused()
    {
        QFETCH(const QString, name);
        PretrainSettings settings;
        const auto set = run::setByName(settings, "method", name.toStdString());
        RK_VERIFY_FAILS(ErrorKind::Usage, set);
        QVERIFY2(set.error().hint.find("simclr") != std::string::npos, set.error().hint.c_str());
        QCOMPARE(settings.method, std::string("simclr"));
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        run::pretrainSettingsFromJson(
                            Json{{"epochs", 3}, {"method", name.toStdString()}}, "job.json"));
        settings = usable();
        settings.method = name.toStdString();
        RK_VERIFY_FAILS(ErrorKind::Usage, run::check(settings));
    }

    /// A form fills the settings in without their texts.
    void whatTheMethodDoesNotHaveIsRefusedBeforeTheStart()
    {
        PretrainSettings settings = usable();
        settings.own["prototypes"] = 3000;
        const auto checked = run::check(settings);
        RK_VERIFY_FAILS(ErrorKind::Usage, checked);
        QCOMPARE(checked.error().subject, std::string("prototypes"));
    }

    void theProtocolIsKnownBeforeItsSettings()
    {
        ScoreSettings settings;
        RK_VERIFY_OK(run::setByName(settings, {{"neighbours", "5"}, {"protocol", "knn"}}));
        QVERIFY(settings.own.at("neighbours") == 5);
        // What the new protocol does not have is gone, what both have stays.
        RK_VERIFY_OK(run::setByName(settings, {{"repeats", "7"}, {"protocol", "finetune"}}));
        QVERIFY(settings.own.empty());
        QCOMPARE(settings.repeats, 7);
        RK_VERIFY_FAILS(ErrorKind::Usage, run::setByName(settings, {{"protocol", "linear"}}));
    }

    void wrongTypesInAFileAreDamage()
    {
        const auto refuses = [](const Json& json) {
            const auto read = run::pretrainSettingsFromJson(json, "f");
            return !read && read.error().kind == ErrorKind::Damaged;
        };
        QVERIFY(refuses(Json{{"epochs", "10"}, {"batch", 4}}));
        QVERIFY(refuses(Json{{"epochs", 18446744073709551615ull}, {"batch", 4}}));
        QVERIFY(refuses(Json{{"images", 5}, {"batch", 4}}));
        QVERIFY(refuses(Json{{"snapshots", 5}, {"batch", 4}}));
        QVERIFY(refuses(Json{{"conventions", Json{{"padding", 1}, {"bn_eps", 1e-5}}}}) ||
                refuses(Json{{"conventions", 5}, {"batch", 4}}));
        QVERIFY(refuses(Json{{"lr", nullptr}, {"batch", 4}}));
        const auto targets = [](const Json& list) {
            return run::scoreSettingsFromJson(Json{{"targets", list}, {"batch", 4}}, "f");
        };
        RK_VERIFY_FAILS(ErrorKind::Damaged, targets(Json::array({5})));
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        targets(Json::array({Json{{"epoch", 1}, {"file", ""}}})));
    }

    void checkRefusesWhatCannotRun()
    {
        RK_VERIFY_OK(run::check(usable()));
        const auto fails = [](auto change, const char* subject) {
            PretrainSettings settings = usable();
            change(settings);
            const auto checked = run::check(settings);
            return !checked && checked.error().kind == ErrorKind::Usage &&
                   checked.error().subject == subject;
        };
        QVERIFY(fails([](auto& s) { s.images.clear(); }, "images"));
        QVERIFY(fails([](auto& s) { s.batch = 1; }, "batch"));
        QVERIFY(fails([](auto& s) { s.lr = std::nan(""); }, "lr"));
        QVERIFY(fails([](auto& s) { s.lr = -1; }, "lr"));
        QVERIFY(fails([](auto& s) { s.epochs = 0; }, "epochs"));
        QVERIFY(fails([](auto& s) { s.snapshots = {101}; }, "snapshots"));
        QVERIFY(fails([](auto& s) { s.imagesPerEpoch = 63; }, "batch"));
        QVERIFY(fails([](auto& s) { s.arm = run::Arm::P2x; }, "init"));
        QVERIFY(fails(
            [](auto& s) {
                s.arm = run::Arm::P1x;
                s.init = "/a.pth";
            },
            "init"));
        ScoreSettings score;
        score.images = "/data";
        RK_VERIFY_FAILS(ErrorKind::Usage, run::check(score));
        score.targets = {{0, "/a.pth"}};
        RK_VERIFY_OK(run::check(score));
        score.fraction = 0;
        RK_VERIFY_FAILS(ErrorKind::Usage, run::check(score));
    }

    void aPairMayDifferInItsStartAlone()
    {
        PretrainSettings p2x = usable();
        PretrainSettings p1x = usable();
        p1x.arm = run::Arm::P1x;
        p2x.arm = run::Arm::P2x;
        p2x.init = "/a.pth";
        p2x.initSha256 = "abc";
        QVERIFY(run::pairDifferences(p1x, p2x).empty());
        p2x.images = "/elsewhere/images";
        QVERIFY(run::pairDifferences(p1x, p2x).empty());
        // Where a packed file lies says nothing; which one it is, or none, does.
        p1x.packed = "/data/packed.h5";
        p2x.packed = "/elsewhere/packed.h5";
        p1x.packedSha256 = p2x.packedSha256 = "fed";
        QVERIFY(run::pairDifferences(p1x, p2x).empty());
        p2x.packed.clear();
        p2x.packedSha256.clear();
        QVERIFY(run::pairDifferences(p1x, p2x) ==
                std::vector<std::string>{"packed_sha256 (fed, )"});
        p2x.packedSha256 = "fed";
        p2x.conventions.bnEps = 1e-3;
        p2x.conventions.padding = weights::Padding::Same;
        p2x.batch = 128;
        p2x.precision = "bf16";
        p2x.own["temperature"] = 0.5;
        const std::vector<std::string> expected{
            "conventions.padding (simclr, same)", "conventions.bn_eps (1e-05, 0.001)",
            "batch (64, 128)", "precision (fp32, bf16)", "temperature (0.1, 0.5)"};
        QVERIFY(run::pairDifferences(p1x, p2x) == expected);
    }

    void textsDoNotDependOnTheLocale()
    {
        // Where this locale is missing the call fails and the test says as much as in C.
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        PretrainSettings settings;
        const auto set = run::setByName(settings, "lr", "0.25");
        std::setlocale(LC_ALL, "C");
        RK_VERIFY_OK(set);
        QCOMPARE(settings.lr, 0.25);
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"

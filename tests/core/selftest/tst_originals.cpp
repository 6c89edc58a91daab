// What the authors' own code answers (tests/data/pretrain/make_fixtures.py), asked of ours through
// the door that is open to everybody.
#include "core/selftest/selftest.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <cmath>
#include <filesystem>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

constexpr double kDouble = 1e-10;
constexpr double kFloat = 1e-5;

/// The largest difference between numbers at the same places, relative to those above 1; infinite
/// where the shapes differ.
double difference(const Json& have, const Json& want)
{
    if (want.is_number()) {
        const double expected = want.get<double>();
        return have.is_number()
                   ? std::abs(have.get<double>() - expected) / std::max(1.0, std::abs(expected))
                   : HUGE_VAL;
    }
    if (!want.is_array() || !have.is_array() || have.size() != want.size())
        return HUGE_VAL;
    double largest = 0;
    for (std::size_t i = 0; i < want.size(); ++i)
        largest = std::max(largest, difference(have[i], want[i]));
    return largest;
}

fs::path data(const char* name)
{
    return fs::path(REKINDLE_TEST_DATA) / "pretrain" / name;
}

} // namespace

class TestOriginals : public QObject
{
    Q_OBJECT

    Json m_cases;

private Q_SLOTS:
    void initTestCase()
    {
        RK_UNWRAP(m_cases, readJsonFile(data("originals.json")));
        QVERIFY(m_cases.size() >= 40);
    }

    void agreesWithTheOriginal_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("single");
        for (std::size_t i = 0; i < m_cases.size(); ++i) {
            const auto name = m_cases[i]["name"].get<std::string>();
            QTest::newRow(name.c_str()) << static_cast<int>(i) << false;
            const Json& kind = m_cases[i]["kind"];
            if (kind == "loss" || kind == "optimizer")
                QTest::newRow((name + ", float32").c_str()) << static_cast<int>(i) << true;
        }
    }
    void agreesWithTheOriginal()
    {
        QFETCH(int, at);
        QFETCH(bool, single);
        const Json& test = m_cases[static_cast<std::size_t>(at)];
        Json request = test["request"];
        if (single)
            request["dtype"] = "float32";
        if (request.contains("image"))
            request["image"] = data("views.png").string();
        RK_UNWRAP(const Json reply, selftest::run(test["kind"].get<std::string>(), request, {}));
        QCOMPARE(reply["dtype"], Json(single ? "float32" : "float64"));
        const double allowed = single ? kFloat : test.value("tolerance", kDouble);
        for (const auto& [name, want] : test["expected"].items()) {
            QVERIFY2(reply.contains(name), name.c_str());
            const double off = difference(reply[name], want);
            qInfo("%s: %.3g", name.c_str(), off);
            QVERIFY2(off <= allowed,
                     qPrintable(QStringLiteral("%1 is off by %2").arg(name.c_str()).arg(off)));
        }
    }

    /// The mean over 2N is half of what the original adds up.
    void reductionsOfSimclr()
    {
        Json request = m_cases[0]["request"];
        RK_UNWRAP(const Json sum, selftest::run("loss", request, {}));
        request["reduction"] = "mean";
        RK_UNWRAP(const Json mean, selftest::run("loss", request, {}));
        QVERIFY(std::abs(sum["loss"].get<double>() - 2 * mean["loss"].get<double>()) < 1e-14);
    }

    /// Two groups are two batches; over all rows at once the statistics are others.
    void batchNormNormalisesEachGroup()
    {
        const Json request{{"x", {{1.0}, {3.0}, {10.0}, {20.0}}}, {"groups", 2}, {"eps", 0.0}};
        RK_UNWRAP(const Json reply, selftest::run("batchnorm", request, {}));
        QVERIFY(difference(reply["mean"], Json{{2.0}, {15.0}}) < 1e-12);
        QVERIFY(difference(reply["variance"], Json{{1.0}, {25.0}}) < 1e-12);
        QVERIFY(difference(reply["output"], Json{{-1.0}, {1.0}, {-1.0}, {1.0}}) < 1e-12);
        // Of all four rows: their mean is 8.5 and their unbiased variance 221 / 3.
        QVERIFY(difference(reply["running_mean"], Json{0.85}) < 1e-12);
        QVERIFY(difference(reply["running_variance"], Json{0.9 + 22.1 / 3}) < 1e-12);
    }

    void drawnViewsAreWrittenAsPictures()
    {
        const test::TempFolder folder;
        fs::create_directories(folder / "views");
        const Json request{{"method", "byol"},
                           {"image_size", 20},
                           {"seed", 7},
                           {"index", 3},
                           {"image", data("views.png").string()}};
        RK_UNWRAP(const Json reply, selftest::run("views", request, folder / "views"));
        QCOMPARE(reply["parameters"].size(), std::size_t{2});
        QCOMPARE(reply["images"][1].size(), std::size_t{3});
        QCOMPARE(reply["images"][1][0].size(), std::size_t{20});
        QVERIFY(fs::exists(folder / "views" / "view-1.png"));
        // The first of BYOL's views is always blurred.
        QVERIFY(reply["parameters"][0]["blur_sigma_px"].get<double>() > 0);
        RK_UNWRAP(const Json again, selftest::run("views", request, {}));
        QVERIFY(again["images"] == reply["images"]);
    }

    void whatIsNoRequestIsRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("request");
        const auto row = [](const char* name, const char* kind, const char* request) {
            QTest::newRow(name) << kind << request;
        };
        row("no kind", "nonsense", "{}");
        row("no object", "loss", "[]");
        row("no method", "loss", "{}");
        row("ragged", "loss", R"({"method":"simclr","z1":[[1,2],[3]],"z2":[[1,2],[3,4]]})");
        row("other size", "loss", R"({"method":"simclr","z1":[[1,2]],"z2":[[1,2],[3,4]]})");
        row("text", "loss", R"({"method":"byol","p1":"x"})");
        row("empty", "loss", R"({"method":"swav","scores":[]})");
        row("no such crop", "loss", R"({"method":"swav","scores":[[[1]],[[1]]],"assign":[2]})");
        row("dtype", "loss", R"({"dtype":"int8","method":"byol"})");
        row("no gradients", "optimizer", R"({"optimizer":"sgd","parameters":[],"lr":1})");
        row("no such optimiser", "optimizer", R"({"optimizer":"x","parameters":[]})");
        row("too few rates", "optimizer",
            R"({"optimizer":"sgd","parameters":[{"value":[1]}],"lr":[1],"gradients":[[[1]],[[1]]]})");
        row("wrong gradient", "optimizer",
            R"({"optimizer":"sgd","parameters":[{"value":[1]}],"lr":1,"gradients":[[[1,2]]]})");
        row("no images", "schedule", R"({"method":"byol","steps":[0]})");
        row("steps", "schedule", R"({"images_per_epoch":1000,"steps":[-1]})");
        row("no image", "views", R"({"method":"byol"})");
        row("groups", "batchnorm", R"({"x":[[1],[2],[3]],"groups":2})");
    }
    void whatIsNoRequestIsRefused()
    {
        QFETCH(QString, kind);
        QFETCH(QString, request);
        const Json json = Json::parse(request.toStdString());
        RK_VERIFY_FAILS(ErrorKind::Usage, selftest::run(kind.toStdString(), json, {}));
    }
};

QTEST_APPLESS_MAIN(TestOriginals)
#include "tst_originals.moc"

#include "core/base/json.h"
#include "core/run/run_folder.h"
#include "core/storage/atomic_write.h"
#include "core/study/comparison.h"
#include "tests/support/result_macros.h"
#include "tests/support/score_tables.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace rekindle;
using study::compareRuns;
using study::Comparison;
namespace fs = std::filesystem;

namespace {

struct Scored {
    double position = 0;
    std::vector<scores::ScoreTable> repeats;
};

/// A score of a run with these tables, as a scoring run leaves it.
Result<void> writeScore(const fs::path& run, const std::vector<Scored>& points,
                        const char* more = "{}")
{
    run::ScoreSettings settings;
    settings.images = "/images";
    settings.targets.resize(1);
    settings.repeats = 1;
    RK_TRY(const auto folder, run::RunFolder::create(run / "scores" / "finetune-100", settings));
    Json result{{"schema", "rekindle.evaluate/1"},
                {"protocol", "finetune"},
                {"fraction", 1.0},
                {"test_hash", "same"},
                {"points", Json::array()}};
    result.update(Json::parse(more));
    int unit = 0;
    for (const Scored& point : points) {
        Json repeats = Json::array();
        for (const scores::ScoreTable& table : point.repeats) {
            RK_TRY(const auto name,
                   scores::writeTable(scores::tablesFolder(folder.path()),
                                      "unit-" + std::to_string(unit++) + ".h5", table));
            repeats.push_back(Json{{"table", scores::toJson(name)}});
        }
        result["points"].push_back(Json{{"epoch", point.position}, {"repeats", repeats}});
    }
    return storage::atomicWrite(folder.resultFile(), dumpJson(result));
}

/// A score of weights as they are, with one repeat.
Result<void> writeStartScore(const fs::path& place, const scores::ScoreTable& table)
{
    run::ScoreSettings settings;
    settings.images = "/images";
    settings.label = "No second stage";
    settings.targets = {{0, "/start.safetensors", "sha256:abc"}};
    settings.repeats = 1;
    RK_TRY(const auto folder, run::RunFolder::create(place, settings));
    RK_TRY(const auto name,
           scores::writeTable(scores::tablesFolder(folder.path()), "unit-0-0.h5", table));
    const Json repeats = Json::array({Json{{"table", scores::toJson(name)}}});
    return storage::atomicWrite(
        folder.resultFile(),
        dumpJson(Json{{"schema", "rekindle.evaluate/1"},
                      {"protocol", "finetune"},
                      {"fraction", 1.0},
                      {"test_hash", "same"},
                      {"points", Json::array({Json{{"epoch", 0}, {"repeats", repeats}}})}}));
}

bool tells(const Warnings& warnings, const std::string& kind)
{
    const auto& items = warnings.items();
    return std::any_of(items.begin(), items.end(),
                       [&](const Warning& warning) { return warning.kind == kind; });
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;
    int m_pairs = 0;

    /// The two runs of a new pair.
    std::vector<fs::path> makePair(std::uint64_t seed = 0)
    {
        const std::string name = "pair-" + std::to_string(++m_pairs);
        run::PretrainSettings settings;
        settings.images = "/images";
        settings.pair = name;
        settings.seed = seed;
        std::vector<fs::path> runs;
        for (const auto arm : {run::Arm::P1x, run::Arm::P2x}) {
            settings.arm = arm;
            settings.init = arm == run::Arm::P1x ? "random" : "/start.safetensors";
            runs.push_back(m_folder / (name + (arm == run::Arm::P1x ? "-p1x" : "-p2x")));
            if (const auto made = run::RunFolder::create(runs.back(), settings); !made)
                qWarning("%s", describe(made.error()).c_str());
        }
        return runs;
    }

private Q_SLOTS:
    void namesOfAnyBytesAreKept()
    {
        Comparison comparison;
        comparison.pairs.resize(1);
        comparison.pairs[0].p1x = "o\xff";
        comparison.pairs[0].images = "\xfe";
        RK_UNWRAP(const Json json, parseJson(dumpJson(toJson(comparison)), "stdout"));
        QCOMPARE(json["pairs"][0]["p1x"]["bytes"], Json("6fff"));
        QCOMPARE(json["pairs"][0]["images"]["bytes"], Json("fe"));
    }

    void accuraciesComeFromTheTables()
    {
        const auto runs = makePair();
        const std::vector<std::int64_t> labels{0, 1, 0, 1};
        // 2 and 3 of 4 against 4 and 3 of 4.
        RK_VERIFY_OK(writeScore(runs[0], {{5,
                                           {test::certain(2, labels, {0, 0, 0, 0}),
                                            test::certain(2, labels, {0, 1, 0, 0})}}}));
        RK_VERIFY_OK(writeScore(runs[1], {{5,
                                           {test::certain(2, labels, {0, 1, 0, 1}),
                                            test::certain(2, labels, {0, 1, 0, 0})}}}));
        RK_UNWRAP(const Comparison comparison, compareRuns(runs));
        const auto& pair = comparison.pairs.front();
        QCOMPARE(pair.testImages, std::uint64_t{4});
        QCOMPARE(pair.chance, 0.5);
        const auto& point = pair.points.front();
        QCOMPARE(point.p1x.values, (std::vector<double>{0.5, 0.75}));
        QCOMPARE(point.p2x.mean, 0.875);
        QVERIFY(std::abs(point.p2x.sd - std::sqrt(1.0 / 32)) < 1e-12);
        QCOMPARE(point.difference, 0.25);
        QVERIFY(point.low <= 0.25 && point.high >= 0.25);
        QCOMPARE(toJson(comparison)["pairs"][0]["points"][0]["epoch"].dump(), std::string("5"));
    }

    /// Whoever always names the most frequent class has learned nothing, however often that is
    /// right.
    void chanceIsTheMostFrequentClass()
    {
        const auto runs = makePair();
        std::vector<std::int64_t> labels(100, 0);
        std::fill_n(labels.begin(), 6, 1);
        const auto constant = test::certain(2, labels, std::vector<std::int64_t>(100, 0));
        for (const fs::path& run : runs)
            RK_VERIFY_OK(writeScore(run, {{5, {constant, constant}}}));
        RK_UNWRAP(const Comparison comparison, compareRuns(runs));
        const auto& pair = comparison.pairs.front();
        QCOMPARE(pair.chance, 0.94);
        QCOMPARE(pair.points.front().p1x.balanced, 0.5);
        const auto& warnings = pair.warnings.items();
        QVERIFY(std::any_of(warnings.begin(), warnings.end(),
                            [](const Warning& warning) { return warning.kind == "at_chance"; }));
        // A class that only its empty folder knows changes nothing.
        const auto three = makePair();
        const auto spare = test::certain(3, labels, std::vector<std::int64_t>(100, 0));
        for (const fs::path& run : three)
            RK_VERIFY_OK(writeScore(run, {{5, {spare, spare}}}));
        RK_UNWRAP(const Comparison again, compareRuns(three));
        QCOMPARE(again.pairs.front().chance, 0.94);
    }

    /// Three pairs from different seeds are one comparison, whose interval counts the runs.
    void pairsFromDifferentSeedsBelongTogether()
    {
        const std::vector<std::int64_t> labels{0, 1, 0, 1};
        std::vector<fs::path> all;
        const auto add = [&](std::uint64_t seed, const std::vector<std::int64_t>& second) {
            const auto runs = makePair(seed);
            RK_VERIFY_OK(writeScore(runs[0], {{5, {test::certain(2, labels, {0, 0, 0, 0})}}}));
            RK_VERIFY_OK(writeScore(runs[1], {{5, {test::certain(2, labels, second)}}}));
            all.insert(all.end(), runs.begin(), runs.end());
        };
        add(0, {0, 1, 0, 1});
        add(1, {0, 1, 0, 0});
        RK_UNWRAP(const Comparison two, compareRuns(all));
        QVERIFY(two.overSeeds.empty());
        QVERIFY(sentence(two.pairs[0]).find("One pretraining run per arm") != std::string::npos);
        QVERIFY(toCsv(two).find("pretraining_runs_per_arm") != std::string::npos);
        QVERIFY(toLatex(two).find("One pretraining run per arm") != std::string::npos);
        add(2, {0, 1, 0, 0});
        add(2, {0, 1, 0, 1}); // the same seed again says nothing new
        RK_UNWRAP(const Comparison three, compareRuns(all));
        QCOMPARE(three.pairs.size(), std::size_t{4});
        QCOMPARE(three.overSeeds.size(), std::size_t{1});
        const auto& over = three.overSeeds.front();
        QCOMPARE(over.runsPerArm, std::size_t{3});
        const auto& point = over.points.front();
        QCOMPARE(point.p1x.values, (std::vector<double>{0.5, 0.5, 0.5}));
        QCOMPARE(point.p2x.values, (std::vector<double>{1.0, 0.75, 0.75}));
        QVERIFY(std::abs(point.difference - 1.0 / 3) < 1e-12);
        // Wider than Student's t over the three differences alone.
        const double reach = 4.3026527 * std::sqrt(1.0 / 48) / std::sqrt(3.0);
        QVERIFY(point.high > point.difference + reach && point.low < point.difference - reach);
        const std::string words = sentence(over);
        QVERIFY2(words.find("3 pretraining runs per arm") != std::string::npos, words.c_str());
        QVERIFY2(words.find("over retraining and 4 test images") != std::string::npos,
                 words.c_str());
        QVERIFY(words.find("is not covered") == std::string::npos);
        QCOMPARE(toJson(three)["over_seeds"][0]["pretraining_runs_per_arm"], Json(3));
        QCOMPARE(three.all().front(), &over);
    }

    /// A run that was finished early has a point of its own, and pairs meet where both have one.
    void pointsMayLieBetweenPasses()
    {
        const auto runs = makePair();
        const auto table = test::certain(2, {0, 1}, {0, 1});
        RK_VERIFY_OK(writeScore(runs[0], {{3, {table}}, {3.74, {table}}, {5, {table}}}));
        RK_VERIFY_OK(writeScore(runs[1], {{3, {table}}, {3.74, {table}}}));
        RK_UNWRAP(const Comparison comparison, compareRuns(runs));
        const auto& pair = comparison.pairs.front();
        QCOMPARE(pair.points.size(), std::size_t{2});
        QCOMPARE(pair.points[1].epoch, 3.74);
        QVERIFY(sentence(pair).find("after 3.74 passes") != std::string::npos);
        QVERIFY(toCsv(comparison).find(",3.74,") != std::string::npos);
        QCOMPARE(pair.warnings.items().front().sentence,
                 std::string("Only P1X was scored at pass 5; the pair is "
                             "compared where both have a score."));
    }

    /// Trained for unlike times, with no scored pass in common: said, with where they could meet.
    void runsWithoutACommonPassAreNotCompared()
    {
        const auto runs = makePair();
        const auto table = test::certain(2, {0, 1}, {0, 1});
        RK_VERIFY_OK(writeScore(runs[0], {{0, {table}}, {21, {table}}}));
        RK_VERIFY_OK(writeScore(runs[1], {{0, {table}}, {40, {table}}}));
        for (const fs::path& run : runs)
            RK_VERIFY_OK(storage::makeFolder(run / "snapshots"));
        RK_VERIFY_OK(storage::atomicWrite(runs[0] / "snapshots" / "early-21.safetensors", "x"));
        for (const fs::path& run : runs)
            RK_VERIFY_OK(storage::atomicWrite(run / "snapshots" / "epoch-000020.safetensors", "x"));
        RK_UNWRAP(const Comparison comparison, compareRuns(runs));
        const auto& pair = comparison.pairs.front();
        QVERIFY(pair.trained() == nullptr);
        const std::string words = sentence(pair);
        QVERIFY2(words.find("P1X was scored at pass 0, 21 and P2X at 0, 40") == 0, words.c_str());
        QVERIFY2(words.find("pass 20: score them there") != std::string::npos, words.c_str());
        QVERIFY(words.find("difference") == std::string::npos);
        QVERIFY(tells(pair.warnings, "no_common_pass"));
        QCOMPARE(pair.differences, (std::vector<std::string>{"passes trained (21, 100)"}));
        QCOMPARE(toJson(comparison)["pairs"][0]["matched"], Json(false));
    }

    /// What a second stage has to beat is a third line, an own difference, and in every output.
    void theStartWithoutASecondStageIsAnArm()
    {
        auto runs = makePair();
        const std::vector<std::int64_t> labels{0, 1, 0, 1};
        RK_VERIFY_OK(writeScore(runs[0], {{5, {test::certain(2, labels, {0, 0, 0, 0})}}}));
        RK_VERIFY_OK(writeScore(runs[1], {{5, {test::certain(2, labels, {0, 1, 0, 1})}}}));
        runs.push_back(m_folder / "start-score");
        RK_VERIFY_OK(writeStartScore(runs.back(), test::certain(2, labels, {0, 1, 0, 0})));
        RK_UNWRAP(const Comparison comparison, compareRuns(runs));
        const auto& pair = comparison.pairs.front();
        QVERIFY(pair.noSecondStage.has_value());
        QCOMPARE(pair.noSecondStage->score.mean, 0.75);
        QCOMPARE(pair.noSecondStage->difference, 0.25);
        QVERIFY(sentence(pair).find("Without a second stage the original weights scored 75.0 %") !=
                std::string::npos);
        QCOMPARE(toJson(comparison)["pairs"][0]["no_second_stage"]["mean"], Json(0.75));
        QVERIFY(toLatex(comparison).find("Without a second stage") != std::string::npos);
        const auto figure = comparisonFigure(pair);
        QCOMPARE(figure.series.size(), std::size_t{3});
        QVERIFY(figure.series[2].role == figures::Role::NoSecondStage);
        QCOMPARE(figure.series[2].y, (std::vector<double>{75, 75}));
        // Of other start weights it is not the baseline.
        const auto two = std::vector<fs::path>(runs.begin(), runs.begin() + 2);
        RK_UNWRAP(const Comparison other, compareRuns(two, {{runs.back(), {"of another"}}}));
        QVERIFY(!other.pairs.front().noSecondStage);
    }

    /// Every measure has its own difference and interval, from the same draws of images.
    void everyMeasureHasAnInterval()
    {
        const auto runs = makePair();
        std::vector<std::int64_t> labels, first, second;
        for (int i = 0; i < 60; ++i) {
            labels.push_back(i % 3);
            first.push_back(i % 2 == 0 ? i % 3 : 0);
            second.push_back(i % 5 == 0 ? 0 : i % 3);
        }
        RK_VERIFY_OK(writeScore(runs[0], {{5, {test::certain(3, labels, first)}}}));
        RK_VERIFY_OK(writeScore(runs[1], {{5, {test::certain(3, labels, second)}}}));
        RK_UNWRAP(const Comparison comparison, compareRuns(runs));
        const auto& point = comparison.pairs.front().points.front();
        std::vector<std::string> names;
        for (const auto& measure : point.measures) {
            names.push_back(measure.name);
            QVERIFY(measure.low < measure.difference && measure.difference < measure.high);
            QVERIFY(std::abs(measure.difference - (measure.p2x - measure.p1x)) < 1e-12);
        }
        QCOMPARE(names, (std::vector<std::string>{"balanced_accuracy", "macro_f1", "auroc"}));
        // With balanced classes balanced accuracy is accuracy; its interval nearly the same.
        QVERIFY(std::abs(point.measures[0].difference - point.difference) < 1e-12);
        QVERIFY(std::abs(point.measures[0].low - point.low) < 0.02);
        QVERIFY(
            toJson(comparison)["pairs"][0]["points"][0]["measures"]["auroc"]["ci95"].is_array());
    }

    /// Who kept leaks, or let pretraining see the test images, has it in every caption.
    void leaksAreToldWithEveryNumber()
    {
        const auto runs = makePair();
        const auto table = test::certain(2, {0, 1}, {0, 1});
        for (const fs::path& run : runs)
            RK_VERIFY_OK(
                writeScore(run, {{5, {table}}}, R"({"test_part": 58, "copies_in_test": 56})"));
        RK_UNWRAP(const Comparison comparison, compareRuns(runs));
        const auto& pair = comparison.pairs.front();
        QVERIFY(tells(pair.caveats, "leaks_left_out") && tells(pair.warnings, "leaks_left_out"));
        const std::string counted = "56 of 58 test images are exact copies of training images";
        QVERIFY(comparisonFigure(pair).caption.find(counted) != std::string::npos);
        QVERIFY(toLatex(comparison).find(counted) != std::string::npos);
    }

    void otherTestImagesAreNotCompared()
    {
        const auto runs = makePair();
        auto table = test::certain(2, {0, 1}, {0, 1});
        RK_VERIFY_OK(writeScore(runs[0], {{0, {table}}}));
        table.images.back() = "another.png";
        RK_VERIFY_OK(writeScore(runs[1], {{0, {table}}}));
        RK_VERIFY_FAILS(ErrorKind::Mismatch, compareRuns(runs));
    }

    void aDamagedTableIsSaid()
    {
        const auto runs = makePair();
        const auto table = test::certain(2, {0, 1}, {0, 1});
        for (const fs::path& run : runs)
            RK_VERIFY_OK(writeScore(run, {{0, {table}}}));
        const fs::path file = runs[1] / "scores" / "finetune-100" / "tables" / "unit-0.h5";
        std::ofstream(file, std::ios::app) << "x";
        const auto comparison = compareRuns(runs);
        RK_VERIFY_FAILS(ErrorKind::Damaged, comparison);
        QCOMPARE(comparison.error().subject, file.string());
    }

    void resultsThatDoNotFitAreSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const char* head =
            R"({"schema":"rekindle.evaluate/1","protocol":"knn","fraction":1,"test_hash":"a")";
        const auto row = [&](const char* name, const QByteArray& rest, ErrorKind kind) {
            QTest::newRow(name) << QByteArray(head) + rest + "}" << static_cast<int>(kind);
        };
        row("no points", "", ErrorKind::Damaged);
        row("empty", R"(,"points":[])", ErrorKind::Damaged);
        row("a point that is none", R"(,"points":[3])", ErrorKind::Damaged);
        row("no repeats", R"(,"points":[{"epoch":1,"repeats":[]}])", ErrorKind::Damaged);
        row("before there were tables", R"(,"points":[{"epoch":1,"repeats":[{"seed":0}]}])",
            ErrorKind::Version);
        row("a table elsewhere",
            R"(,"points":[{"epoch":1,"repeats":[{"table":{"file":"../x","sha256":""}}]}])",
            ErrorKind::Damaged);
        row("nowhere", R"(,"points":[{"epoch":-1,"repeats":[{"table":{}}]}])", ErrorKind::Damaged);
    }
    void resultsThatDoNotFitAreSaid()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, kind);
        const auto runs = makePair();
        const auto table = test::certain(2, {0, 1}, {0, 1});
        for (const fs::path& run : runs)
            RK_VERIFY_OK(writeScore(run, {{0, {table}}}));
        std::ofstream(runs[0] / "scores" / "finetune-100" / "result.json") << text.toStdString();
        RK_VERIFY_FAILS(static_cast<ErrorKind>(kind), compareRuns(runs));
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"

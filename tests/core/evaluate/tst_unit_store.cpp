#include "core/evaluate/score_result.h"
#include "core/evaluate/unit_store.h"
#include "tests/support/result_macros.h"
#include "tests/support/score_tables.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <limits>

using namespace rekindle;
using namespace rekindle::evaluate;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kManyImages = 40'000;

run::ScoreSettings twoByTwo()
{
    run::ScoreSettings settings;
    settings.images = "/images";
    settings.repeats = 2;
    settings.targets.resize(2);
    settings.targets[0].weights = "/snapshots/epoch-000000.safetensors";
    settings.targets[1].weights = "/snapshots/epoch-000005.safetensors";
    settings.targets[1].epoch = 5;
    return settings;
}

UnitScore unit(std::size_t target, int repeat)
{
    UnitScore score;
    score.target = target;
    score.repeat = repeat;
    score.seed = static_cast<std::uint64_t>(repeat);
    score.trained = 10;
    return score;
}

/// Half of each class is right.
scores::ScoreTable halfRight(std::size_t images)
{
    std::vector<std::int64_t> labels, predicted;
    for (std::size_t i = 0; i < images; ++i) {
        labels.push_back(static_cast<std::int64_t>(i % 2));
        predicted.push_back(static_cast<std::int64_t>(i / 2 % 2));
    }
    return test::certain(2, labels, predicted);
}

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestUnitStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Predictions once stood in the journal, whose lines end at 64 KiB: 30,000 images failed
    /// after all the work.
    void manyTestImagesFit()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, run::RunFolder::create(folder / "score", twoByTwo()));
        RK_UNWRAP(auto store, UnitStore::read(run, twoByTwo()));
        RK_UNWRAP(auto journal, run::MetricsJournal::open(run.metricsFile(), -1));
        RK_VERIFY_OK(store.keep(unit(0, 0), halfRight(kManyImages), "weights", journal));

        RK_UNWRAP(const auto again, UnitStore::read(run, twoByTwo()));
        QVERIFY(again.holds(0, 0) && !again.holds(0, 1) && !again.holds(1, 0));
        QCOMPARE(again.lastSeq(), 0);
        RK_UNWRAP(const auto table,
                  scores::readTable(scores::tablesFolder(run.path()), again.units().front().table));
        QCOMPARE(table.images.size(), kManyImages);
    }

    void resultDoesNotGrowWithTheImages()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, run::RunFolder::create(folder / "score", twoByTwo()));
        RK_UNWRAP(auto store, UnitStore::read(run, twoByTwo()));
        RK_UNWRAP(auto journal, run::MetricsJournal::open(run.metricsFile(), -1));
        for (const auto& [target, repeat] : {std::pair{1, 1}, {0, 0}, {1, 0}})
            RK_VERIFY_OK(store.keep(unit(static_cast<std::size_t>(target), repeat),
                                    halfRight(kManyImages), "weights", journal));
        dataset::Manifest manifest;
        manifest.classes = {"caf\xe9", "caf\xe8"};
        RK_UNWRAP(const Json result, resultJson(run, twoByTwo(), manifest, {}, store.units()));
        QVERIFY(dumpJson(result).size() < 8192);
        QCOMPARE(result["points"].size(), std::size_t{2});
        QCOMPARE(result["points"][0]["epoch"], Json(0));
        QCOMPARE(result["points"][1]["epoch"], Json(5));
        QCOMPARE(result["points"][1]["repeats"].size(), std::size_t{2});
        QCOMPARE(result["points"][1]["repeats"][1]["seed"], Json(1));
        QCOMPARE(result["mean"], Json(0.5));
        QCOMPARE(result["repeats"][0]["balanced_accuracy"], Json(0.5));
        QCOMPARE(result["points"][1]["confusion"], (Json{{20000, 20000}, {20000, 20000}}));
        // Names that are not UTF-8 stay two names.
        RK_UNWRAP(const Json read, parseJson(dumpJson(result), "result.json"));
        QVERIFY(read["classes"][0] != read["classes"][1]);
        QCOMPARE(read["classes"][0]["bytes"], Json("636166e9"));
    }

    void predictionsAreAListOfNames()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, run::RunFolder::create(folder / "score", twoByTwo()));
        RK_UNWRAP(auto store, UnitStore::read(run, twoByTwo()));
        RK_UNWRAP(auto journal, run::MetricsJournal::open(run.metricsFile(), -1));
        scores::ScoreTable table = test::certain(2, {0, 1}, {0, 0});
        table.images = {"a,b/\xff.png", "c.png"};
        table.classes = {"caf\xe9", "tea"};
        RK_VERIFY_OK(store.keep(unit(0, 0), table, "weights", journal));
        table.probabilities = {0, 1, 0, 1};
        RK_VERIFY_OK(store.keep(unit(1, 1), table, "weights", journal));
        RK_VERIFY_OK(writePredictions(run, twoByTwo(), store.units()));
        QCOMPARE(contentOf(run.path() / "predictions.csv"),
                 std::string("image,label,pass 0 seed 0,pass 5 seed 1\n"
                             "\"a,b/\xff.png\",caf\xe9,caf\xe9,tea\n"
                             "c.png,tea,caf\xe9,tea\n"));
    }

    void aUnitWithoutItsTableIsDoneAgain()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, run::RunFolder::create(folder / "score", twoByTwo()));
        RK_UNWRAP(auto store, UnitStore::read(run, twoByTwo()));
        RK_UNWRAP(auto journal, run::MetricsJournal::open(run.metricsFile(), -1));
        for (const int repeat : {0, 1})
            RK_VERIFY_OK(store.keep(unit(0, repeat), halfRight(4), "weights", journal));
        const fs::path tables = scores::tablesFolder(run.path());
        fs::remove(tables / store.units()[0].table.file);
        std::ofstream(tables / store.units()[1].table.file, std::ios::app) << "more";
        RK_UNWRAP(auto again, UnitStore::read(run, twoByTwo()));
        QVERIFY(again.units().empty());
        QCOMPARE(again.lastSeq(), 1);
        QVERIFY(store.warnings().empty());
        QCOMPARE(again.warnings().items().size(), std::size_t{2});
        QCOMPARE(again.warnings().items()[0].kind, std::string("score_made_again"));
        QCOMPARE(again.warnings().items()[0].subject, store.units()[0].table.file);
        RK_VERIFY_OK(again.keep(unit(0, 1), halfRight(6), "weights", journal));
        RK_UNWRAP(const auto third, UnitStore::read(run, twoByTwo()));
        QCOMPARE(third.units().size(), std::size_t{1});
        QVERIFY(third.holds(0, 1));
    }

    void whatIsNoNumberNamesTheWeights()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, run::RunFolder::create(folder / "score", twoByTwo()));
        RK_UNWRAP(auto store, UnitStore::read(run, twoByTwo()));
        RK_UNWRAP(auto journal, run::MetricsJournal::open(run.metricsFile(), -1));
        scores::ScoreTable table = halfRight(4);
        table.probabilities[3] = std::numeric_limits<float>::quiet_NaN();
        const auto kept = store.keep(unit(0, 0), table, "/snapshots/broken.safetensors", journal);
        RK_VERIFY_FAILS(ErrorKind::Diverged, kept);
        QCOMPARE(kept.error().subject, std::string("/snapshots/broken.safetensors"));
        QVERIFY(store.units().empty() && journal.lastSeq() == -1);
    }

    void aScoreThatWasNeverPlannedIsDamage()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, run::RunFolder::create(folder / "score", twoByTwo()));
        RK_UNWRAP(auto store, UnitStore::read(run, twoByTwo()));
        RK_UNWRAP(auto journal, run::MetricsJournal::open(run.metricsFile(), -1));
        RK_VERIFY_OK(store.keep(unit(1, 1), halfRight(4), "weights", journal));
        run::ScoreSettings fewer = twoByTwo();
        fewer.targets.pop_back();
        RK_VERIFY_FAILS(ErrorKind::Damaged, UnitStore::read(run, fewer));
    }
};

QTEST_APPLESS_MAIN(TestUnitStore)
#include "tst_unit_store.moc"

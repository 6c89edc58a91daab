#include "core/scores/confusion.h"
#include "core/scores/measure.h"
#include "core/scores/resampling.h"
#include "core/scores/spread.h"
#include "tests/support/result_macros.h"
#include "tests/support/score_tables.h"
#include "tests/support/temp_folder.h"

#include <cmath>
#include <limits>

using namespace rekindle;
using namespace rekindle::scores;
using test::certain;
using test::scoreTable;
using test::twoClasses;

Measure logLossMeasure();

namespace {

std::optional<double> valueOf(const char* measure, const ScoreTable& table)
{
    const Measure* found = findMeasure(measure);
    return found == nullptr ? std::nullopt : found->value(table);
}

} // namespace

class TestMeasures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableAndShares()
    {
        const ScoreTable table = certain(3, {0, 0, 0, 1, 2, 2}, {0, 0, 1, 1, 0, 2});
        QCOMPARE(confusionOf(table), (Confusion{{2, 1, 0}, {0, 1, 0}, {1, 0, 1}}));
        QVERIFY(std::abs(*valueOf("accuracy", table) - 4.0 / 6.0) < 1e-15);
        const double balanced = (2.0 / 3.0 + 1.0 + 0.5) / 3.0;
        QVERIFY(std::abs(*valueOf("balanced_accuracy", table) - balanced) < 1e-15);
    }

    /// By hand: class 0 found 2 of 3, held for it 3; class 1 1 of 1, held 2; class 2 1 of 2,
    /// held 1.
    void macroF1OfAHandMadeTable()
    {
        const ScoreTable table = certain(3, {0, 0, 0, 1, 2, 2}, {0, 0, 1, 1, 0, 2});
        const double f1 = (4.0 / 6.0 + 2.0 / 3.0 + 2.0 / 3.0) / 3.0;
        QVERIFY(std::abs(*valueOf("macro_f1", table) - f1) < 1e-15);
    }

    /// Weights are as good as writing an image down that often, for every measure there is.
    void aWeightIsAnImageThatOftenAgain()
    {
        std::vector<std::int64_t> labels;
        std::vector<float> second;
        std::vector<double> weights;
        std::vector<std::int64_t> repeated;
        std::vector<float> repeatedSecond;
        for (int i = 0; i < 40; ++i) {
            labels.push_back((i * 7 % 5) < 2 ? 1 : 0);
            second.push_back(static_cast<float>((i * 13 % 17) / 20.0 + 0.05));
            weights.push_back(i % 4);
            for (int k = 0; k < i % 4; ++k) {
                repeated.push_back(labels.back());
                repeatedSecond.push_back(second.back());
            }
        }
        const ScoreTable table = twoClasses(labels, second);
        const ScoreTable written = twoClasses(repeated, repeatedSecond);
        for (const Measure& measure : measures()) {
            const auto weighted = measure.prepare(table)(weights);
            const auto plain = measure.value(written);
            QVERIFY2(weighted && plain && std::abs(*weighted - *plain) < 1e-12,
                     measure.name.c_str());
            QVERIFY(std::abs(*weighted - *measure.value(table)) > 1e-6);
        }
    }

    void patientsAreDrawnWhole()
    {
        Resampling resampling(6, {"a", "a", "", "b", "b", "b"}, 3);
        QCOMPARE(resampling.units(), std::size_t{3});
        double first = 0, squares = 0;
        for (int i = 0; i < 3000; ++i) {
            const auto weights = resampling.draw();
            QVERIFY(weights[0] == weights[1] && weights[3] == weights[4] &&
                    weights[4] == weights[5]);
            QCOMPARE(weights[0] + weights[2] + weights[3], 3.0);
            first += weights[0];
            squares += (weights[0] - 1) * (weights[0] - 1);
        }
        QVERIFY(std::abs(first / 3000 - 1) < 0.06); // 4 standard deviations
        // Three draws among three: binomial, of variance 2/3.
        QVERIFY(std::abs(squares / 3000 - 2.0 / 3) < 0.07);
    }

    void guessingTheLargestClassIsNoSkill()
    {
        std::vector<std::int64_t> truth(94, 0);
        truth.resize(100, 1);
        const ScoreTable table = certain(2, truth, std::vector<std::int64_t>(100, 0));
        QCOMPARE(*valueOf("accuracy", table), 0.94);
        QCOMPARE(*valueOf("balanced_accuracy", table), 0.5);
        QCOMPARE(*valueOf("auroc", table), 0.5);
    }

    /// Counted by hand over all pairs of a positive and a negative.
    void areaUnderTheCurve()
    {
        const ScoreTable table = twoClasses({0, 1, 0, 1, 1}, {0.1F, 0.4F, 0.4F, 0.8F, 0.3F});
        // Pairs: (.4>.1) (.4=.4) (.8>.1) (.8>.4) (.3>.1) (.3<.4): 4.5 of 6.
        QVERIFY(std::abs(*valueOf("auroc", table) - 4.5 / 6.0) < 1e-12);
        QVERIFY(!valueOf("auroc", twoClasses({1, 1}, {0.5F, 0.5F})));
    }

    /// The rank sum once looked for the end of a run of equal values and never found that of NaN.
    void whatIsNoNumberEndsAndIsNoArea()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        QVERIFY(!valueOf("auroc", twoClasses({0, 1, 0, 1}, {nan, 0.2F, 0.4F, 0.9F})));
        QVERIFY(!valueOf("auroc", twoClasses({0, 1, 0, 1}, {nan, nan, nan, nan})));
        // Infinities have ranks: 0.2 < inf, 0.4 < inf, 0.2 < 0.9 and 0.4 < 0.9.
        const ScoreTable sure =
            scoreTable(2, {0, 1, 0, 1}, {0.8F, 0.2F, -infinity, infinity, 0.6F, 0.4F, 0.1F, 0.9F});
        QVERIFY(std::isfinite(*valueOf("auroc", sure)));
    }

    /// A measure that is no number is told and not passed on.
    void aMeasureThatIsNoNumberFails()
    {
        const auto broken = [](const ScoreTable&) -> WeightedMeasure {
            return [](std::span<const double>) -> std::optional<double> {
                return std::numeric_limits<double>::infinity();
            };
        };
        measures().push_back({"broken", "A broken measure", "", true, broken});
        const auto all = measureAll(certain(2, {0, 1}, {0, 1}), "weights.safetensors");
        measures().pop_back();
        RK_VERIFY_FAILS(ErrorKind::Diverged, all);
        QCOMPARE(all.error().subject, std::string("weights.safetensors"));
    }

    /// The second case: a measure that came after the tables, in one file and the line below.
    void aLaterMeasureIsMadeFromOldTables()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const TableName name, writeTable(folder.path(), "unit.h5",
                                                   scoreTable(3, {0, 2, 1},
                                                              {0.5F, 0.25F, 0.25F, 0.25F, 0.25F,
                                                               0.5F, 1.0F, 0.0F, 0.0F})));
        QVERIFY(findMeasure("log_loss") == nullptr);

        measures().push_back(logLossMeasure());
        RK_UNWRAP(const ScoreTable table, readTable(folder.path(), name));
        RK_UNWRAP(const Json all, measureAll(table, "unit.h5"));
        measures().pop_back();
        // -(ln 1/2 + ln 1/2 + ln 1e-7) / 3
        const double expected = (2 * std::log(2.0) + 7 * std::log(10.0)) / 3;
        QVERIFY(std::abs(all["log_loss"].get<double>() - expected) < 1e-12);
        QVERIFY(std::abs(all["accuracy"].get<double>() - 2.0 / 3.0) < 1e-15);
    }

    void spreadOfRepeats()
    {
        const Spread spread = spreadOf({0.8, 0.9, 0.85});
        QVERIFY(std::abs(spread.mean - 0.85) < 1e-12);
        QVERIFY(std::abs(spread.sd - 0.05) < 1e-12);
        // t(0.975, 2) = 4.3027: half width 4.3027 * 0.05 / sqrt(3)
        QVERIFY(std::abs(spread.high - spread.mean - 0.124208) < 1e-5);
        const Spread one = spreadOf({0.7});
        QCOMPARE(one.sd, 0.0);
        QCOMPARE(one.low, one.high);
    }
};

QTEST_APPLESS_MAIN(TestMeasures)
#include "tst_measures.moc"

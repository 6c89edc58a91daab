#include "core/evaluate/metrics.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle::evaluate;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableAndShares()
    {
        const Confusion table = confusion({0, 0, 0, 1, 2, 2}, {0, 0, 1, 1, 0, 2}, 3);
        QCOMPARE(table, (Confusion{{2, 1, 0}, {0, 1, 0}, {1, 0, 1}}));
        QVERIFY(std::abs(accuracy(table) - 4.0 / 6.0) < 1e-15);
        QVERIFY(std::abs(balancedAccuracy(table) - (2.0 / 3.0 + 1.0 + 0.5) / 3.0) < 1e-15);
    }

    void guessingTheLargestClassIsNoSkill()
    {
        std::vector<std::int64_t> truth(94, 0), guess(100, 0);
        truth.resize(100, 1);
        const Confusion table = confusion(truth, guess, 2);
        QCOMPARE(accuracy(table), 0.94);
        QCOMPARE(balancedAccuracy(table), 0.5);
    }

    /// Counted by hand over all pairs of a positive and a negative.
    void areaUnderTheCurve()
    {
        const std::vector<std::int64_t> truth = {0, 1, 0, 1, 1};
        const std::vector<float> positive = {0.1f, 0.4f, 0.4f, 0.8f, 0.3f};
        std::vector<float> scores;
        for (const float score : positive) {
            scores.push_back(1 - score);
            scores.push_back(score);
        }
        // Pairs: (.4>.1) (.4=.4) (.8>.1) (.8>.4) (.3>.1) (.3<.4): 4.5 of 6.
        QVERIFY(std::abs(auroc(truth, scores, 2) - 4.5 / 6.0) < 1e-12);
        QVERIFY(std::isnan(auroc({1, 1}, {0.5f, 0.5f, 0.5f, 0.5f}, 2)));
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

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"

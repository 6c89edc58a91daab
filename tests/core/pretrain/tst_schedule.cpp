#include "core/pretrain/run_length.h"
#include "core/pretrain/simclr_rules.h"
#include "core/pretrain/warmup_cosine.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle::pretrain;

/// Against the step counts and rates of the original code for the paper's runs: 1000 passes over
/// 100,000 images.
class TestSchedule : public QObject
{
    Q_OBJECT

    static constexpr std::int64_t kImages = 100000;
    static constexpr std::int64_t kEpochs = 1000;

    static WarmupCosine paper(std::int64_t batch)
    {
        return {simclrWarmupSteps(kImages, 10, batch), simclrSteps(kImages, kEpochs, batch),
                simclrPeakRate(batch)};
    }

private Q_SLOTS:
    void stepsOfThePapersRuns()
    {
        QCOMPARE(simclrSteps(kImages, kEpochs, 1024), std::int64_t{97657});
        QCOMPARE(simclrWarmupSteps(kImages, 10, 1024), std::int64_t{976});
        QCOMPARE(simclrSteps(kImages, kEpochs, 32), std::int64_t{3125001});
        QCOMPARE(simclrSteps(640, 5, 64), std::int64_t{51});
    }

    void peakRateByTheLinearRule()
    {
        QCOMPARE(simclrPeakRate(4096), 4.8);
        QCOMPARE(simclrPeakRate(1024), 1.2);
        QCOMPARE(simclrPeakRate(32), 0.0375);
    }

    void warmUpThenHalfACosine()
    {
        const WarmupCosine schedule = paper(1024);
        const auto rate = [&](std::int64_t step) { return warmupCosine(schedule, step); };
        QCOMPARE(rate(0), 0.0);
        QVERIFY(std::abs(rate(488) - 0.6) < 1e-12);
        QCOMPARE(rate(976), 1.2);
        // Half-way through the decay the cosine is zero.
        QVERIFY(std::abs(0.5 * (rate(976 + 48340) + rate(976 + 48341)) - 0.6) < 1e-6);
        QVERIFY(rate(97656) > 0.0);
        QVERIFY(rate(97656) < 1e-8);
    }

    void noWarmUpStartsAtThePeak() { QCOMPARE(warmupCosine({0, 51, 0.3}, 0), 0.3); }

    void epochsEndWhereTheirImagesDo()
    {
        const RunLength length{kImages, kEpochs, 1024, simclrSteps(kImages, kEpochs, 1024)};
        QCOMPARE(stepsFor(length, 1), std::int64_t{98});
        QCOMPARE(stepsFor(length, 1000), length.steps);
        QCOMPARE(epochsAfter(length, length.steps), 1000.0);
        for (const std::int64_t epoch : {1, 100, 300, 999}) {
            const std::int64_t steps = stepsFor(length, epoch);
            QVERIFY(epochsAfter(length, steps) >= static_cast<double>(epoch));
            QVERIFY(epochsAfter(length, steps - 1) < static_cast<double>(epoch));
        }
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"

#include "core/pretrain/schedule.h"

#include <QtTest/QtTest>
#include <cmath>

using rekindle::pretrain::Schedule;

/// Against the step counts and rates of the original code for the paper's runs.
class TestSchedule : public QObject
{
    Q_OBJECT

    static Schedule paper(std::int64_t batch)
    {
        Schedule::Settings settings;
        settings.imagesPerEpoch = 100000;
        settings.epochs = 1000;
        settings.batch = batch;
        settings.peak = rekindle::pretrain::simclrPeakRate(batch);
        return Schedule::simclr(settings);
    }

private Q_SLOTS:
    void stepsOfThePapersRuns()
    {
        QCOMPARE(paper(1024).totalSteps(), std::int64_t{97657});
        QCOMPARE(paper(1024).warmupSteps(), std::int64_t{976});
        QCOMPARE(paper(32).totalSteps(), std::int64_t{3125001});
    }

    void peakRateByTheLinearRule()
    {
        QCOMPARE(rekindle::pretrain::simclrPeakRate(4096), 4.8);
        QCOMPARE(rekindle::pretrain::simclrPeakRate(1024), 1.2);
        QCOMPARE(rekindle::pretrain::simclrPeakRate(32), 0.0375);
    }

    void warmUpThenHalfACosine()
    {
        const Schedule schedule = paper(1024);
        QCOMPARE(schedule.rate(0), 0.0);
        QVERIFY(std::abs(schedule.rate(488) - 0.6) < 1e-12);
        QCOMPARE(schedule.rate(976), 1.2);
        // Half-way through the decay the cosine is zero.
        const double middle = 0.5 * (schedule.rate(976 + 48340) + schedule.rate(976 + 48341));
        QVERIFY(std::abs(middle - 0.6) < 1e-6);
        QVERIFY(schedule.rate(97656) > 0.0);
        QVERIFY(schedule.rate(97656) < 1e-8);
    }

    void epochsEndWhereTheirImagesDo()
    {
        const Schedule schedule = paper(1024);
        QCOMPARE(schedule.stepsFor(1), std::int64_t{98});
        QCOMPARE(schedule.stepsFor(1000), schedule.totalSteps());
        QCOMPARE(schedule.epochsAfter(schedule.totalSteps()), 1000.0);
        for (const std::int64_t epoch : {1, 100, 300, 999}) {
            QVERIFY(schedule.epochsAfter(schedule.stepsFor(epoch)) >= static_cast<double>(epoch));
            QVERIFY(schedule.epochsAfter(schedule.stepsFor(epoch) - 1) <
                    static_cast<double>(epoch));
        }
    }

    void noWarmUpStartsAtThePeak()
    {
        Schedule::Settings settings{640, 5, 64, 0, 0.3};
        QCOMPARE(Schedule::simclr(settings).rate(0), 0.3);
        QCOMPARE(Schedule::simclr(settings).totalSteps(), std::int64_t{51});
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"

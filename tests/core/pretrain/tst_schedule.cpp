#include "core/pretrain/byol_rules.h"
#include "core/pretrain/run_length.h"
#include "core/pretrain/simclr_rules.h"
#include "core/pretrain/swav_rules.h"
#include "core/pretrain/target_momentum.h"
#include "core/pretrain/warmup_cosine.h"
#include "core/specs/swav_spec.h"

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

    /// recipes 2: the table of rates, and which of SwAV's two scripts holds.
    void swavGoesByItsTwoScripts()
    {
        QCOMPARE(swavSteps(kImages, kEpochs, 1024), std::int64_t{97000});
        QCOMPARE(swavPeakRate(4096), 4.8);
        QCOMPARE(swavPeakRate(1024), 1.2);
        QCOMPARE(swavPeakRate(256), 0.6);
        QCOMPARE(swavPeakRate(32), 0.075);
        rekindle::run::PretrainSettings settings;
        settings.epochs = kEpochs;
        settings.batch = 1024;
        settings.warmupEpochs = -1;
        const LinearCosine large = swavSchedule(settings, {}, kImages / 1024);
        QCOMPARE(large.warmup, std::int64_t{970});
        QCOMPARE(large.start, 1.2 * 0.3 / 4.8);
        QCOMPARE(large.final, 0.0012);
        QCOMPARE(linearCosine(large, 0), large.start);
        QCOMPARE(linearCosine(large, 969), 1.2);
        QCOMPARE(linearCosine(large, 970), 1.2);
        settings.batch = 32;
        const LinearCosine small = swavSchedule(settings, {}, kImages / 32);
        QCOMPARE(small.warmup, std::int64_t{0});
        QCOMPARE(small.final, 7.5e-5);
        QCOMPARE(swavFrozenSteps(512, {}), std::int64_t{313});
        QCOMPARE(swavFrozenSteps(511, {}), std::int64_t{5005});
        QCOMPARE(swavQueue(512, {}, 195).rows, std::int64_t{0});
        const SwavQueue queue = swavQueue(100, {}, 1000);
        QCOMPARE(queue.rows, std::int64_t{3800}); // rounded down to a multiple of the batch
        QCOMPARE(queue.firstStep, std::int64_t{15000});
    }

    void smallCropsGoWithLargePictures()
    {
        QVERIFY(rekindle::specs::swavHasSmallCrops(224, {}));
        QVERIFY(!rekindle::specs::swavHasSmallCrops(96, {}));
        rekindle::specs::SwavSettings own;
        own.crops = "two";
        QVERIFY(!rekindle::specs::swavHasSmallCrops(224, own));
        own.crops = "multi";
        QVERIFY(rekindle::specs::swavHasSmallCrops(96, own));
    }

    void byolGoesByThePassesPlanned()
    {
        QCOMPARE(byolSteps(kImages, kEpochs, 1024), std::int64_t{97656});
        QCOMPARE(byolWarmupSteps(kImages, 10, 1024), std::int64_t{976});
        QCOMPARE(byolPreset("auto", 600).baseRate, 0.2);
        QCOMPARE(byolPreset("auto", 599).baseRate, 0.3);
        QCOMPARE(byolPreset("auto", 199).baseRate, 0.45);
        QCOMPARE(byolPreset("40", 1000).targetMomentum, 0.97);
        rekindle::run::PretrainSettings settings;
        settings.epochs = 1000;
        settings.batch = 1024;
        settings.weightDecay = -1;
        const ByolValues values = byolValues(settings, {});
        QCOMPARE(values.peakRate, 0.8);
        QCOMPARE(values.weightDecay, 1.5e-6);
        QCOMPARE(values.targetMomentum, 0.996);
        QCOMPARE(targetMomentum(0.996, 0, 1000), 0.996);
        QVERIFY(std::abs(targetMomentum(0.996, 500, 1000) - 0.998) < 1e-15);
        QVERIFY(std::abs(targetMomentum(0.996, 1000, 1000) - 1.0) < 1e-15);
    }

    /// A pass that drops its last batch ends with a whole step.
    void passesWithABorderAreWholeSteps()
    {
        const RunLength length{kImages, kEpochs, 1024, 97000, 97};
        QCOMPARE(stepsFor(length, 1), std::int64_t{97});
        QCOMPARE(stepsFor(length, 300), std::int64_t{29100});
        QCOMPARE(stepsFor(length, 1000), std::int64_t{97000});
        QCOMPARE(epochsAfter(length, 29100), 300.0);
    }

    void epochsEndWhereTheirImagesDo()
    {
        const RunLength length{kImages, kEpochs, 1024, simclrSteps(kImages, kEpochs, 1024), 0};
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

#include "core/study/retraining.h"
#include "tests/support/result_macros.h"

#include <cmath>
#include <random>

using namespace rekindle::study;

namespace {

/// One pretraining run, scored: right (1) or wrong (0) on each image, more often right the easier
/// the image and the luckier the run.
std::vector<double> scored(const std::vector<double>& ease, double luck, std::mt19937& random)
{
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<double> right;
    for (const double value : ease)
        right.push_back(uniform(random) < std::clamp(value + luck, 0.0, 1.0) ? 1 : 0);
    return right;
}

/// Pairs of arms whose runs differ by luck, and whose second arm is better by `effect`.
std::vector<std::vector<double>> pairsOf(std::size_t count, double effect, std::mt19937& random)
{
    std::uniform_real_distribution<double> uniform(0.3, 0.9);
    std::normal_distribution<double> luck(0, 0.08);
    std::vector<double> ease(200);
    for (double& value : ease)
        value = uniform(random);
    std::vector<std::vector<double>> differences;
    for (std::size_t pair = 0; pair < count; ++pair) {
        const auto first = scored(ease, luck(random), random);
        auto second = scored(ease, effect + luck(random), random);
        for (std::size_t image = 0; image < second.size(); ++image)
            second[image] -= first[image];
        differences.push_back(std::move(second));
    }
    return differences;
}

/// How often the interval leaves 0 out.
double share(int trials, std::size_t pairs, double effect)
{
    std::mt19937 random(17);
    int excluded = 0;
    for (int i = 0; i < trials; ++i) {
        const Interval interval = retrainingInterval(pairsOf(pairs, effect, random), {});
        excluded += interval.low > 0 || interval.high < 0 ? 1 : 0;
    }
    return static_cast<double>(excluded) / trials;
}

} // namespace

class TestRetraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Against the printed tables of Student's t, and the closed form for one degree of freedom.
    void studentsT_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("freedom");
        QTest::addColumn<double>("t");
        QTest::newRow("1") << 0.975 << 1.0 << 12.7062047;
        QTest::newRow("2") << 0.975 << 2.0 << 4.3026527;
        QTest::newRow("4") << 0.975 << 4.0 << 2.7764451;
        QTest::newRow("10") << 0.95 << 10.0 << 1.8124611;
        QTest::newRow("30") << 0.975 << 30.0 << 2.0422725;
        QTest::newRow("many") << 0.975 << 1e6 << 1.9599664;
    }
    void studentsT()
    {
        QFETCH(double, share);
        QFETCH(double, freedom);
        QFETCH(double, t);
        QVERIFY(std::abs(studentQuantile(share, freedom) - t) < 3e-6);
        QVERIFY(std::abs(studentBelow(t, freedom) - share) < 1e-8);
        QVERIFY(std::abs(studentBelow(-t, freedom) - (1 - share)) < 1e-8);
    }

    /// Two arms that are the same but for the luck of their runs: the images alone would call 0
    /// impossible in far more than a twentieth of the comparisons.
    void armsThatAreEqualAreSeldomCalledDifferent()
    {
        for (const std::size_t pairs : {3, 5}) {
            const double called = share(200, pairs, 0);
            QVERIFY2(called <= 0.08, qPrintable(QString::number(called)));
        }
        std::mt19937 random(17);
        int byImages = 0;
        for (int i = 0; i < 200; ++i) {
            const Interval one = pairedBootstrap(pairsOf(1, 0, random).front(), {});
            byImages += one.low > 0 || one.high < 0 ? 1 : 0;
        }
        QVERIFY2(byImages > 200 * 0.10, qPrintable(QString::number(byImages)));
    }

    void aRealDifferenceIsSeen() { QVERIFY(share(40, 5, 0.3) > 0.9); }

    /// By hand: means 0.1, 0.2, 0.3 of one image each have a standard error of 0.1 / sqrt(3), and
    /// an image that is alone adds nothing.
    void ofThreePairs()
    {
        const Interval interval = retrainingInterval({{0.1}, {0.2}, {0.3}}, {});
        QVERIFY(std::abs(interval.difference - 0.2) < 1e-12);
        const double reach = 4.3026527 * 0.1 / std::sqrt(3.0);
        QVERIFY(std::abs(interval.high - (0.2 + reach)) < 1e-6);
        QVERIFY(std::abs(interval.low - (0.2 - reach)) < 1e-6);
        // t = 2 sqrt(3) of two degrees: p = 1 - t / sqrt(2 + t^2).
        const double t = 2 * std::sqrt(3.0);
        QVERIFY(std::abs(interval.pValue - (1 - t / std::sqrt(2 + t * t))) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestRetraining)
#include "tst_retraining.moc"

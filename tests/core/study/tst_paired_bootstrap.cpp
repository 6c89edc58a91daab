#include "core/study/paired_bootstrap.h"

#include <QtTest/QtTest>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace rekindle;
using study::Interval;
using study::pairedBootstrap;

namespace {

/// Standard normal numbers of another generator than the one under test uses.
std::vector<double> normals(std::size_t count, std::uint32_t seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<double> normal;
    std::vector<double> values;
    values.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(normal(generator));
    return values;
}

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// The deviation of a bootstrapped mean, in closed form: the sample's (over n) by root n.
double deviationOfMean(const std::vector<double>& values)
{
    double squares = 0;
    for (const double value : values)
        squares += (value - mean(values)) * (value - mean(values));
    const auto n = static_cast<double>(values.size());
    return std::sqrt(squares / n / n);
}

} // namespace

class TestPairedBootstrap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// For many cases the resampled mean is normal: its quantiles stand 1.96 deviations away, and
    /// p is the two-sided tail. The quantiles of 20000 resamples err by 2 % of the deviation.
    void agreesWithTheNormalLaw()
    {
        std::vector<double> differences = normals(400, 1);
        for (double& difference : differences)
            difference += 0.1;
        const Interval interval = pairedBootstrap(differences, {}, 1, 20000);
        const double centre = mean(differences);
        const double deviation = deviationOfMean(differences);
        QCOMPARE(interval.units, std::uint64_t{400});
        QVERIFY(std::abs(interval.difference - centre) < 1e-12);
        QVERIFY(std::abs(interval.low - (centre - 1.96 * deviation)) < 0.08 * deviation);
        QVERIFY(std::abs(interval.high - (centre + 1.96 * deviation)) < 0.08 * deviation);
        const double expected = std::erfc(std::abs(centre) / deviation / std::sqrt(2.0));
        QVERIFY2(std::abs(interval.pValue - expected) < 0.02,
                 qPrintable(QString::number(interval.pValue)));
    }

    /// Two cases, +1 and 0: a resample's mean is 0, 1/2 or 1 with 1/4, 1/2 and 1/4.
    void twoCasesAreCounted()
    {
        const Interval interval = pairedBootstrap({1, 0}, {}, 1, 20000);
        QCOMPARE(interval.difference, 0.5);
        QCOMPARE(interval.low, 0.0);
        QCOMPARE(interval.high, 1.0);
        // Never below 0, and 0 a quarter of the time.
        QVERIFY(std::abs(interval.pValue - 0.5) < 0.02);
    }

    /// All differences the same: nothing to resample.
    void noSpreadIsAPoint()
    {
        const Interval better = pairedBootstrap(std::vector<double>(30, 0.25), {});
        QCOMPARE(better.low, 0.25);
        QCOMPARE(better.high, 0.25);
        QCOMPARE(better.pValue, 2.0 / study::kResamples);
        const Interval same = pairedBootstrap(std::vector<double>(30, 0.0), {});
        QCOMPARE(same.pValue, 1.0);
    }

    /// Ten copies of each case say no more than the case itself: images of one patient are drawn
    /// together, and the interval is that of the patients.
    void imagesOfAPatientAreOneCase()
    {
        const std::vector<double> cases = normals(60, 2);
        std::vector<double> images;
        std::vector<std::string> patients;
        for (std::size_t patient = 0; patient < cases.size(); ++patient) {
            for (int image = 0; image < 10; ++image) {
                images.push_back(cases[patient]);
                patients.push_back("p" + std::to_string(patient));
            }
        }
        const Interval together = pairedBootstrap(images, patients, 1, 4000);
        const Interval apart = pairedBootstrap(images, {}, 1, 4000);
        QCOMPARE(together.units, std::uint64_t{60});
        QCOMPARE(apart.units, std::uint64_t{600});
        const double ratio = (together.high - together.low) / (apart.high - apart.low);
        QVERIFY2(std::abs(ratio - std::sqrt(10.0)) < 0.25, qPrintable(QString::number(ratio)));
        // An image without a patient is a case of its own.
        patients[0].clear();
        QCOMPARE(pairedBootstrap(images, patients).units, std::uint64_t{61});
    }

    /// Where nothing differs, 5 % of the studies should seem to: of 400, 20 +- 4.4.
    void keepsItsLevel()
    {
        int significant = 0;
        int outside = 0;
        constexpr int kStudies = 400;
        for (int i = 0; i < kStudies; ++i) {
            const Interval interval =
                pairedBootstrap(normals(100, static_cast<std::uint32_t>(100 + i)), {}, 1, 400);
            significant += interval.pValue < 0.05 ? 1 : 0;
            outside += interval.low > 0 || interval.high < 0 ? 1 : 0;
        }
        QVERIFY2(significant >= 8 && significant <= 38, qPrintable(QString::number(significant)));
        QVERIFY2(outside >= 8 && outside <= 38, qPrintable(QString::number(outside)));
    }

    void sameSeedSameNumbers()
    {
        const std::vector<double> differences = normals(50, 3);
        const Interval first = pairedBootstrap(differences, {}, 5);
        const Interval again = pairedBootstrap(differences, {}, 5);
        const Interval other = pairedBootstrap(differences, {}, 6);
        QCOMPARE(first.low, again.low);
        QCOMPARE(first.pValue, again.pValue);
        QVERIFY(first.low != other.low);
    }

    void nothingIsNothing()
    {
        const Interval none = pairedBootstrap({}, {});
        QCOMPARE(none.units, std::uint64_t{0});
        QCOMPARE(none.pValue, 1.0);
    }
};

QTEST_APPLESS_MAIN(TestPairedBootstrap)
#include "tst_paired_bootstrap.moc"

#include "core/figures/curve_pyramid.h"
#include "tests/support/sanitized.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <unistd.h>

using rekindle::figures::CurvePyramid;
using rekindle::figures::CurveStretch;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool equal(double left, double right)
{
    return left == right || (std::isnan(left) && std::isnan(right));
}

/// What a stretch must say, by looking at every point of it.
CurveStretch looked(const std::vector<double>& x, const std::vector<double>& y, std::size_t begin,
                    std::size_t count)
{
    CurveStretch stretch{x[begin + count - 1], kNan, kNan, kNan, kNan, count};
    double sum = 0;
    std::size_t finite = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (!std::isfinite(y[i]))
            continue;
        stretch.min = finite == 0 ? y[i] : std::min(stretch.min, y[i]);
        stretch.max = finite == 0 ? y[i] : std::max(stretch.max, y[i]);
        stretch.last = y[i];
        sum += y[i];
        ++finite;
    }
    if (finite > 0)
        stretch.mean = sum / static_cast<double>(finite);
    return stretch;
}

std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t whole = 0, resident = 0;
    file >> whole >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

/// A curve of a million points in little memory, with no peak of it lost.
class TestCurvePyramid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatLookingAtEveryPointSays()
    {
        std::mt19937 chance(7);
        std::normal_distribution<double> value(0, 1);
        for (const std::size_t length : {1u, 2u, 15u, 16u, 17u, 33u, 500u, 4099u}) {
            CurvePyramid curve;
            std::vector<double> x, y;
            for (std::size_t i = 0; i < length; ++i) {
                x.push_back(static_cast<double>(i) / 3);
                y.push_back(chance() % 9 == 0 ? kNan : value(chance));
                curve.append(x.back(), y.back());
            }
            for (const std::size_t most : {2u, 3u, 10u, 64u, 1000u, 10'000u}) {
                for (int range = 0; range < 12; ++range) {
                    std::size_t begin = range == 0 ? 0 : chance() % length;
                    const std::size_t end =
                        range == 0 ? length : begin + chance() % (length - begin) + 1;
                    const auto stretches = curve.stretches(x[begin], x[end - 1], most);
                    QVERIFY(stretches.size() <= most);
                    QVERIFY(end - begin > most || stretches.size() == end - begin);
                    // Not thinner than it need be.
                    QVERIFY(4 * (stretches.size() + 1) >= std::min(most, end - begin));
                    for (const CurveStretch& stretch : stretches) {
                        const auto expected = looked(x, y, begin, stretch.count);
                        QCOMPARE(stretch.x, expected.x);
                        QVERIFY(equal(stretch.min, expected.min));
                        QVERIFY(equal(stretch.max, expected.max));
                        QVERIFY(equal(stretch.last, expected.last));
                        QVERIFY(std::isnan(expected.mean)
                                    ? std::isnan(stretch.mean)
                                    : std::abs(stretch.mean - expected.mean) < 1e-12);
                        begin += stretch.count;
                    }
                    QCOMPARE(begin, end);
                }
            }
        }
    }

    void aMillionLinesTakeLittleMemoryAndTime()
    {
        constexpr std::size_t kLines = 1'000'000;
        const std::size_t before = residentBytes();
        CurvePyramid curve;
        std::vector<double> times;
        times.reserve(1000);
        for (std::size_t i = 0; i < kLines; ++i) {
            const auto start = std::chrono::steady_clock::now();
            curve.append(static_cast<double>(i) / 1000, 5 - 1e-6 * static_cast<double>(i));
            // A new line is added and drawn: both within the millisecond.
            if (i % 1000 == 999) {
                QVERIFY(!curve.stretches(1000).empty());
                times.push_back(std::chrono::duration<double, std::milli>(
                                    std::chrono::steady_clock::now() - start)
                                    .count());
            }
        }
        std::sort(times.begin(), times.end());
        qInfo("1,000,000 lines: %.1f MB held, %.1f MB more in use; a new line and its drawing: "
              "%.3f ms median",
              static_cast<double>(curve.bytes()) / 1e6,
              (static_cast<double>(residentBytes()) - static_cast<double>(before)) / 1e6,
              times[times.size() / 2]);
        QVERIFY(curve.bytes() >= 2 * sizeof(double) * kLines);
        QVERIFY(curve.bytes() < 60'000'000);
        QVERIFY(residentBytes() < before + rekindle::test::kPatience * std::size_t{60'000'000});
        QVERIFY(times[times.size() / 2] < 1.0 * rekindle::test::kPatience);
    }

    void oneSpikeIsSeenAtEveryZoom()
    {
        constexpr std::size_t kLines = 200'000, kSpike = 123'457;
        CurvePyramid curve;
        for (std::size_t i = 0; i < kLines; ++i)
            curve.append(static_cast<double>(i), i == kSpike ? 99.0 : 1.0);
        for (std::size_t most = 2; most <= kLines; most *= 3) {
            for (double width = kLines; width >= 1; width /= 7) {
                const double low = kSpike - width / 3;
                const auto stretches = curve.stretches(low, low + width, most);
                QVERIFY(std::any_of(stretches.begin(), stretches.end(),
                                    [](const CurveStretch& stretch) { return stretch.max == 99; }));
            }
        }
        QVERIFY(curve.stretches(0, kSpike - 1, 500).back().max == 1);
    }

    void whatIsDrawnStaysWhereItIsWhileTheCurveGrows()
    {
        CurvePyramid curve;
        for (int i = 0; i < 5000; ++i)
            curve.append(i, i % 17);
        const auto before = curve.stretches(1000);
        curve.append(5000, 3);
        const auto after = curve.stretches(1000);
        for (std::size_t i = 0; i + 1 < before.size(); ++i)
            QCOMPARE(after[i].x, before[i].x);
    }

    void oddNumbersDoNoHarm()
    {
        CurvePyramid curve;
        QVERIFY(curve.stretches(100).empty());
        curve.append(kNan, kNan);
        curve.append(5, 1);
        curve.append(3, 2);
        curve.append(std::numeric_limits<double>::infinity(), kNan);
        const auto stretches = curve.stretches(10);
        QCOMPARE(stretches.size(), std::size_t{4});
        QCOMPARE(stretches[0].x, 0.0);
        QVERIFY(std::isnan(stretches[0].max));
        QCOMPARE(stretches[2].x, 5.0);
        QCOMPARE(curve.lastX(), 5.0);
        QVERIFY(curve.stretches(6, 9, 10).empty());
        QVERIFY(curve.stretches(9, 6, 10).empty());
        curve.clear();
        QCOMPARE(curve.size(), std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestCurvePyramid)
#include "tst_curve_pyramid.moc"

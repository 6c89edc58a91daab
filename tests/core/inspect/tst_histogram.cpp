#include "core/inspect/histogram.h"

#include "core/base/rng.h"

#include <QtTest/QtTest>
#include <cmath>
#include <numeric>

using namespace rekindle;
using namespace rekindle::inspect;

namespace {

using Rows = std::vector<std::vector<double>>;

double sum(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void binsAreHalfOpenButTheLast()
    {
        const std::vector<double> values{0, 0.5, 1, 1, 2, 3, -1, 4, std::nan("")};
        const Histogram histogram = makeHistogram(values, {0, 1, 2, 3});
        QCOMPARE(histogram.counts, (std::vector<double>{2, 2, 2}));
    }

    /// 2 IQR / n^(1/3): 1,000 values evenly over [0, 1] have an IQR of 1/2, so 10 bins.
    void widthByFreedmanAndDiaconis()
    {
        std::vector<double> even(1000);
        for (std::size_t i = 0; i < even.size(); ++i)
            even[i] = static_cast<double>(i) / 999.0;
        const auto edges = sharedEdges(Rows{even});
        QCOMPARE(edges.size(), std::size_t{11});
        QCOMPARE(edges.front(), 0.0);
        QVERIFY(std::abs(edges.back() - 1.0) < 1e-12);
        QCOMPARE(sum(makeHistogram(even, edges).counts), 1000.0);
    }

    void betweenEightAndAHundredAndTwenty()
    {
        QCOMPARE(sharedEdges(Rows{{1, 2, 3}}).size(), std::size_t{9});
        std::vector<double> outlier(1000);
        Random random(1, Purpose::Probe);
        for (double& value : outlier)
            value = random.uniform();
        outlier[0] = 1e6;
        QCOMPARE(sharedEdges(Rows{outlier}).size(), std::size_t{121});
    }

    void rowsShareEdgesAndNothingIsLost()
    {
        Random random(2, Purpose::Probe);
        std::vector<std::vector<double>> rows(2);
        for (int i = 0; i < 500; ++i) {
            rows[0].push_back(std::exp(random.normal()));
            rows[1].push_back(100 * std::exp(random.normal()));
        }
        for (const bool logarithmic : {false, true}) {
            const auto edges = sharedEdges(rows, logarithmic);
            QVERIFY(std::is_sorted(edges.begin(), edges.end()));
            for (const auto& row : rows)
                QCOMPARE(sum(makeHistogram(row, edges).counts), 500.0);
            if (logarithmic)
                QVERIFY(std::abs(edges[2] / edges[1] - edges[1] / edges[0]) < 1e-9);
        }
    }

    void equalValuesAndNoValues()
    {
        for (const bool logarithmic : {false, true}) {
            const std::vector<double> equal(5, 0.7);
            const auto edges = sharedEdges(Rows{equal}, logarithmic);
            QCOMPARE(edges.size(), std::size_t{2});
            QCOMPARE(makeHistogram(equal, edges).counts, std::vector<double>{5});
        }
        QCOMPARE(makeHistogram(std::vector<double>{}, sharedEdges({})).counts,
                 std::vector<double>{0});
        QVERIFY(makeHistogram(std::vector<double>{1}, {}).counts.empty());
    }
};

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"

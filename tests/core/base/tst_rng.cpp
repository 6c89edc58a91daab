#include "core/base/rng.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <numeric>

using namespace rekindle;

/// Philox against the known answers of its authors' library (Random123, kat_vectors), the streams
/// against what their distributions must look like.
class TestRng : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void philoxKnownAnswers()
    {
        using Block = std::array<std::uint32_t, 4>;
        QCOMPARE(philox({0, 0, 0, 0}, {0, 0}),
                 (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QCOMPARE(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
                 (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QCOMPARE(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
                 (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void sameNameSameNumbers()
    {
        Random a(7, Purpose::View, 1, 2, 3);
        Random b(7, Purpose::View, 1, 2, 3);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(a.bits(), b.bits());
    }

    void everyPartOfTheNameMatters()
    {
        const auto first = [](Random random) {
            return (std::uint64_t{random.bits()} << 32) | random.bits();
        };
        std::vector<std::uint64_t> values = {
            first(Random(7, Purpose::View, 1, 2, 3)),
            first(Random(8, Purpose::View, 1, 2, 3)),
            first(Random(7, Purpose::Shuffle, 1, 2, 3)),
            first(Random(7, Purpose::View, 2, 2, 3)),
            first(Random(7, Purpose::View, 1, 3, 3)),
            first(Random(7, Purpose::View, 1, 2, 4)),
            first(Random(7u | (1ull << 40), Purpose::View, 1, 2, 3))};
        std::sort(values.begin(), values.end());
        QVERIFY(std::adjacent_find(values.begin(), values.end()) == values.end());
    }

    void momentsOfTheDistributions()
    {
        Random random(1, Purpose::Probe);
        const int count = 200000;
        double sum = 0, normalSum = 0, normalSquare = 0;
        for (int i = 0; i < count; ++i) {
            const double u = random.uniform();
            QVERIFY(u >= 0.0 && u < 1.0);
            sum += u;
            const double z = random.normal();
            normalSum += z;
            normalSquare += z * z;
        }
        // Four standard errors: 4 * sqrt(1/12 / n) and 4 * sqrt(1/n), 4 * sqrt(2/n).
        QVERIFY(std::abs(sum / count - 0.5) < 0.0026);
        QVERIFY(std::abs(normalSum / count) < 0.009);
        QVERIFY(std::abs(normalSquare / count - 1.0) < 0.0127);
    }

    void belowIsUniform()
    {
        Random random(3, Purpose::Probe);
        std::array<int, 7> seen{};
        for (int i = 0; i < 70000; ++i)
            ++seen[static_cast<std::size_t>(random.below(7))];
        for (const int n : seen)
            QVERIFY(std::abs(n - 10000) < 400);
    }

    void permutationHoldsEveryIndexOnce()
    {
        auto order = permutation(1000, Random(5, Purpose::Shuffle, 2));
        QVERIFY(!std::is_sorted(order.begin(), order.end()));
        std::sort(order.begin(), order.end());
        for (std::size_t i = 0; i < order.size(); ++i)
            QCOMPARE(order[i], i);
    }
};

QTEST_APPLESS_MAIN(TestRng)
#include "tst_rng.moc"

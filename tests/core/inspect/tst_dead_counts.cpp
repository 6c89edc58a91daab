// A line that moves: counts by search are those of measuring anew, and fast enough to follow a
// pointer over the largest network.
#include "core/inspect/dead_counts.h"
#include "core/inspect/first_filters.h"
#include "tests/support/random_report.h"
#include "tests/support/result_macros.h"
#include "tests/support/thread_time.h"

#include <QtTest/QtTest>

#include <cmath>
#include <limits>

using namespace rekindle;
using namespace rekindle::inspect;

class TestDeadCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseOfMeasuringAnew()
    {
        WeightReport report = test::randomReport("resnet18");
        report.layers[3].filterNorms[5] = std::numeric_limits<double>::quiet_NaN();
        report.layers[0].filterNorms[7] = 0.5; // the line itself is not below it
        const DeadCounts counts(report);
        for (const double below : {0.0, 0.1, 0.5, 1.3, 5.0}) {
            const auto found = counts.below(below);
            const WeightReport anew = withDeadBelow(report, below);
            std::uint64_t all = 0;
            for (std::size_t i = 0; i < report.layers.size(); ++i) {
                std::uint64_t expected = 0;
                for (const double norm : report.layers[i].filterNorms)
                    expected += norm < below ? 1 : 0;
                QCOMPARE(found[i], expected);
                QCOMPARE(anew.layers[i].dead.size(), static_cast<std::size_t>(expected));
                all += expected;
            }
            QCOMPARE(anew.totals.dead, all);
            QCOMPARE(anew.settings.deadBelow, below);
        }
    }

    void aResNet152FollowsThePointer()
    {
        const WeightReport report = test::randomReport("resnet152");
        QCOMPARE(report.totals.filters, std::uint64_t{75712});
        const DeadCounts counts(report);
        const double begin = test::threadSeconds();
        constexpr int kMoves = 1000;
        std::uint64_t seen = 0;
        for (int i = 0; i < kMoves; ++i)
            seen += counts.below(2.0 * i / kMoves)[17];
        const double each = (test::threadSeconds() - begin) / kMoves;
        QVERIFY(seen > 0);
        qInfo("a move over 155 layers costs %.4f ms", each * 1000);
        QVERIFY2(each < 0.001, qPrintable(QString::number(each)));
    }

    void theFirstLayersFiltersArePictures()
    {
        weights::WeightSet weights;
        WeightReport report;
        LayerReport layer;
        layer.name = "stem";
        const auto look = [&](std::vector<std::int64_t> shape) {
            weights::Tensor tensor{shape, {}, {}};
            std::int64_t count = 1;
            for (const std::int64_t side : shape)
                count *= side;
            for (std::int64_t i = 0; i < count; ++i)
                tensor.values.push_back(static_cast<float>(i));
            layer.shape = shape;
            layer.filterNorms.assign(static_cast<std::size_t>(shape[0]), 1.0);
            weights.set("stem.weight", std::move(tensor));
            report.layers = {layer};
            return firstFilters(weights, report);
        };
        // Two filters of three colours: [O, I, H, W] becomes rows, columns, colours.
        RK_UNWRAP(const auto colour, look({2, 3, 2, 2}));
        QCOMPARE(colour.channels, 3);
        QCOMPARE(colour.pictures[1].values,
                 (std::vector<double>{12, 16, 20, 13, 17, 21, 14, 18, 22, 15, 19, 23}));
        // Two channels are no colours.
        RK_UNWRAP(const auto mean, look({1, 2, 1, 2}));
        QCOMPARE(mean.channels, 1);
        QCOMPARE(mean.pictures[0].values, (std::vector<double>{1, 2}));
        QVERIFY(mean.note.find("2 channels") != std::string::npos);
        // Of a volume the middle slice.
        RK_UNWRAP(const auto volume, look({1, 1, 3, 1, 2}));
        QCOMPARE(volume.pictures[0].values, (std::vector<double>{2, 3}));
        QVERIFY(volume.note.find("3 slices") != std::string::npos);
        report.layers[0].name = "gone";
        RK_VERIFY_FAILS(ErrorKind::Mismatch, firstFilters(weights, report));
    }
};

QTEST_APPLESS_MAIN(TestDeadCounts)
#include "tst_dead_counts.moc"

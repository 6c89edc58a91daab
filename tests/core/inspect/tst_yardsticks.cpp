#include "core/inspect/yardsticks.h"

#include "core/base/rng.h"
#include "core/weights/architecture.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle;
using inspect::LayerReport;
using inspect::WeightReport;

namespace {

/// A fresh network, drawn weight by weight: SimCLR's truncated normal, variance 1 / fan-in.
WeightReport freshNetwork(const weights::Architecture& architecture)
{
    constexpr double kOfTruncated = 0.87962566103423978; // deviation of a normal cut off at 2
    WeightReport report;
    Random random(1, Purpose::Initialise);
    for (const weights::ConvLayer& conv : weights::convLayers(architecture)) {
        LayerReport layer;
        layer.shape = {conv.outputs, conv.inputs, conv.kernel, conv.kernel};
        const int fanIn = conv.inputs * conv.kernel * conv.kernel;
        for (int filter = 0; filter < conv.outputs; ++filter) {
            double sum = 0;
            for (int i = 0; i < fanIn; ++i) {
                const double value = random.truncatedNormal(2.0) / kOfTruncated / std::sqrt(fanIn);
                sum += value * value;
            }
            layer.filterNorms.push_back(std::sqrt(sum));
        }
        report.layers.push_back(std::move(layer));
    }
    return report;
}

double shareAbove(const WeightReport& report, double threshold)
{
    double above = 0, all = 0;
    for (const LayerReport& layer : report.layers)
        for (const double norm : layer.filterNorms) {
            above += norm > threshold ? 1 : 0;
            all += 1;
        }
    return above / all;
}

} // namespace

/// The random start's share above 1 follows from the initialisation, without drawing it.
class TestYardsticks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRandomStartIsAsDrawn_data()
    {
        QTest::addColumn<double>("threshold");
        for (const double threshold : {0.98, 1.0, 1.02})
            QTest::addRow("%.2f", threshold) << threshold;
    }
    void theRandomStartIsAsDrawn()
    {
        QFETCH(const double, threshold);
        auto architecture = weights::parseArchitecture("resnet18/16");
        QVERIFY(architecture.has_value());
        WeightReport report = freshNetwork(*architecture);
        report.settings.above = threshold;
        const double drawn = shareAbove(report, threshold);
        const double expected = inspect::yardsticks(report).front().shareAbove;
        // 1,200 filters: 1.4 points are one standard deviation.
        QVERIFY2(std::abs(drawn - expected) < 0.045,
                 qPrintable(QString("%1 %2").arg(drawn).arg(expected)));
        for (const LayerReport& layer : report.layers)
            for (const double norm : layer.filterNorms)
                QVERIFY(norm > 0.1); // none dead, as it says
        QCOMPARE(inspect::yardsticks(report).front().shareDead, std::optional<double>(0));
    }
};

QTEST_APPLESS_MAIN(TestYardsticks)
#include "tst_yardsticks.moc"

// What a run tells of itself, from the lines of its journal to what is drawn.
#include "core/figures/indicator_figure.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace rekindle;
using namespace rekindle::figures;

namespace {

std::optional<double> valueOf(const std::vector<IndicatorReader::Value>& values,
                              Indicator indicator)
{
    for (const auto& value : values) {
        if (value.indicator == indicator)
            return value.value;
    }
    return std::nullopt;
}

} // namespace

class TestIndicatorFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIndicatorIsFoundByItsKey()
    {
        for (const Indicator indicator : allIndicators()) {
            QVERIFY(indicatorOf(textOf(indicator).key) == indicator);
            QVERIFY(!textOf(indicator).title.empty());
        }
        QVERIFY(!indicatorOf("nothing"));
    }

    void linesAreReadInTheUnitsThatAreDrawn()
    {
        IndicatorReader reader;
        QVERIFY(reader.read(Json{{"kind", "warning"}, {"step", 3}}).empty());
        QVERIFY(reader.read(Json::array()).empty());
        const auto first = reader.read(
            Json{{"loss", 5.5}, {"lr", 0.1}, {"spread", 0.4}, {"images", 64}, {"seconds", 2.0}});
        QCOMPARE(first.size(), std::size_t{3});
        QVERIFY(valueOf(first, Indicator::Loss) == 5.5);
        QVERIFY(valueOf(first, Indicator::Rate) == 0.1);
        // 64 images more in half a second; shares of neighbours as percentages.
        const auto second = reader.read(Json{{"loss", nullptr},
                                             {"knn", 0.75},
                                             {"alignment", 0.2},
                                             {"uniformity", -1.5},
                                             {"effective_rank", 12.0},
                                             {"images", 128},
                                             {"seconds", 2.5}});
        QVERIFY(valueOf(second, Indicator::Speed) == 128.0);
        QVERIFY(valueOf(second, Indicator::Neighbours) == 75.0);
        QVERIFY(valueOf(second, Indicator::Alignment) == 0.2);
        QVERIFY(valueOf(second, Indicator::Uniformity) == -1.5);
        QVERIFY(valueOf(second, Indicator::Rank) == 12.0);
        QVERIFY(std::isnan(*valueOf(second, Indicator::Loss)));
        // A run that went on from a save counts its images from there.
        QVERIFY(!valueOf(reader.read(Json{{"images", 64}, {"seconds", 3.0}}), Indicator::Speed));
        QVERIFY(valueOf(reader.read(Json{{"images", 128}, {"seconds", 4.0}}), Indicator::Speed) ==
                64.0);
    }

    void chanceIsALineForNeighboursAlone()
    {
        LossCurve curve;
        curve.name = "P1X";
        curve.role = Role::P1x;
        curve.epoch = {0, 5};
        curve.loss = {40, 80};
        curve.uninformed = 50.0;
        const Figure neighbours = indicatorFigure(Indicator::Neighbours, {curve}, 1, 10);
        QCOMPARE(neighbours.id, std::string("knn"));
        QCOMPARE(neighbours.y.unit, std::string("%"));
        QCOMPARE(neighbours.markers.size(), std::size_t{1});
        QCOMPARE(neighbours.markers[0].label, std::string("chance 50.0 %"));
        QVERIFY(neighbours.notes.empty());
        QCOMPARE(neighbours.series[0].y, curve.loss);
        QVERIFY(neighbours.caption.find("Test images have no part") != std::string::npos);
        const Figure spread = indicatorFigure(Indicator::Spread, {curve}, 1, 10);
        QVERIFY(spread.markers.empty() && spread.id == "spread" && spread.x.max == 10);
        // The loss stays what it was: its own line and its own words.
        const Figure loss = indicatorFigure(Indicator::Loss, {curve}, 1, 10);
        QCOMPARE(loss.id, std::string("loss"));
        QVERIFY(loss.markers[0].label.find("nothing learned") == 0);
    }
};

QTEST_APPLESS_MAIN(TestIndicatorFigure)
#include "tst_indicator_figure.moc"

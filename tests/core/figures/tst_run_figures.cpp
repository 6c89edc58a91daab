// The main figure and the loss chart as plain values: what every drawing, table and reader gets.
#include "core/figures/run_figures.h"

#include "core/figures/figure_csv.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::figures;

namespace {

AccuracyCurve curve(const char* name, Role role, std::vector<double> means)
{
    AccuracyCurve curve;
    curve.name = name;
    curve.role = role;
    for (std::size_t i = 0; i < means.size(); ++i)
        curve.points.push_back({static_cast<double>(10 * i), means[i], 0.01, 3});
    return curve;
}

Figure mainFigure(double chance)
{
    return accuracyFigure(
        {curve("P1X", Role::P1x, {0.80, 0.84}), curve("P2X", Role::P2x, {0.82, 0.9})}, chance, {},
        {{0, 0.02, -0.01, 0.05}, {10, 0.06, 0.02, 0.10}});
}

LossCurve loss(std::size_t steps)
{
    LossCurve curve;
    curve.name = "P1X";
    curve.role = Role::P1x;
    for (std::size_t i = 0; i < steps; ++i) {
        curve.epoch.push_back(static_cast<double>(i + 1) / 4);
        curve.loss.push_back(i % 3 == 2 ? 9.0 : 5.0);
        curve.low.push_back(curve.loss.back());
        curve.high.push_back(curve.loss.back());
    }
    return curve;
}

} // namespace

class TestRunFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDifferenceIsAPanelBelow()
    {
        const Figure figure = mainFigure(0.25);
        QVERIFY(figure.below != nullptr);
        QCOMPARE(figure.below->series.size(), std::size_t{1});
        const Series& difference = figure.below->series.front();
        QVERIFY(difference.role == Role::Difference);
        QCOMPARE(difference.y, (std::vector<double>{2, 6}));
        QCOMPARE(difference.low, (std::vector<double>{-1, 2}));
        QCOMPARE(difference.high, (std::vector<double>{5, 10}));
        QCOMPARE(figure.below->markers.front().value, 0.0);
        QCOMPARE(allSeries(figure).size(), std::size_t{3});
        QVERIFY(toCsv(figure).find("P2X − P1X,10,6,2,10") != std::string::npos);
        QVERIFY(!accuracyFigure({curve("P1X", Role::P1x, {0.5})}, 0).below);
    }

    /// Far below the curves chance would press them together: then it is words at the edge.
    void chanceIsALineOnlyWhereItIsNear()
    {
        const Figure far = mainFigure(0.25);
        QVERIFY(far.markers.front().beyond);
        QVERIFY(far.caption.find("Chance, what always naming the most frequent class scores, is "
                                 "25.0 %.") != std::string::npos);
        const Figure close = mainFigure(0.78);
        QVERIFY(!close.markers.front().beyond);
        QVERIFY(close.caption.find("The horizontal line is chance") != std::string::npos);
    }

    void oneAndManyPassesAreSaidAsSuch()
    {
        AccuracyCurve one = curve("P1X", Role::P1x, {0.5});
        one.points.front().epoch = 1;
        QVERIFY(accuracyFigure({one}, 0).summary.find("after 1 pass.") != std::string::npos);
        QVERIFY(mainFigure(0).summary.find("after 10 passes") != std::string::npos);
    }

    /// The median from the first step on, each step's own value as its band, and all passes
    /// planned.
    void lossIsAMedianOverItsSteps()
    {
        const Figure figure = lossFigure({loss(8)}, 3, 40);
        const Series& series = figure.series.front();
        QVERIFY(series.ends == Ends::Band);
        QCOMPARE(series.y, (std::vector<double>{5, 5, 5, 5, 5, 5, 5, 5}));
        QCOMPARE(series.high[2], 9.0);
        QCOMPARE(figure.x.min, 0.0);
        QCOMPARE(figure.x.max, 40.0);
        QVERIFY(lossFigure({loss(1)}, 3, 40).series.front().y == std::vector<double>{5});
    }

    void whatWasKeptAndWhereItWentOnStandsOnTheCurve()
    {
        LossCurve curve = loss(8);
        curve.kept = {1, 50};
        curve.wentOn = {1.5};
        const Figure figure = lossFigure({curve}, 3, 40);
        QCOMPARE(figure.series.size(), std::size_t{3});
        QVERIFY(figure.series[1].sign == Sign::Kept);
        QCOMPARE(figure.series[1].x, (std::vector<double>{1})); // 50 is not reached yet
        QCOMPARE(figure.series[1].y, (std::vector<double>{5}));
        QVERIFY(figure.series[2].sign == Sign::WentOn);
        QCOMPARE(figure.series[2].x, (std::vector<double>{1.5}));
    }

    void everythingSurvivesTheFile()
    {
        LossCurve curve = loss(3);
        curve.kept = {0.5};
        for (const Figure& figure : {mainFigure(0.25), lossFigure({curve}, 3, 40)}) {
            RK_UNWRAP(const Figure back, figureFromJson(toJson(figure), "f.json"));
            QCOMPARE(dumpJson(toJson(back)), dumpJson(toJson(figure)));
        }
        // One of before: no panel, names in a legend, bars.
        Json old = toJson(mainFigure(0.25));
        for (const char* key : {"below", "names_at_ends"})
            old.erase(key);
        for (Json& series : old["series"]) {
            series.erase("ends");
            series.erase("sign");
        }
        RK_UNWRAP(const Figure read, figureFromJson(old, "old.json"));
        QVERIFY(!read.below && !read.namesAtEnds && read.series.front().ends == Ends::Bars);
        Json wrong = toJson(mainFigure(0.25));
        wrong["below"]["series"][0]["ends"] = "whiskers";
        RK_VERIFY_FAILS(ErrorKind::Damaged, figureFromJson(wrong, "wrong.json"));
    }
};

QTEST_GUILESS_MAIN(TestRunFigures)
#include "tst_run_figures.moc"

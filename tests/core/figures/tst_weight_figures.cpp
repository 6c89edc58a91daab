// The pictures of weights as plain values: what lies in which bin, what is marked, what stands
// beside what, and that all of it survives its file.
#include "core/figures/arrangement.h"
#include "core/figures/dead_map_figure.h"
#include "core/figures/distribution_figure.h"
#include "core/figures/first_filters_figure.h"
#include "core/figures/layer_map_figure.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>

#include <cmath>
#include <numeric>

using namespace rekindle;
using namespace rekindle::figures;

namespace {

inspect::LayerReport layerOf(const std::string& name, std::vector<double> norms)
{
    inspect::LayerReport layer;
    layer.name = name;
    layer.norm = name + ".bn";
    layer.shape = {static_cast<std::int64_t>(norms.size()), 3, 3, 3};
    for (std::size_t i = 0; i < norms.size(); ++i) {
        if (norms[i] < 0.1)
            layer.dead.push_back(static_cast<std::int64_t>(i));
        layer.above += norms[i] > 1 ? 1 : 0;
        const double step = static_cast<double>(i);
        layer.normValues.gamma.push_back(0.5 + step / 10);
        layer.normValues.beta.push_back(step / 10 - 0.3);
        layer.normValues.mean.push_back(0.2 - step / 5);
        layer.normValues.var.push_back(1 + step);
    }
    layer.filterNorms = std::move(norms);
    return layer;
}

inspect::WeightReport reportOf(double factor)
{
    inspect::WeightReport report;
    report.layers = {layerOf("conv1", {0.9 * factor, 0.05 * factor, 0.5 * factor, 1.5 * factor}),
                     layerOf("layer1.0.conv1", {0.2 * factor, 0.3 * factor, 2 * factor}),
                     layerOf("layer1.1.conv1", {0.7 * factor, 0.01 * factor, 0.4 * factor})};
    for (const inspect::LayerReport& layer : report.layers) {
        report.totals.filters += layer.filterNorms.size();
        report.totals.dead += layer.dead.size();
        report.totals.above += layer.above;
    }
    return report;
}

double sumOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += std::isnan(value) ? 0 : value;
    return sum;
}

double areaOf(const Series& series)
{
    // Bins are of one width, and their middles one apart.
    const double width = series.x[2] - series.x[1];
    return sumOf(series.y) * width;
}

} // namespace

class TestWeightFigures : public QObject
{
    Q_OBJECT

    inspect::WeightReport m_before = reportOf(1), m_after = reportOf(0.5);
    std::vector<NormInput> m_two{{"before", Role::Laid1, &m_before},
                                 {"after", Role::Laid2, &m_after}};

private Q_SLOTS:
    void figureOneHasFivePanelsOnSharedBins()
    {
        HistogramStyle counts;
        counts.height = Height::Counts;
        const Figure figure = distributionFigure(m_two, "", counts);
        QCOMPARE(figure.panels.size(), std::size_t{5});
        const std::vector<std::string> titles{"Filter norm", "BN γ", "BN β", "BN running mean",
                                              "BN running variance"};
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const Figure& panel = figure.panels[i];
            QCOMPARE(panel.title, titles[i]);
            QCOMPARE(panel.series.size(), std::size_t{2});
            QCOMPARE(panel.series[0].x, panel.series[1].x);
            // Every filter is in one bin.
            QCOMPARE(sumOf(panel.series[0].y), 10.0);
            QCOMPARE(sumOf(panel.series[1].y), 10.0);
        }
        QCOMPARE(figure.panels[0].markers.front().id, std::string("dead"));
        HistogramStyle density;
        density.height = Height::Density;
        for (const Figure& panel : distributionFigure(m_two, "", density).panels)
            QVERIFY2(std::abs(areaOf(panel.series[0]) - 1) < 1e-9, panel.title.c_str());
        for (const Figure& panel : distributionFigure(m_two, "").panels)
            QVERIFY(std::abs(sumOf(panel.series[1].y) - 100) < 1e-9);
    }

    void whatHasBothSignsStaysLinear()
    {
        HistogramStyle style;
        style.logarithmicX = true;
        style.logarithmicY = true;
        const Figure figure = distributionFigure(m_two, "", style);
        const std::vector<bool> logarithmic{true, true, false, false, true};
        for (std::size_t i = 0; i < logarithmic.size(); ++i) {
            QCOMPARE(figure.panels[i].x.logarithmic, bool(logarithmic[i]));
            QVERIFY(figure.panels[i].y.logarithmic);
        }
    }

    void aPartIsALayerABlockOrAStage()
    {
        HistogramStyle counts;
        counts.height = Height::Counts;
        const auto filters = [&](const char* part) {
            return sumOf(normFigure({m_two[0]}, part, counts).series.front().y);
        };
        QCOMPARE(filters(""), 10.0);
        QCOMPARE(filters("conv1"), 4.0);
        QCOMPARE(filters("layer1"), 6.0);
        QCOMPARE(filters("layer1.1"), 3.0);
        QCOMPARE(normFigure(m_two, "layer1").title,
                 std::string("Filter norms, all layers of layer1"));
    }

    void aMeasureThatNobodyKeepsHasNoPanel()
    {
        for (inspect::LayerReport& layer : m_after.layers)
            layer.normValues = {};
        const Figure one = distributionFigure({m_two[1]}, "");
        QCOMPARE(one.panels.size(), std::size_t{1});
        const Figure two = distributionFigure(m_two, "");
        QCOMPARE(two.panels.size(), std::size_t{5});
        QCOMPARE(two.panels[1].series.size(), std::size_t{1});
        m_after = reportOf(0.5);
    }

    void allLayersAreRowsOfTheSameRanges()
    {
        const Figure figure = layerMapFigure(m_two);
        QCOMPARE(figure.panels.size(), std::size_t{2});
        for (const Figure& panel : figure.panels) {
            QCOMPARE(panel.strips.size(), std::size_t{3});
            QCOMPARE(panel.colours.max, figure.panels[0].colours.max);
            for (const Strip& strip : panel.strips) {
                QCOMPARE(strip.edges, figure.panels[0].strips[0].edges);
                QVERIFY(std::abs(sumOf(strip.values) - 100) < 1e-9);
            }
        }
        QCOMPARE(figure.panels[0].strips[1].name, std::string("layer1.0.conv1"));
    }

    void deadAndReplacedFiltersAreMarked()
    {
        const Figure figure =
            deadMapFigure(m_two[0], {{"layer1.0.conv1", 1, 2, 0.04}, {"conv1", 2, -1, 0.03}});
        QCOMPARE(figure.strips.size(), std::size_t{3});
        const Strip& stem = figure.strips[0];
        QCOMPARE(stem.values, (std::vector<double>{0.05, 0.5, 0.9, 1.5}));
        QCOMPARE(stem.edges, (std::vector<double>{0, 25, 50, 75, 100}));
        QVERIFY(stem.marks[0] == CellMark::Dead);
        QVERIFY(stem.marks[1] == CellMark::Replaced);
        QVERIFY(stem.marks[2] == CellMark::None);
        QCOMPARE(stem.notes[0], std::string("filter 1: norm 0.050, dead"));
        QVERIFY2(stem.notes[1].find("replaced by a new random filter") != std::string::npos,
                 stem.notes[1].c_str());
        QCOMPARE(figure.strips[1].notes[1],
                 std::string("filter 1: norm 0.300, replaced by a copy of filter 2 (norm before "
                             "0.040)"));
        QVERIFY(figure.strips[2].marks[0] == CellMark::Dead);
    }

    void weightsStandSideBySideOrAreSubtracted()
    {
        const Figure laid = normFigure(m_two, "");
        const Figure apart = arranged(laid, Arrangement::SideBySide);
        QCOMPARE(apart.panels.size(), std::size_t{2});
        QCOMPARE(apart.panels[0].series.front().name, std::string("before"));
        QCOMPARE(apart.panels[0].y.max, apart.panels[1].y.max);
        QCOMPARE(apart.panels[0].x.max, apart.panels[1].x.max);
        const Figure less = arranged(laid, Arrangement::Difference);
        QCOMPARE(less.series.size(), std::size_t{1});
        for (std::size_t i = 0; i < less.series[0].y.size(); ++i)
            QCOMPARE(less.series[0].y[i], laid.series[1].y[i] - laid.series[0].y[i]);

        const Figure five = arranged(distributionFigure(m_two, ""), Arrangement::SideBySide);
        QCOMPARE(five.panels.size(), std::size_t{10});
        QCOMPARE(five.columns, 2);
        const Figure map = arranged(layerMapFigure(m_two), Arrangement::Difference);
        QCOMPARE(map.panels.size(), std::size_t{1});
        QVERIFY(map.panels[0].colours.palette == Palette::Difference);
        for (const Strip& strip : map.panels[0].strips)
            QVERIFY(std::abs(sumOf(strip.values)) < 1e-9);
        // One alone has nothing beside it.
        const Figure one = normFigure({m_two[0]}, "");
        QCOMPARE(arranged(one, Arrangement::Difference).series.size(), std::size_t{1});
        QVERIFY(arranged(one, Arrangement::SideBySide).panels.empty());
    }

    void firstFiltersAreTiles()
    {
        inspect::FirstFilters filters;
        filters.layer = "conv1";
        filters.width = 2;
        filters.height = 1;
        filters.channels = 3;
        filters.pictures = {{0.05, {1, 2, 3, 4, 5, 6}}, {0.9, {-1, 0, 1, 2, 3, 4}}};
        const Figure figure = firstFiltersFigure("a", filters, 0.1);
        QCOMPARE(figure.tiles.size(), std::size_t{2});
        QVERIFY(figure.tiles[0].mark == CellMark::Dead);
        QVERIFY(figure.tiles[1].mark == CellMark::None);
        QCOMPARE(figure.tiles[1].note, std::string("norm 0.900"));
        const std::string csv = toCsv(figure);
        QVERIFY2(csv.starts_with("picture,row,column,channel,value\nfilter 0,0,0,0,1\n"),
                 csv.c_str());
        QVERIFY(csv.find("filter 1,0,1,2,4\n") != std::string::npos);
    }

    void everyKindSurvivesItsFile()
    {
        inspect::FirstFilters filters;
        filters.width = filters.height = filters.channels = 1;
        filters.pictures = {{1, {0.5}}};
        for (const Figure& figure : {distributionFigure(m_two, ""), layerMapFigure(m_two),
                                     deadMapFigure(m_two[0]), firstFiltersFigure("a", filters, 0.1),
                                     arranged(layerMapFigure(m_two), Arrangement::Difference)}) {
            RK_UNWRAP(const Figure read, figureFromJson(toJson(figure), "test"));
            QCOMPARE(toJson(read).dump(), toJson(figure).dump());
            QVERIFY(!isEmpty(read));
        }
        // Panels name themselves in the table of numbers.
        const std::string csv = toCsv(layerMapFigure(m_two));
        QVERIFY2(csv.starts_with("panel,row,from,to,value,mark,note\nbefore,conv1,"), csv.c_str());
        QVERIFY(toCsv(distributionFigure(m_two, "")).starts_with("panel,series,x,y,low,high\n"));
    }

    void damagedPartsAreRefused()
    {
        Json json = toJson(deadMapFigure(m_two[0]));
        json["strips"][0]["edges"].erase(0);
        RK_VERIFY_FAILS(ErrorKind::Damaged, figureFromJson(json, "test"));
        json = toJson(deadMapFigure(m_two[0]));
        json["strips"][0]["marks"][0] = "alive";
        RK_VERIFY_FAILS(ErrorKind::Damaged, figureFromJson(json, "test"));
        inspect::FirstFilters filters;
        filters.width = filters.height = filters.channels = 1;
        filters.pictures = {{1, {0.5}}};
        json = toJson(firstFiltersFigure("a", filters, 0.1));
        json["tiles"][0]["width"] = 2;
        RK_VERIFY_FAILS(ErrorKind::Damaged, figureFromJson(json, "test"));
    }
};

QTEST_APPLESS_MAIN(TestWeightFigures)
#include "tst_weight_figures.moc"

// The chart of running runs: which curve, how smooth, on which axis, held still; and who is told
// when a run ends.
#include "app/gui/end_notice.h"
#include "widgets/bridge/ended_runs.h"
#include "widgets/panels/live_chart.h"
#include "widgets/plots/figure_view.h"

#include <QtTest/QtTest>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

using namespace rekindle;
using figures::Indicator;

namespace {

struct Grown {
    std::shared_ptr<bridge::RunHistory> history = std::make_shared<bridge::RunHistory>();
    bridge::RunView run;

    Grown()
    {
        run.folder = run.label = "p1x";
        run.status.epochs = 10;
        run.curve = history;
    }
    void grow(int from, int to)
    {
        std::vector<Json> lines;
        for (int i = from; i < to; ++i) {
            lines.push_back(Json{{"epoch", i / 10.0},
                                 {"loss", i % 2 == 0 ? 3.0 : 5.0},
                                 {"lr", 0.1},
                                 {"spread", 0.5}});
            if (i % 10 == 0)
                lines.back()["knn"] = 0.25;
        }
        lines.back()["uniformity"] = -1.0;
        lines.back()["knn_chance"] = 0.2;
        history->append(lines);
        run.points = history->size();
    }
};

template <class T>
T* part(QWidget& chart, const char* name)
{
    return chart.findChild<T*>(QString::fromLatin1(name));
}

void choose(QComboBox& box, int data)
{
    box.setCurrentIndex(box.findData(data));
    Q_EMIT box.activated(box.currentIndex());
}

bridge::RunView runIn(const char* folder, run::State state)
{
    bridge::RunView run;
    run.folder = run.label = folder;
    run.status.state = state;
    return run;
}

} // namespace

class TestLiveChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCurveThatIsThereCanBeShown()
    {
        Grown one;
        one.grow(0, 50);
        panels::LiveChart chart([&] { return std::vector<const bridge::RunView*>{&one.run}; });
        chart.refresh();
        const auto& figure = [&]() -> const figures::Figure& {
            return chart.figureView()->figure();
        };
        QCOMPARE(figure().id, std::string("loss"));
        auto& curve = *part<QComboBox>(chart, "live-curve");
        QVERIFY(curve.findData(static_cast<int>(Indicator::Alignment)) < 0); // no run has it
        QVERIFY(curve.findData(static_cast<int>(Indicator::Speed)) < 0);
        choose(curve, static_cast<int>(Indicator::Neighbours));
        QCOMPARE(figure().id, std::string("knn"));
        QCOMPARE(figure().series[0].y, (std::vector<double>(5, 25)));
        QCOMPARE(figure().markers[0].value, 20.0); // what chance scores
        choose(curve, static_cast<int>(Indicator::Rate));
        QCOMPARE(figure().id, std::string("lr"));
        QCOMPARE(figure().series[0].x.size(), std::size_t{50});
    }

    void smoothingIsAMedianAndLeavesEachValue()
    {
        Grown one;
        one.grow(0, 50);
        panels::LiveChart chart([&] { return std::vector<const bridge::RunView*>{&one.run}; });
        chart.refresh();
        auto& smoothing = *part<QComboBox>(chart, "live-smoothing");
        const auto last = [&] { return chart.figureView()->figure().series[0]; };
        choose(smoothing, 1);
        QCOMPARE(last().y[48], 3.0);
        QCOMPARE(last().y[49], 5.0);
        choose(smoothing, 9); // of nine that end with a 5, five are 5
        QCOMPARE(last().y[49], 5.0);
        QCOMPARE(last().y[48], 3.0);
        choose(smoothing, 25);
        QCOMPARE(last().low[48], 3.0);
        QCOMPARE(last().high[49], 5.0);
        const std::vector<double> smooth = last().y;
        QVERIFY(std::count(smooth.begin() + 25, smooth.end(), 4.0) == 0); // odd: no mean
    }

    void theLogAxisIsForWhatHasNoSign()
    {
        Grown one;
        one.grow(0, 50);
        panels::LiveChart chart([&] { return std::vector<const bridge::RunView*>{&one.run}; });
        chart.refresh();
        auto* log = part<QCheckBox>(chart, "live-log");
        QVERIFY(!chart.figureView()->figure().y.logarithmic);
        log->setChecked(true);
        QVERIFY(chart.figureView()->figure().y.logarithmic);
        choose(*part<QComboBox>(chart, "live-curve"), static_cast<int>(Indicator::Uniformity));
        QVERIFY(!chart.figureView()->figure().y.logarithmic);
        QVERIFY(!log->isEnabled());
        choose(*part<QComboBox>(chart, "live-curve"), static_cast<int>(Indicator::Loss));
        QVERIFY(chart.figureView()->figure().y.logarithmic && log->isEnabled());
    }

    void heldStillItWaitsAndThenCatchesUp()
    {
        Grown one, other;
        one.grow(0, 50);
        other.grow(0, 30);
        other.run.folder = "p2x";
        const bridge::RunView* shown = &one.run;
        panels::LiveChart chart([&] { return std::vector<const bridge::RunView*>{shown}; });
        chart.refresh();
        const auto points = [&] { return chart.figureView()->figure().series[0].x.size(); };
        auto* hold = part<QPushButton>(chart, "live-hold");
        hold->setChecked(true);
        one.grow(50, 80);
        chart.refresh();
        QCOMPARE(points(), std::size_t{50});
        // Other runs are not what was held.
        shown = &other.run;
        chart.refresh();
        QCOMPARE(points(), std::size_t{30});
        shown = &one.run;
        chart.refresh();
        QCOMPARE(points(), std::size_t{80});
        one.grow(80, 90);
        chart.refresh();
        QCOMPARE(points(), std::size_t{80});
        hold->setChecked(false);
        QCOMPARE(points(), std::size_t{90});
    }

    void onlyEndsThatWereSeenComingAreNews()
    {
        using run::State;
        bridge::EndedRuns ended;
        QVERIFY(ended
                    .look({runIn("a", State::Done), runIn("b", State::Running),
                           runIn("c", State::Queued), runIn("d", State::Running),
                           runIn("e", State::Finishing)})
                    .empty());
        auto failed = runIn("d", State::Failed);
        failed.status.error = Error{ErrorKind::Memory, "Too little memory", "d", "Take fewer."};
        const auto news = ended.look({runIn("a", State::Done), runIn("b", State::Done),
                                      runIn("c", State::Cancelled), failed,
                                      runIn("e", State::Finishing), runIn("f", State::Done)});
        QCOMPARE(news.size(), std::size_t{2});
        QVERIFY(news[0].label == u"b" && !news[0].failed);
        QVERIFY(news[1].label == u"d" && news[1].failed && news[1].why.contains(u"memory"));
        const QString text = gui::EndNotice::text(news);
        QVERIFY(text.startsWith(u"b is done.") && text.contains(u"d failed: "));
        QVERIFY(ended.look({runIn("b", State::Done), failed}).empty());
        QVERIFY(gui::EndNotice::text({}).isEmpty());
    }
};

QTEST_MAIN(TestLiveChart)
#include "tst_live_chart.moc"

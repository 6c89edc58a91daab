#include "tests/widgets/window_driver.h"

#include "core/figures/arrangement.h"
#include "core/figures/dead_map_figure.h"
#include "core/figures/norm_figure.h"
#include "core/inspect/dead_counts.h"
#include "tests/support/random_report.h"
#include "tests/support/result_macros.h"
#include "tests/support/thread_time.h"
#include "tests/support/tiny_checkpoint.h"
#include "widgets/models/layer_model.h"
#include "widgets/models/layer_table.h"
#include "widgets/plots/figure_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListWidget>
#include <QMenu>
#include <QMouseEvent>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace rekindle;
using models::LayerModel;
using panels::Step;
namespace fs = std::filesystem;

namespace {

const char* const kBasic = REKINDLE_TEST_DATA "/model/basic.safetensors";
const char* const kVgg = REKINDLE_TEST_DATA "/checkpoint/others/vgg_bn.pth";

} // namespace

/// The page Inspect: any network, several weights, every view, one selection, and a line that
/// moves.
class TestWindowInspect : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    fs::path m_study;

    static bool settled(test::WindowDriver& driver)
    {
        QTest::qWait(20);
        return test::patiently([&] { return !driver.window().loading(); }, 60000);
    }

    bool opened(test::WindowDriver& driver, Step step) const
    {
        driver.window().controller().openFolder(m_study, step);
        return test::patiently([&] { return driver.window().context().session.isOpen(); }) &&
               settled(driver) &&
               test::patiently([&] { return driver.window().pages().current() == step; });
    }

    void add(const fs::path& file, const char* label) const
    {
        auto study = study::openStudy(m_study);
        RK_VERIFY_OK(study);
        RK_VERIFY_OK(study::addWeights(*study, file, label, study::Networks::Any));
    }

    static bool drawn(const plots::FigureView* view)
    {
        return test::patiently([&] { return !figures::isEmpty(view->figure()); }, 60000);
    }

    static void choose(test::WindowDriver& driver, const char* view)
    {
        auto* tabs = driver.find<QTabBar>("inspect-tabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabData(tab).toString() == QLatin1String(view))
                tabs->setCurrentIndex(tab);
        }
        QVERIFY(settled(driver)); // all but norms are drawn off the window's thread
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnHome(m_home); }

    void init()
    {
        static int number = 0;
        m_study = m_home / ("inspect" + std::to_string(++number));
        RK_VERIFY_OK(study::createStudy(m_study, "I"));
    }

    void anyNetworkCanBeLookedAtAndTheOtherPagesSayWhyNot()
    {
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Weights));
        QVERIFY(driver.type("weights-path", QString::fromUtf8(kVgg)));
        QVERIFY(test::patiently(
            [&] { return !driver.window().context().session.study().weights.empty(); }));
        QVERIFY(settled(driver));
        const auto said = [&](const QString& what) {
            for (const QLabel* label : driver.page()->findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(what))
                    return true;
            }
            return false;
        };
        QVERIFY(test::patiently([&] { return said(u"Can be looked at, not trained"_qs); }));
        driver.window().showStep(Step::Inspect);
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        QVERIFY(drawn(view));
        // Its convolutions in the file's order.
        auto* tree = driver.find<QTreeView>("inspect-layers");
        const auto* model = qobject_cast<LayerModel*>(tree->model());
        QStringList names;
        for (const QModelIndex& index : model->layers())
            names << LayerModel::layerOf(index);
        QCOMPARE(names.mid(0, 4), (QStringList{QString(), u"0"_qs, u"4"_qs, u"7"_qs}));
        // And its normalisation.
        choose(driver, "distributions");
        QCOMPARE(view->figure().panels.size(), std::size_t{5});

        driver.window().showStep(Step::Repair);
        QVERIFY(settled(driver));
        QVERIFY(test::patiently([&] { return said(u"can be looked at, not repaired"_qs); }));
        QVERIFY(!driver.page()->mainButton()->isEnabled());
        // A ResNet beside it can be trained, and is the only one offered.
        add(kBasic, "basic");
        QVERIFY(opened(driver, Step::Pretrain));
        auto* starts = driver.find<QComboBox>("pretrain-weights");
        QVERIFY(test::patiently([&] { return starts->count() == 1; }));
        QCOMPARE(starts->currentText(), u"basic"_qs);
        QVERIFY2(driver.warnings().contains(u"can be looked at, not trained"),
                 qPrintable(driver.warnings()));
    }

    void upToSixAreLaidOverEachOther()
    {
        for (int i = 0; i < 7; ++i) {
            const fs::path file = m_home / ("w" + std::to_string(i) + ".safetensors");
            test::writeTinyCheckpoint(file, 0.1F + 0.1F * static_cast<float>(i));
            add(file, ("weights " + std::to_string(i)).c_str());
        }
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Inspect));
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        driver.find<QComboBox>("inspect-other")->setCurrentIndex(1);
        auto* more = driver.find<QToolButton>("inspect-more");
        QVERIFY(more->isEnabled());
        QCOMPARE(more->menu()->actions().size(), 5);
        for (QAction* action : more->menu()->actions())
            action->trigger();
        QVERIFY(settled(driver));
        QVERIFY(test::patiently([&] { return view->figure().series.size() == 6; }));
        choose(driver, "distributions");
        for (const figures::Figure& panel : view->figure().panels) {
            QCOMPARE(panel.series.size(), std::size_t{6});
            for (const figures::Series& series : panel.series)
                QCOMPARE(series.x, panel.series.front().x);
        }
        auto* arrange = driver.find<QComboBox>("inspect-arrange");
        arrange->setCurrentIndex(1);
        QVERIFY(settled(driver));
        QCOMPARE(view->figure().panels.size(), std::size_t{30});
        arrange->setCurrentIndex(2);
        QVERIFY(settled(driver));
        QCOMPARE(view->figure().panels.front().series.size(), std::size_t{5});
        driver.find<QComboBox>("inspect-height")->setCurrentIndex(2);
        QVERIFY(settled(driver));
        QVERIFY(view->figure().panels.front().y.label.find("Filters") != std::string::npos);
    }

    void everyViewIsDrawnReadOutAndExported()
    {
        add(kBasic, "basic");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Inspect));
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        QVERIFY(drawn(view));
        for (const char* name : {"norms", "distributions", "layers", "dead", "filters"}) {
            choose(driver, name);
            QVERIFY2(!figures::isEmpty(view->figure()), name);
            QTest::qWait(30);
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Right);
            QTest::keyClick(view, Qt::Key_Right);
            QVERIFY2(view->readOut().size() > 5, name);
            const QString file = bridge::qtPath(m_home / (std::string(name) + ".svg"));
            driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_E));
            auto* path = driver.find<QLineEdit>("export-path");
            QVERIFY(path != nullptr);
            path->setText(file);
            QVERIFY(driver.click("export-save"));
            QVERIFY(test::patiently([&] { return driver.message().contains(u"Written"); }));
            driver.page()->clearMessage();
            QVERIFY(fs::file_size(m_home / (std::string(name) + ".svg")) > 2000);
            QVERIFY(fs::exists(m_home / (std::string(name) + ".csv")));
            QTest::qWait(20);
            driver.activate();
        }
        choose(driver, "dead");
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY2(view->readOut().contains(u"filter ") && view->readOut().contains(u"norm"),
                 qPrintable(view->readOut()));
    }

    void treeMapAndTableAreOneSelection()
    {
        add(kBasic, "basic");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Inspect));
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        QVERIFY(drawn(view));
        auto* tree = driver.find<QTreeView>("inspect-layers");
        const auto* model = qobject_cast<LayerModel*>(tree->model());
        auto* table = driver.find<QTableView>("inspect-table");
        choose(driver, "table");
        const auto* rows = qobject_cast<models::LayerTable*>(table->model());
        QCOMPARE(rows->rowCount(), model->layers().size() - 1);
        table->setCurrentIndex(rows->index(3, 0));
        const QString layer = rows->index(3, 0).data(models::LayerTable::kLayerRole).toString();
        QCOMPARE(LayerModel::layerOf(tree->currentIndex()), layer);
        tree->setCurrentIndex(model->layers().at(2));
        QCOMPARE(rows->rowOf(LayerModel::layerOf(model->layers().at(2))),
                 table->currentIndex().row());
        // Return on a strip of the map.
        choose(driver, "layers");
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(LayerModel::layerOf(tree->currentIndex()),
                 bridge::qt(view->figure().panels.front().strips[2].name));
        // The chosen layer is what the chart of norms shows.
        choose(driver, "norms");
        QVERIFY(
            bridge::qt(view->figure().title).endsWith(LayerModel::layerOf(tree->currentIndex())));
    }

    void theTreeSortsByItsNumbers()
    {
        add(kBasic, "basic");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Inspect));
        QVERIFY(drawn(driver.find<plots::FigureView>("inspect-figure")));
        auto* tree = driver.find<QTreeView>("inspect-layers");
        const auto* model = tree->model();
        const auto norms = [&] {
            std::vector<double> values;
            for (int row = 1; row < model->rowCount(); ++row)
                values.push_back(
                    model->index(row, LayerModel::Norm).data(LayerModel::kNumberRole).toDouble());
            return values;
        };
        QVERIFY(!model->index(0, LayerModel::Norms)
                     .data(LayerModel::kSparkRole)
                     .value<QList<float>>()
                     .isEmpty());
        auto* sort = driver.find<QComboBox>("inspect-sort");
        sort->setCurrentIndex(sort->findData(LayerModel::Norm));
        auto values = norms();
        QVERIFY(values.size() > 2);
        QVERIFY(std::is_sorted(values.rbegin(), values.rend()));
        sort->setCurrentIndex(0);
        QCOMPARE(model->index(1, 0).data().toString(), u"conv1"_qs);
    }

    void theLineMovesTheCounts()
    {
        add(kBasic, "basic");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Inspect));
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        QVERIFY(drawn(view));
        auto* tree = driver.find<QTreeView>("inspect-layers");
        const auto dead = [&] {
            return tree->model()
                ->index(0, LayerModel::Dead)
                .data(LayerModel::kNumberRole)
                .toULongLong();
        };
        const auto before = dead();
        auto* below = driver.find<QDoubleSpinBox>("inspect-below");
        below->setValue(50);
        const auto all = dead();
        QVERIFY(all > before);
        QVERIFY(driver.find<QLabel>("inspect-text")->text().contains(u"100.0 % dead"));
        // Once it rests, the chart says so, too.
        QVERIFY(test::patiently([&] { return view->figure().markers.front().value == 50; }));
        below->setValue(0.1);
        QVERIFY(test::patiently([&] { return view->figure().markers.front().value == 0.1; }));
        QCOMPARE(dead(), before);

        // By the pointer: take the line, pull it right, let it go.
        QWidget* chart = nullptr;
        for (QWidget* child : view->findChildren<QWidget*>()) {
            if (child->accessibleName() == QStringLiteral("Chart"))
                chart = child;
        }
        QVERIFY(chart != nullptr);
        QTest::qWait(50);
        int line = -1;
        for (int x = 0; x < chart->width() && line < 0; ++x) {
            QTest::mouseMove(chart, QPoint(x, chart->height() / 2));
            QMouseEvent move(QEvent::MouseMove, QPointF(x, chart->height() / 2.0),
                             chart->mapToGlobal(QPointF(x, chart->height() / 2.0)), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QApplication::sendEvent(chart, &move);
            if (chart->cursor().shape() == Qt::SplitHCursor)
                line = x + 3;
        }
        QVERIFY(line > 0);
        const auto send = [&](QEvent::Type type, int x) {
            const QPointF place(x, chart->height() / 2.0);
            const bool moves = type == QEvent::MouseMove;
            QMouseEvent event(
                type, place, chart->mapToGlobal(place), moves ? Qt::NoButton : Qt::LeftButton,
                type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(chart, &event);
        };
        send(QEvent::MouseButtonPress, line);
        send(QEvent::MouseMove, line + 60);
        const double dragged = below->value();
        QVERIFY2(dragged > 0.1, qPrintable(QString::number(dragged)));
        QVERIFY(dead() >= before);
        QVERIFY(!view->zoomed());
        send(QEvent::MouseButtonRelease, line + 80);
        QVERIFY(below->value() > dragged);
        QVERIFY(view->figure().markers.front().value == below->value());
    }

    /// What of the dead-filter map falls to the window's own thread: it is told, and nothing else
    /// depends on it. The figure goes from hand to hand, and no cell of it has a row of its own.
    void theMapsOfAResNet152AreHandedOver()
    {
        const inspect::WeightReport report = test::randomReport("resnet152", 0.1);
        const auto maps = [&] {
            std::vector<figures::Figure> both;
            for (const char* name : {"a", "b"})
                both.push_back(figures::deadMapFigure({name, figures::Role::After, &report}));
            return figures::together(std::move(both), "Dead filters");
        };
        plots::FigureView view;
        view.resize(700, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (int round = 0; round < 3; ++round) {
            figures::Figure figure = maps();
            const auto* cells = figure.panels.front().strips.front().notes.data();
            const double begin = test::threadSeconds();
            view.setFigure(std::move(figure));
            const double handed = test::threadSeconds();
            QCoreApplication::processEvents();
            qInfo("handing two maps over costs %.1f ms, painting them %.1f ms",
                  1000 * (handed - begin), 1000 * (test::threadSeconds() - handed));
            QVERIFY(view.figure().panels.front().strips.front().notes.data() == cells);
        }
        const auto* numbers = view.findChild<QTableView*>();
        QCOMPARE(numbers->model()->rowCount(), static_cast<int>(2 * report.totals.filters));
        const auto last = numbers->model()->index(numbers->model()->rowCount() - 1, 1);
        QCOMPARE(last.data().toString(), bridge::qt(report.layers.back().name));
    }

    /// 30 times a second, in the time that the window's own thread works.
    void theTreeOfAResNet152FollowsThePointer()
    {
        const inspect::WeightReport report = test::randomReport("resnet152", 0.1);
        const inspect::DeadCounts counts(report);
        LayerModel model;
        model.setReport(report);
        QTreeView tree;
        tree.setModel(&model);
        tree.setUniformRowHeights(true);
        tree.expandAll();
        tree.resize(500, 900);
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
        figures::Figure figure = figures::normFigure({{"a", figures::Role::After, &report}}, "");
        plots::FigureView view;
        view.resize(600, 400);
        view.setFigure(figure);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCoreApplication::processEvents();
        std::vector<double> times;
        for (int i = 0; i < 60; ++i) {
            const double line = 0.05 + 0.01 * i;
            const double begin = test::threadSeconds();
            model.setDeadCounts(counts.below(line));
            view.moveMarker(QStringLiteral("dead"), line);
            QCoreApplication::processEvents(); // and both are painted
            times.push_back(test::threadSeconds() - begin);
        }
        std::sort(times.begin(), times.end());
        const double median = times[times.size() / 2];
        qInfo("a move with tree and chart costs %.1f ms, at most %.1f ms", 1000 * median,
              1000 * times.back());
        QVERIFY2(median < 1.0 / 30, qPrintable(QString::number(median)));
    }
};

QTEST_MAIN(TestWindowInspect)
#include "tst_window_inspect.moc"

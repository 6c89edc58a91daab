#include "tests/widgets/window_driver.h"

#include "core/base/json.h"
#include "core/repair/repair.h"
#include "core/run/run_folder.h"
#include "core/study/repair_file.h"
#include "tests/support/result_macros.h"
#include "widgets/models/layer_model.h"
#include "widgets/plots/figure_view.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QTableView>
#include <QTreeView>
#include <QUrl>
#include <QWheelEvent>

#include <fstream>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

namespace {

const char* const kBasic = REKINDLE_TEST_DATA "/model/basic.safetensors";
const char* const kBottleneck = REKINDLE_TEST_DATA "/model/bottleneck.safetensors";

void turnWheel(QWidget* chart)
{
    const QPointF place = chart->rect().center();
    QWheelEvent wheel(place, chart->mapToGlobal(place), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(chart, &wheel);
}

QWidget* chartOf(plots::FigureView* view)
{
    for (QWidget* child : view->findChildren<QWidget*>()) {
        if (child->accessibleName() == QStringLiteral("Chart"))
            return child;
    }
    return nullptr;
}

} // namespace

/// Starting weights from being added to being repaired: known files, names, what is chosen, what is
/// laid over what, and repairs that are worth nothing or not what they promise.
class TestWindowWeights : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    fs::path m_study;

    static bool settled(test::WindowDriver& driver)
    {
        QTest::qWait(20);
        return test::patiently([&] { return !driver.window().loading(); }, 20000);
    }

    bool opened(test::WindowDriver& driver, Step step) const
    {
        driver.window().controller().openFolder(m_study, step);
        return test::patiently([&] { return driver.window().context().session.isOpen(); }) &&
               settled(driver) &&
               test::patiently([&] { return driver.window().pages().current() == step; });
    }

    void add(const char* file, const char* label) const
    {
        auto study = study::openStudy(m_study);
        RK_VERIFY_OK(study);
        RK_VERIFY_OK(study::addWeights(*study, file, label));
    }

    static const study::Study& study(test::WindowDriver& driver)
    {
        return driver.window().context().session.study();
    }

    /// A worker that writes this report, and another one when each filter is scaled.
    void fakeRepair(const repair::RepairReport& report, const repair::RepairReport& byFilter) const
    {
        const auto write = [&](const char* name, const repair::RepairReport& what) {
            Json json = repair::toJson(what);
            json["schema"] = "rekindle.repair/1";
            std::ofstream(m_home / name) << dumpJsonLine(json);
        };
        write("report.json", report);
        write("by-filter.json", byFilter);
        const fs::path worker = m_home / "worker.sh";
        std::ofstream(worker) << "#!/bin/sh\nreport=\"" << (m_home / "report.json").string()
                              << "\"\ncase \"$*\" in *'--scale filter'*'--eps exact'*) report=\""
                              << (m_home / "by-filter.json").string()
                              << "\";; esac\ncp \"$2\" \"$4\"\ncp \"$report\" "
                                 "\"$4.repair.json\"\ncat \"$report\"\n";
        fs::permissions(worker, fs::perms::owner_all);
        qputenv("REKINDLE_CLI", worker.c_str());
    }

    static repair::RepairReport proved(bool preserved)
    {
        repair::RepairReport report;
        report.input = "in";
        report.output = "out";
        report.scaled.push_back({"layer1.0.conv1", -1, 2.0, 1, 0.7});
        report.before.filters = report.after.filters = 10;
        repair::FeatureProof proof;
        proof.images = 64;
        proof.source = "noise";
        proof.maxRelDiff = preserved ? 1e-6 : 0.031;
        proof.evalPreserved = preserved;
        proof.stages = {{"stem", 0, 0, 0, 1}, {"layer1", proof.maxRelDiff, 0.4, 0.05, 1}};
        report.proof = proof;
        return report;
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnHome(m_home); }

    void init()
    {
        static int number = 0;
        m_study = m_home / ("weights" + std::to_string(++number));
        RK_VERIFY_OK(study::createStudy(m_study, "W"));
    }

    void cleanup() { qunsetenv("REKINDLE_CLI"); }

    void aKnownFileIsSaidToBeKnown()
    {
        add(kBasic, "first");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Weights));
        QVERIFY(driver.type("weights-path", QString::fromUtf8(kBasic)));
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY2(driver.message().contains(u"knows that file already, as first"),
                 qPrintable(driver.message()));
        QCOMPARE(study(driver).weights.size(), std::size_t{1});
    }

    /// The same weights under another name are a second entry, and no surprise.
    void theSameWeightsFromAnotherFileAreSaidToBeTheSame()
    {
        add(kBasic, "first");
        const fs::path copy = m_home / "copy.safetensors";
        fs::copy_file(kBasic, copy, fs::copy_options::overwrite_existing);
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Weights));
        QVERIFY(driver.type("weights-path", bridge::qtPath(copy)));
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY2(driver.message().contains(u"the same as first, from another file"),
                 qPrintable(driver.message()));
        QCOMPARE(study(driver).weights.size(), std::size_t{2});
    }

    void aFileCanBeDroppedAnywhereOnThePage()
    {
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Weights));
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(QString::fromUtf8(kBasic))});
        auto* path = driver.find<QLineEdit>("weights-path");
        QVERIFY(!path->acceptDrops());
        QWidget* page = driver.page();
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page, &drop);
        QVERIFY(test::patiently([&] { return study(driver).weights.size() == 1; }));
    }

    void entriesAreRenamedAndRemovedUnlessUsed()
    {
        add(kBasic, "first");
        add(kBottleneck, "second");
        auto onDisk = study::openStudy(m_study);
        RK_VERIFY_OK(onDisk);
        run::PretrainSettings settings;
        settings.images = m_home / "images";
        settings.init = kBasic;
        settings.initSha256 = onDisk->weights.front().sha256;
        RK_VERIFY_OK(run::RunFolder::create(m_study / "runs" / "single", settings, m_study));
        RK_VERIFY_OK(study::changeStudy(*onDisk, [](study::Study& fresh) -> Result<void> {
            fresh.queue = {"runs/single"};
            return {};
        }));
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Weights));
        QVERIFY(
            test::patiently([&] { return driver.window().context().runs.views().size() == 1; }));
        auto* list = driver.find<QListWidget>("weights-list");
        QCOMPARE(list->count(), 2);
        list->setCurrentRow(1);
        QVERIFY(settled(driver));
        QVERIFY(driver.click("weights-rename"));
        auto* editor = list->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("natural photographs"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(test::patiently(
            [&] { return study(driver).weights.back().label == "natural photographs"; }));
        QVERIFY(settled(driver));
        // The run's own stay.
        list->setCurrentRow(0);
        QVERIFY(settled(driver));
        QVERIFY(driver.click("weights-remove"));
        QVERIFY2(driver.message().contains(u"stays in the study: the run single uses it"),
                 qPrintable(driver.message()));
        list->setCurrentRow(1);
        QVERIFY(settled(driver));
        QVERIFY(driver.click("weights-remove"));
        QVERIFY(driver.click("weights-remove-now"));
        QVERIFY(test::patiently([&] { return study(driver).weights.size() == 1; }));
        QVERIFY(fs::exists(kBottleneck));
    }

    void whatIsChosenHereIsChosenOnTheOtherPages()
    {
        add(kBasic, "first");
        add(kBottleneck, "second");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Weights));
        auto* list = driver.find<QListWidget>("weights-list");
        for (const int row : {0, 1, 0}) {
            driver.window().showStep(Step::Weights);
            list->setCurrentRow(row);
            QVERIFY(settled(driver));
            const QString id = list->item(row)->data(Qt::UserRole).toString();
            for (const auto& [step, name] : {std::pair{Step::Inspect, "inspect-weights"},
                                             {Step::Repair, "repair-weights"},
                                             {Step::Pretrain, "pretrain-weights"}}) {
                driver.window().showStep(step);
                QTest::qWait(20);
                QCOMPARE(driver.find<QComboBox>(name)->currentData().toString(), id);
            }
        }
        // Another choice on a page of its own stays when something else changes.
        driver.window().showStep(Step::Inspect);
        auto* inspected = driver.find<QComboBox>("inspect-weights");
        inspected->setCurrentIndex(1);
        driver.window().context().session.perform([](study::Study& fresh, const job::Watch&) {
            return study::changeStudy(fresh, [](study::Study& changed) -> Result<void> {
                changed.question = "?";
                return {};
            });
        });
        QVERIFY(settled(driver));
        QCOMPARE(inspected->currentIndex(), 1);
    }

    void otherWeightsAreSeenWholeAndNeverOverAnotherNetwork()
    {
        add(kBasic, "first");
        add(kBottleneck, "second");
        test::WindowDriver driver;
        driver.window().resize(1024, 700);
        QVERIFY(opened(driver, Step::Inspect));
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        auto* weights = driver.find<QComboBox>("inspect-weights");
        auto* other = driver.find<QComboBox>("inspect-other");
        QVERIFY(test::patiently([&] { return !view->figure().series.empty(); }, 20000));
        QTest::qWait(50);
        turnWheel(chartOf(view));
        QVERIFY(view->zoomed());
        weights->setCurrentIndex(weights->currentIndex() == 0 ? 1 : 0);
        QVERIFY(test::patiently([&] { return !view->figure().series.empty() && !view->zoomed(); },
                                20000));
        weights->setCurrentIndex(0);
        other->setCurrentIndex(2);
        QVERIFY(settled(driver));
        QVERIFY(test::patiently([&] { return !driver.warnings().isEmpty(); }, 20000));
        QCOMPARE(view->figure().series.size(), std::size_t{1});
        QVERIFY2(driver.warnings().contains(u"different networks"), qPrintable(driver.warnings()));
        other->setCurrentIndex(0);
        QVERIFY(!driver.warnings().contains(u"different networks"));

        // The last column is in sight, and a stage shows what is in it.
        auto* tree = driver.find<QTreeView>("inspect-layers");
        const auto* model = tree->model();
        const int last = model->columnCount() - 1;
        const QRect dead = tree->visualRect(model->index(0, last));
        QVERIFY2(dead.right() <= tree->viewport()->width() && dead.width() > 20,
                 qPrintable(QString::number(dead.right())));
        QModelIndex stage;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == u"layer2")
                stage = model->index(row, 0);
        }
        QVERIFY(stage.isValid());
        QVERIFY(!stage.siblingAtColumn(1).data().toString().isEmpty());
        tree->setCurrentIndex(stage);
        QVERIFY2(bridge::qt(view->figure().title).endsWith(u"layer2"),
                 view->figure().title.c_str());
        const QModelIndex block = model->index(0, 0, stage);
        tree->setCurrentIndex(block);
        QVERIFY2(bridge::qt(view->figure().title).endsWith(u"layer2.0"),
                 view->figure().title.c_str());
    }

    void aRepairThatDidNothingMakesNoWeights()
    {
        repair::RepairReport nothing;
        nothing.input = "in";
        nothing.output = "out";
        fakeRepair(nothing, nothing);
        add(kBasic, "first");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Repair));
        QVERIFY(driver.click("main-repair"));
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }, 20000));
        QVERIFY2(driver.message().contains(u"no layer has a norm above 1") &&
                     driver.message().contains(u"no new weights were made"),
                 qPrintable(driver.message()));
        QVERIFY(settled(driver));
        QCOMPARE(study(driver).weights.size(), std::size_t{1});
        QVERIFY(!fs::exists(m_study / "weights" / "basic-repaired"));
    }

    void aProofThatFailedAddsNothingUnlessConfirmed()
    {
        repair::RepairReport exact = proved(true);
        exact.settings.scale = repair::ScaleScope::Filter;
        exact.settings.eps = repair::EpsMode::Exact;
        fakeRepair(proved(false), exact);
        add(kBasic, "first");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Repair));
        auto* exactly = driver.find<QPushButton>("repair-exactly");
        QVERIFY(driver.click("main-repair"));
        QVERIFY(test::patiently([&] { return exactly->isVisible(); }, 20000));
        auto* proof = driver.find<QLabel>("repair-proof");
        QVERIFY2(proof->text().contains(u"Not added") && proof->text().contains(u"0.031"),
                 qPrintable(proof->text()));
        // And where it began.
        const auto* stages = driver.find<QTableView>("repair-stages")->model();
        QCOMPARE(stages->rowCount(), 2);
        QCOMPARE(stages->index(1, 0).data().toString(), QStringLiteral("layer1"));
        QCOMPARE(stages->index(1, 1).data().toString(), QStringLiteral("0.031"));
        QVERIFY(stages->index(1, 1).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(settled(driver));
        QCOMPARE(study(driver).weights.size(), std::size_t{1});
        QVERIFY(!fs::exists(m_study / "weights" / "basic-repaired"));
        // The rule that passes is a button away.
        QVERIFY(driver.click("repair-exactly"));
        QVERIFY(test::patiently([&] { return study(driver).weights.size() == 2; }, 20000));
        QVERIFY(!exactly->isVisible());
        QVERIFY(test::patiently([&] { return proof->text().contains(u"Same answers"); }, 20000));
        QVERIFY(!proof->text().contains(u"Out of date"));
        // Other settings than it was made with make the proof an old one.
        auto* below = driver.find<QDoubleSpinBox>("repair-below");
        below->setValue(0.2);
        QVERIFY2(proof->text().contains(u"Out of date"), qPrintable(proof->text()));
        below->setValue(0.1);
        QVERIFY(!proof->text().contains(u"Out of date"));
    }

    void whoeverWantsItAllTheSameGetsIt()
    {
        fakeRepair(proved(false), proved(false));
        add(kBasic, "first");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Repair));
        QVERIFY(driver.click("main-repair"));
        auto* anyway = driver.find<QPushButton>("repair-anyway");
        QVERIFY(test::patiently([&] { return anyway->isVisible(); }, 20000));
        QVERIFY(driver.click("repair-anyway"));
        QVERIFY(test::patiently([&] { return study(driver).weights.size() == 2; }, 20000));
    }

    void aRepairCanBeStopped()
    {
        const fs::path worker = m_home / "slow.sh";
        std::ofstream(worker) << "#!/bin/sh\necho 'proof  12 of 64  18 %' >&2\nexec sleep 60\n";
        fs::permissions(worker, fs::perms::owner_all);
        qputenv("REKINDLE_CLI", worker.c_str());
        add(kBasic, "first");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Repair));
        QVERIFY(driver.click("main-repair"));
        auto* progress = driver.find<QLabel>("repair-progress");
        QVERIFY(progress->isVisible());
        auto* bar = driver.page()->findChild<QProgressBar*>();
        QVERIFY(test::patiently([&] { return bar->maximum() == 64 && bar->value() == 12; }));
        QVERIFY(driver.click("repair-stop"));
        QVERIFY(test::patiently([&] { return !progress->isVisible(); }, 10000));
        QVERIFY(driver.page()->mainButton()->isEnabled());
        QVERIFY(driver.message().contains(u"stopped"));
        QCOMPARE(study(driver).weights.size(), std::size_t{1});
    }

    void choicesWithoutAnEffectAreOff()
    {
        add(kBasic, "first");
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Repair));
        auto* scale = driver.find<QComboBox>("repair-scale");
        auto* rule = driver.find<QComboBox>("repair-rule");
        QVERIFY(rule->isEnabled());
        scale->setCurrentIndex(scale->findData(QStringLiteral("none")));
        QVERIFY(!rule->isEnabled());
        auto* dead = driver.find<QComboBox>("repair-dead");
        auto* below = driver.find<QDoubleSpinBox>("repair-below");
        QVERIFY(below->isEnabled());
        dead->setCurrentIndex(dead->findData(QStringLiteral("none")));
        QVERIFY(!below->isEnabled());
    }
};

QTEST_MAIN(TestWindowWeights)
#include "tst_window_weights.moc"

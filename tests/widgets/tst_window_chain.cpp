#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "widgets/plots/figure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QTableView>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

/// The whole chain through the window, with the real command line as worker: images, weights,
/// repair with proof, a pair that is paused and continued while the window is closed and opened
/// again, scores, the curve, its export.
class TestWindowChain : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    fs::path m_study;

    static const bridge::RunViews& runs(test::WindowDriver& driver)
    {
        return driver.window().context().runs.views();
    }

    template <class Condition>
    static bool waitFor(Condition condition, int seconds = 120)
    {
        return test::patiently(condition, seconds * 1000);
    }

    /// Selects the run in the queue under the pages and clicks one of its buttons.
    static bool clickInQueue(test::WindowDriver& driver, int row, const char* name)
    {
        auto* table = driver.find<QTableView>("queue-table");
        if (!table->isVisible() && !driver.click("queue-toggle"))
            return false;
        table->selectRow(row);
        return driver.click(name);
    }

    static void setNumber(test::WindowDriver& driver, const char* name, int value)
    {
        auto* box = driver.find<QSpinBox>(name);
        QVERIFY2(box != nullptr && box->isEnabled(), name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QString::number(value));
        QTest::keyClick(box, Qt::Key_Tab);
        QCOMPARE(box->value(), value);
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        if (!qEnvironmentVariableIsSet("REKINDLE_CLI"))
            qputenv("REKINDLE_CLI", REKINDLE_BIN_DIR "/rekindle-cli");
        test::makeImages(m_home / "images", 10);
    }

    void imagesAndWeightsComeIn()
    {
        test::WindowDriver driver;
        QTimer::singleShot(100, [] {
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("new-make")),
                              Qt::LeftButton);
        });
        QVERIFY(driver.click("door-new"));
        QVERIFY(waitFor([&] {
            return driver.window().context().session.isOpen() && !driver.window().loading();
        }));
        m_study = driver.window().context().session.study().folder;
        QVERIFY(driver.type("images-path", bridge::qtPath(m_home / "images")));
        QVERIFY(waitFor([&] { return driver.window().context().session.manifest() != nullptr; }));
        QVERIFY(driver.click("rail-weights"));
        QVERIFY(driver.type("weights-path",
                            QStringLiteral(REKINDLE_TEST_DATA "/model/basic.safetensors")));
        QVERIFY(
            waitFor([&] { return driver.window().context().session.study().weights.size() == 1; }));
    }

    void repairIsProved()
    {
        test::WindowDriver driver;
        driver.window().controller().openFolder(m_study, Step::Repair);
        QVERIFY(waitFor([&] {
            return driver.window().context().session.isOpen() && !driver.window().loading();
        }));
        // The paper's rule leaves these weights' answers less alone than it promises; the window
        // says so, adds nothing, and offers the rule that does.
        QVERIFY(driver.click("main-repair"));
        auto* exactly = driver.find<QPushButton>("repair-exactly");
        QVERIFY2(waitFor([&] { return exactly->isVisible() || !driver.message().isEmpty(); }),
                 "the repair did not end");
        QCOMPARE(driver.window().context().session.study().weights.size(), std::size_t{1});
        QVERIFY(driver.click("repair-exactly"));
        QVERIFY2(waitFor([&] {
                     return driver.window().context().session.study().weights.size() == 2 ||
                            !driver.message().isEmpty();
                 }),
                 "the repair did not end");
        QVERIFY2(driver.message().isEmpty(), qPrintable(driver.message()));
        auto* proof = driver.find<QLabel>("repair-proof");
        QVERIFY(waitFor([&] { return proof->isVisible() && !proof->text().isEmpty(); }));
        QVERIFY2(proof->text().contains(u"images of images"), qPrintable(proof->text()));
        auto* figure = driver.find<plots::FigureView>("repair-figure");
        QVERIFY(waitFor([&] { return figure->figure().series.size() == 2; }));
    }

    void aPairIsPausedAndIsThereAgain()
    {
        {
            test::WindowDriver driver;
            driver.window().controller().openFolder(m_study, Step::Pretrain);
            QVERIFY(waitFor([&] {
                return driver.window().context().session.isOpen() && !driver.window().loading();
            }));
            // The start as it is, the two runs and their scores: five in the queue, in this order.
            setNumber(driver, "pretrain-pairs", 1);
            setNumber(driver, "pretrain-epochs", 60);
            setNumber(driver, "pretrain-batch", 4);
            setNumber(driver, "pretrain-image_size", 32);
            setNumber(driver, "score-repeats", 2);
            setNumber(driver, "score-epochs", 2);
            QVERIFY(driver.type("pretrain-snapshots", QStringLiteral("30, 60")));
            QVERIFY(driver.click("main-pretrain"));
            QVERIFY(
                waitFor([&] { return runs(driver).size() == 5 || !driver.message().isEmpty(); }));
            QVERIFY2(driver.message().isEmpty(), qPrintable(driver.message()));
            QVERIFY(waitFor([&] {
                return runs(driver)[1].status.state == run::State::Running &&
                       runs(driver)[1].status.step > 2;
            }));
            auto* figure = driver.find<plots::FigureView>("pretrain-figure");
            QVERIFY(waitFor([&] { return !figure->figure().series.empty(); }));
            QVERIFY(driver.click("queue-pause"));
            QVERIFY(waitFor([&] { return runs(driver)[1].status.state == run::State::Paused; }));
        }
        // Closed and opened again: everything is still there, as it was left.
        test::WindowDriver driver;
        driver.window().controller().openFolder(m_study, Step::Pretrain);
        QVERIFY(waitFor([&] { return runs(driver).size() == 5; }));
        QCOMPARE(runs(driver)[1].status.state, run::State::Paused);
        QVERIFY(driver.find<plots::FigureView>("pretrain-figure")->figure().series.size() == 1);
        QVERIFY(waitFor([&] { return !driver.window().context().runs.working(); }));
        QVERIFY(driver.click("queue-go-on"));
        QVERIFY(waitFor([&] { return runs(driver)[1].status.state == run::State::Done; }));
    }

    void scoresFollowAndTheCurveIsThere()
    {
        test::WindowDriver driver;
        driver.window().controller().openFolder(m_study, Step::Score);
        QVERIFY2(waitFor([&] {
                     return runs(driver).size() == 5 &&
                            std::all_of(runs(driver).begin(), runs(driver).end(),
                                        [](const bridge::RunView& run) {
                                            return run.status.state == run::State::Done ||
                                                   run.status.state == run::State::Failed;
                                        });
                 }),
                 "the queue did not end");
        QVERIFY(driver.find<QTableView>("score-results")->model()->rowCount() >= 4);
        driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_8));
        auto* figure = driver.find<plots::FigureView>("compare-figure");
        QVERIFY(waitFor([&] { return figure->figure().series.size() >= 2; }));
        QCOMPARE(figure->figure().series.size(), std::size_t{3}); // with the start as it is
        QVERIFY(driver.find<QLabel>("verdict-p2x-value")->text().contains(u'%'));
        for (const char* ending : {"pdf", "svg", "png"}) {
            const fs::path file = m_home / (std::string("curve-") + ending + "." + ending);
            driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_E));
            auto* path = driver.find<QLineEdit>("export-path");
            QVERIFY(path != nullptr);
            path->setText(bridge::qtPath(file));
            QVERIFY(driver.click("export-save"));
            QVERIFY(fs::file_size(file) > 500);
            fs::path csv = file;
            QVERIFY(fs::exists(csv.replace_extension(".csv")));
            QTest::qWait(20);
            driver.activate();
        }
    }

    void runsAreFinishedEarlyAndCancelled()
    {
        test::WindowDriver driver;
        driver.window().controller().openFolder(m_study, Step::Pretrain);
        QVERIFY(waitFor([&] { return runs(driver).size() == 5 && !driver.window().loading(); }));
        QVERIFY(driver.click("new-pair"));
        setNumber(driver, "pretrain-epochs", 2000);
        setNumber(driver, "pretrain-batch", 4);
        setNumber(driver, "pretrain-image_size", 32);
        QVERIFY(driver.type("pretrain-snapshots", QString()));
        QTest::keyClick(driver.find<QCheckBox>("pretrain-score"), Qt::Key_Space);
        QVERIFY(driver.click("main-pretrain"));
        QVERIFY(waitFor([&] {
            return runs(driver).size() == 7 && runs(driver)[5].status.state == run::State::Running;
        }));
        QVERIFY(clickInQueue(driver, 5, "run-finish"));
        QVERIFY(driver.click("finish-now"));
        driver.activate();
        QVERIFY(waitFor([&] { return runs(driver)[5].status.state == run::State::Done; }));
        QVERIFY(runs(driver)[5].status.epoch < 2000);
        driver.find<QTableView>("queue-table")->selectRow(6);
        auto* cancel = driver.find<QPushButton>("run-cancel");
        QVERIFY(waitFor([&] {
            return runs(driver)[6].status.state == run::State::Done || cancel->isEnabled();
        }));
        if (cancel->isEnabled())
            QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(waitFor([&] {
            return runs(driver)[6].status.state == run::State::Cancelled ||
                   runs(driver)[6].status.state == run::State::Done;
        }));
        QVERIFY(waitFor([&] { return !driver.window().context().runs.working(); }));
    }
};

QTEST_MAIN(TestWindowChain)
#include "tst_window_chain.moc"

#include "tests/widgets/window_driver.h"

#include "core/study/sample_study.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/panels/page_list.h"
#include "widgets/plots/figure_view.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QListView>
#include <QSpinBox>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <fstream>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

/// Every page by mouse and keyboard, without training: what is shown, what is said when something
/// is wrong, keys, names for screen readers.
class TestWindowPages : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

    static bool makeStudy(test::WindowDriver& driver)
    {
        // The dialog blocks its caller, so it is answered from the event loop.
        QTimer::singleShot(100, [] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (dialog != nullptr)
                QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("new-make")),
                                  Qt::LeftButton);
        });
        return driver.click("door-new") &&
               test::patiently([&] { return driver.window().pages().current() == Step::Images; });
    }

    static bool settled(test::WindowDriver& driver)
    {
        QTest::qWait(20);
        return test::patiently([&] { return !driver.window().loading(); }, 20000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        test::makeImages(m_home / "images", 6);
        std::ofstream(m_home / "images" / "train" / "across" / "broken.jpg") << "no picture";
        std::ofstream(m_home / "images" / "train" / "across" / ".DS_Store") << "another program's";
        fs::create_directories(m_home / "images" / "train" / "hollow");
        fs::create_directories(m_home / "empty");
        std::ofstream(m_home / "page.pth") << "<!DOCTYPE html><html><body>Not found</body></html>";
    }

    void startsWithFourDoors()
    {
        QElapsedTimer timer;
        timer.start();
        test::WindowDriver driver;
        QVERIFY(QTest::qWaitForWindowExposed(&driver.window()));
        QVERIFY(timer.elapsed() < 2000 * test::kPatience);
        for (const char* door : {"door-sample", "door-example", "door-new", "door-open"}) {
            auto* button = driver.find<QPushButton>(door);
            QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), door);
            QVERIFY(!button->accessibleName().isEmpty());
        }
    }

    /// What `doctor` finds stands on the first page in a line.
    void theFirstPageSaysWhatThisComputerIsGoodFor()
    {
        const fs::path doctor = m_home / "doctor.sh";
        std::ofstream(doctor) << "#!/bin/sh\n[ \"$1\" = doctor ] && echo '{\"usable_cores\": 3, "
                                 "\"memory\": 8589934592, \"missing\": [], \"engine\": "
                                 "{\"devices\": [{\"name\": \"cpu\"}]}}'\n";
        fs::permissions(doctor, fs::perms::owner_all);
        const QByteArray before = qgetenv("REKINDLE_CLI");
        qputenv("REKINDLE_CLI", QByteArray::fromStdString(doctor.string()));
        test::WindowDriver driver;
        auto* line = driver.find<QLabel>("self-check");
        QVERIFY(test::patiently([&] { return !line->text().isEmpty(); }, 20000));
        before.isEmpty() ? qunsetenv("REKINDLE_CLI") : qputenv("REKINDLE_CLI", before);
        QVERIFY2(line->text().contains(u"without a graphics card") &&
                     line->text().contains(u"8 GiB") && line->isVisible(),
                 qPrintable(line->text()));
    }

    void everyPageOpensWithoutAStudyAndSaysWhatItLacks()
    {
        test::WindowDriver driver;
        for (const panels::PageSpec& page : panels::pageList()) {
            const Step step = page.step;
            if (step == Step::Study)
                continue;
            QVERIFY(driver.click(qPrintable(QStringLiteral("rail-") + step.id())));
            QVERIFY(driver.window().pages().current() == step);
            QTest::qWait(20);
            QStringList said;
            for (const QLabel* label : driver.page()->findChildren<QLabel*>()) {
                if (!label->isVisible())
                    continue;
                said << label->text();
                // To be read to its end, however many lines that takes.
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->text()));
            }
            const QString all = said.join(u' ');
            QVERIFY2(all.contains(u"No study") || all.contains(u"Starting weights"),
                     qPrintable(step.id() + QStringLiteral(": ") + all));
            if (auto* main = driver.page()->mainButton())
                QVERIFY(!main->isEnabled());
        }
    }

    void everythingThatTakesTheFocusHasAName()
    {
        test::WindowDriver driver;
        QVERIFY(makeStudy(driver));
        QStringList nameless;
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            for (QWidget* widget : driver.window().findChildren<QWidget*>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) ||
                    widget->objectName().startsWith(u"qt_"))
                    continue;
                QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
                if (access == nullptr || access->text(QAccessible::Name).isEmpty())
                    nameless << page.step.id() + QStringLiteral(": ") +
                                    QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                    widget->objectName();
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void keysReachEveryPage()
    {
        test::WindowDriver driver;
        const auto& pages = panels::pageList();
        for (int i = static_cast<int>(pages.size()) - 1; i >= 0; --i) {
            driver.press(QKeyCombination(Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_1 + i)));
            QVERIFY(driver.window().pages().current() == pages[static_cast<std::size_t>(i)].step);
        }
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_F6));
        QWidget* first = QApplication::focusWidget();
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_F6));
        QVERIFY(QApplication::focusWidget() != first);
    }

    void imagesAreReadAndShown()
    {
        test::WindowDriver driver;
        QVERIFY(makeStudy(driver));
        QVERIFY(driver.type("images-path", bridge::qtPath(m_home / "images")));
        QVERIFY(test::patiently(
            [&] { return driver.window().context().session.manifest() != nullptr; }, 20000));
        QVERIFY(settled(driver));
        const auto manifest = driver.window().context().session.manifest();
        QCOMPARE(manifest->images.size(), std::size_t{24});
        auto* tiles = driver.page()->findChild<QListView*>();
        QVERIFY(tiles != nullptr);
        QCOMPARE(tiles->model()->rowCount(), 24);
        QVERIFY(test::patiently(
            [&] { return !tiles->model()->index(0, 0).data(Qt::DecorationRole).isNull(); }));
        auto* problems = driver.find<QTableView>("images-problems");
        // What another program left there is listed, but is none that could not be read.
        QCOMPARE(problems->model()->rowCount(), 2);
        QVERIFY(problems->model()->index(0, 0).data().toString().contains(u".DS_Store"));
        QVERIFY(problems->model()->index(1, 0).data().toString().contains(u"broken.jpg"));
        QVERIFY(driver.warnings().contains(u"1 of 25 files"));
        QCOMPARE(driver.page()->mark(), panels::Mark::Done);
        // A folder without images is a row, and no class.
        QCOMPARE(manifest->classes.size(), std::size_t{2});
        QStringList rows;
        for (const QTableView* table : driver.page()->findChildren<QTableView*>()) {
            for (int row = 0; table->accessibleName() == u"Classes" && row < 3; ++row)
                rows << table->model()->index(row, 0).data().toString() + u' ' +
                            table->model()->index(row, 1).data().toString();
        }
        QVERIFY2(rows.size() == 3 && rows[2].contains(u"hollow") && rows[2].contains(u"no class"),
                 qPrintable(rows.join(u'\n')));
        // A tile opens its picture, with what is known of it.
        tiles->setFocus();
        tiles->setCurrentIndex(tiles->model()->index(0, 0));
        QTest::keyClick(tiles, Qt::Key_Return);
        auto* picture = driver.find<QLabel>("image-picture");
        QVERIFY(picture != nullptr);
        QVERIFY(test::patiently([&] { return !picture->pixmap().isNull(); }, 10000));
        QStringList facts;
        for (const QLabel* label : driver.find<QWidget>("image-facts")->findChildren<QLabel*>())
            facts << label->accessibleName();
        QVERIFY2(facts.contains(QStringLiteral("Size: 32 × 32 pixels, 8 bit, colour")) &&
                     facts.contains(QStringLiteral("Class: across")),
                 qPrintable(facts.join(u'\n')));
        driver.find<QDialog>("image")->reject();
    }

    void foldersThatDoNotWorkSaySo()
    {
        test::WindowDriver driver;
        QVERIFY(makeStudy(driver));
        QVERIFY(driver.type("images-path", bridge::qtPath(m_home / "nowhere")));
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY2(driver.message().contains(u"nowhere"), qPrintable(driver.message()));
        QVERIFY(driver.type("images-path", bridge::qtPath(m_home / "empty")));
        QVERIFY(test::patiently([&] { return driver.message().contains(u"empty"); }));
        QVERIFY(driver.window().context().session.manifest() == nullptr);
    }

    void weightsAreReadAndRefusedInWords()
    {
        test::WindowDriver driver;
        QVERIFY(makeStudy(driver));
        driver.window().showStep(Step::Weights);
        QVERIFY(driver.type("weights-path", bridge::qtPath(m_home / "page.pth")));
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY2(driver.message().contains(u"page.pth") && driver.message().count(u'.') >= 2,
                 qPrintable(driver.message()));
        QVERIFY(driver.window().context().session.study().weights.empty());
        QVERIFY(driver.type("weights-path",
                            QStringLiteral(REKINDLE_TEST_DATA "/model/basic.safetensors")));
        QVERIFY(test::patiently(
            [&] { return !driver.window().context().session.study().weights.empty(); }));
        QVERIFY(settled(driver));
        QStringList facts;
        for (const QLabel* label : driver.page()->findChildren<QLabel*>())
            facts << label->text();
        QVERIFY(facts.contains(QStringLiteral("safetensors")));
        QVERIFY(facts.filter(QStringLiteral("All 12 convolutions")).size() == 1);
    }

    void choosingALayerUpdatesThePlotAtOnce()
    {
        test::WindowDriver driver;
        QVERIFY(makeStudy(driver));
        driver.window().showStep(Step::Weights);
        QVERIFY(driver.type("weights-path",
                            QStringLiteral(REKINDLE_TEST_DATA "/model/basic.safetensors")));
        QVERIFY(test::patiently(
            [&] { return !driver.window().context().session.study().weights.empty(); }));
        driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_4));
        QVERIFY(driver.window().pages().current() == Step::Inspect);
        QVERIFY(settled(driver));
        auto* tree = driver.find<QTreeView>("inspect-layers");
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        QVERIFY(test::patiently([&] { return !view->figure().series.empty(); }));
        tree->setFocus();
        std::vector<qint64> times;
        QString title = bridge::qt(view->figure().title);
        for (int i = 0; i < 8; ++i) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(tree, Qt::Key_BracketRight);
            QCoreApplication::processEvents();
            times.push_back(timer.elapsed());
            const QString now = bridge::qt(view->figure().title);
            QVERIFY2(now != title, qPrintable(title));
            title = now;
        }
        std::sort(times.begin(), times.end());
        QVERIFY2(times[times.size() / 2] < 50 * test::kPatience,
                 qPrintable(QString::number(times[times.size() / 2])));
        QTest::keyClick(tree, Qt::Key_BracketLeft);
        QVERIFY(bridge::qt(view->figure().title) != title);

        driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_T));
        QVERIFY(view->showsTable());
        driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_T));
        QVERIFY(!view->showsTable());
    }

    void aChartIsExportedWithItsNumbers()
    {
        test::WindowDriver driver;
        QVERIFY(makeStudy(driver));
        driver.window().showStep(Step::Weights);
        QVERIFY(driver.type("weights-path",
                            QStringLiteral(REKINDLE_TEST_DATA "/model/basic.safetensors")));
        QVERIFY(test::patiently(
            [&] { return !driver.window().context().session.study().weights.empty(); }));
        driver.window().showStep(Step::Inspect);
        auto* view = driver.find<plots::FigureView>("inspect-figure");
        QVERIFY(test::patiently([&] { return !view->figure().series.empty(); }));
        for (const char* ending : {"pdf", "svg", "png"}) {
            const fs::path file = m_home / (std::string("norms.") + ending);
            driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_E));
            auto* path = driver.find<QLineEdit>("export-path");
            QVERIFY(path != nullptr);
            path->setText(bridge::qtPath(file));
            QVERIFY(driver.click("export-save"));
            QVERIFY(test::patiently([&] { return driver.message().contains(u"Written"); }));
            driver.page()->clearMessage();
            QVERIFY(fs::file_size(file) > 500);
            QVERIFY(fs::exists(m_home / "norms.csv"));
            fs::remove(m_home / "norms.csv");
            QTest::qWait(20); // the dialog deletes itself
            driver.activate();
        }
    }

    void theFinishedExampleIsOneClickFromItsCurve()
    {
        test::WindowDriver driver;
        QVERIFY(driver.click("door-example"));
        if (!bridge::finishedExample()) {
            QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
            QVERIFY(driver.message().contains(u"finished example"));
            return;
        }
        auto* figure = driver.find<plots::FigureView>("compare-figure");
        QVERIFY(test::patiently([&] { return figure->figure().series.size() >= 2; }, 20000));
        QVERIFY(driver.window().pages().current() == Step::Compare);
        QVERIFY(driver.window().windowTitle().contains(u"finished example, shipped results"));
        QVERIFY(driver.window().context().session.readOnly());
    }

    void aStudyThatIsNoneSaysSo()
    {
        test::WindowDriver driver;
        driver.window().controller().openFolder(m_home / "empty");
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY2(driver.message().contains(u"study.json"), qPrintable(driver.message()));
        driver.window().controller().openPath(m_home / "gone");
        QVERIFY(driver.message().contains(u"gone"));
    }
};

QTEST_MAIN(TestWindowPages)
#include "tst_window_pages.moc"

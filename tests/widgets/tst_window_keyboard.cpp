#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "widgets/plots/figure_view.h"

#include <QSpinBox>
#include <QTableView>

#include <algorithm>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

/// From no study to an exported curve without a mouse: nothing is reached but by keys, with the
/// real command line as worker.
class TestWindowKeyboard : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

    static constexpr auto kControl = Qt::ControlModifier;
    static constexpr int kMostTabs = 120;

    template <class Condition>
    static bool waitFor(Condition condition, int seconds = 120)
    {
        return test::patiently(condition, seconds * 1000);
    }

    /// Presses Tab until the field of this name has the keyboard.
    static bool tabTo(test::WindowDriver& driver, const char* name)
    {
        for (int i = 0; i < kMostTabs; ++i) {
            const QWidget* focus = QApplication::focusWidget();
            if (focus != nullptr && focus->objectName() == QLatin1String(name))
                return true;
            driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_Tab));
            QCoreApplication::processEvents();
        }
        return false;
    }

    static void typeOver(const QString& text)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(focus, text);
    }

    static bool setNumber(test::WindowDriver& driver, const char* name, int value)
    {
        if (!tabTo(driver, name))
            return false;
        typeOver(QString::number(value));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_Tab));
        const auto* box = driver.find<QSpinBox>(name);
        return box != nullptr && box->value() == value;
    }

    static bool settled(test::WindowDriver& driver)
    {
        return waitFor([&] { return !driver.window().loading(); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        if (!qEnvironmentVariableIsSet("REKINDLE_CLI"))
            qputenv("REKINDLE_CLI", REKINDLE_BIN_DIR "/rekindle-cli");
        test::makeImages(m_home / "images", 8);
    }

    void theWholeChain()
    {
        test::WindowDriver driver;
        auto& session = driver.window().context().session;
        // The dialog has a loop of its own; Return presses its main button.
        QTimer::singleShot(300, [] {
            if (QWidget* dialog = QApplication::activeModalWidget())
                QTest::keyClick(dialog, Qt::Key_Return);
        });
        driver.press(QKeyCombination(kControl, Qt::Key_N));
        QVERIFY(waitFor([&] { return session.isOpen(); }, 20));
        QVERIFY(settled(driver));

        driver.press(QKeyCombination(kControl, Qt::Key_2));
        QVERIFY(tabTo(driver, "images-path"));
        typeOver(bridge::qtPath(m_home / "images"));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_Return));
        QVERIFY(waitFor([&] { return session.manifest() != nullptr; }, 20));

        driver.press(QKeyCombination(kControl, Qt::Key_3));
        QVERIFY(tabTo(driver, "weights-path"));
        typeOver(QStringLiteral(REKINDLE_TEST_DATA "/model/basic.safetensors"));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_Return));
        QVERIFY(waitFor([&] { return session.study().weights.size() == 1; }, 20));
        QVERIFY(settled(driver));

        driver.press(QKeyCombination(kControl, Qt::Key_4));
        QVERIFY(tabTo(driver, "inspect-layers"));
        const QString before = bridge::qt(driver.page()->figureView()->figure().title);
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_BracketRight));
        QVERIFY(waitFor(
            [&] { return bridge::qt(driver.page()->figureView()->figure().title) != before; }, 10));

        driver.press(QKeyCombination(kControl, Qt::Key_5));
        QVERIFY(settled(driver));
        driver.press(QKeyCombination(kControl, Qt::Key_Return));
        auto* exactly = driver.find<QPushButton>("repair-exactly");
        QVERIFY(waitFor([&] { return exactly->isVisible(); }));
        QVERIFY(tabTo(driver, "repair-exactly"));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_Space));
        QVERIFY(waitFor([&] { return session.study().weights.size() == 2; }));

        driver.press(QKeyCombination(kControl, Qt::Key_6));
        QVERIFY(settled(driver));
        QVERIFY(setNumber(driver, "pretrain-pairs", 1));
        QVERIFY(setNumber(driver, "pretrain-epochs", 2));
        QVERIFY(setNumber(driver, "pretrain-batch", 4));
        QVERIFY(setNumber(driver, "pretrain-image_size", 32));
        QVERIFY(setNumber(driver, "score-repeats", 1));
        QVERIFY(setNumber(driver, "score-epochs", 1));
        driver.press(QKeyCombination(kControl, Qt::Key_Return));
        const auto& runs = driver.window().context().runs;
        QVERIFY2(waitFor([&] { return runs.views().size() == 5 || !driver.message().isEmpty(); }),
                 "no runs were planned");
        QVERIFY2(driver.message().isEmpty(), qPrintable(driver.message()));
        QVERIFY2(waitFor(
                     [&] {
                         return std::all_of(runs.views().begin(), runs.views().end(),
                                            [](const bridge::RunView& run) {
                                                return run.status.state == run::State::Done ||
                                                       run.status.state == run::State::Failed;
                                            });
                     },
                     240),
                 "the queue did not end");
        driver.press(QKeyCombination(kControl, Qt::Key_7));
        QVERIFY(tabTo(driver, "score-results"));

        driver.press(QKeyCombination(kControl, Qt::Key_8));
        auto* figure = driver.find<plots::FigureView>("compare-figure");
        QVERIFY(waitFor([&] { return figure->figure().series.size() >= 2; }));
        QVERIFY(driver.find<QLabel>("compare-reading")->text().contains(u"a single score"));
        QVERIFY(tabTo(driver, "compare-figure"));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_Right));
        QVERIFY(figure->readOut().contains(u"P1X"));
        driver.press(QKeyCombination(kControl, Qt::Key_E));
        QVERIFY(waitFor([&] { return QApplication::activeModalWidget() != nullptr; }, 10));
        QVERIFY(tabTo(driver, "export-path"));
        const fs::path file = m_home / "curve.pdf";
        typeOver(bridge::qtPath(file));
        QVERIFY(tabTo(driver, "export-save"));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_Space));
        QVERIFY(waitFor([&] { return fs::exists(file) && fs::exists(m_home / "curve.csv"); }, 20));
    }
};

QTEST_MAIN(TestWindowKeyboard)
#include "tst_window_keyboard.moc"

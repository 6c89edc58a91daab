#include "tests/widgets/window_driver.h"

#include "core/study/study_copy.h"
#include "tests/support/result_macros.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/panels/page_list.h"
#include "widgets/plots/figure_view.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialog>
#include <QFormLayout>
#include <QMenuBar>
#include <QTabBar>
#include <QTextBrowser>
#include <QTranslator>
#include <QTreeWidget>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

namespace {

QChar letterOf(const QString& text)
{
    const qsizetype mark = text.indexOf(u'&');
    return mark >= 0 && mark + 1 < text.size() ? text[mark + 1].toLower() : QChar();
}

/// Letters for Alt that more than one thing in sight has.
QStringList collisions(const QWidget& window, QMenuBar* menus)
{
    QMap<QChar, QStringList> owners;
    for (const QAction* menu : menus->actions())
        owners[letterOf(menu->text())] << menu->text();
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget);
            label != nullptr && label->buddy() != nullptr)
            owners[letterOf(label->text())] << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            owners[letterOf(button->text())] << button->text();
    }
    owners.remove(QChar());
    QStringList same;
    for (auto letter = owners.begin(); letter != owners.end(); ++letter) {
        if (letter->size() > 1)
            same << QString(letter.key()) + QStringLiteral(": ") +
                        letter->join(QStringLiteral(" | "));
    }
    return same;
}

QStringList collisionsWithin(const QMenu& menu)
{
    QMap<QChar, QStringList> owners;
    QStringList same;
    for (const QAction* action : menu.actions()) {
        owners[letterOf(action->text())] << action->text();
        if (action->menu() != nullptr)
            same << collisionsWithin(*action->menu());
    }
    owners.remove(QChar());
    for (const QStringList& texts : owners) {
        if (texts.size() > 1)
            same << menu.title() + QStringLiteral(": ") + texts.join(QStringLiteral(" | "));
    }
    return same;
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

} // namespace

/// Keyboard and screen reader: letters, keys, names, and who has the focus, on both grounds.
class TestWindowAccess : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    QTranslator m_translator;

    static bool openExample(test::WindowDriver& driver)
    {
        const auto example = bridge::finishedExample();
        if (!example)
            return false;
        driver.window().controller().openFolder(*example, Step::Compare);
        auto* figure = driver.find<plots::FigureView>("compare-figure");
        return test::patiently([&] { return figure->figure().series.size() >= 2; }) &&
               test::patiently([&] { return !driver.window().loading(); });
    }

    static void setTheme(const char* name)
    {
        qputenv("REKINDLE_THEME", name);
        look::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()));
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnHome(m_home); }

    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_translator);
        setTheme("light");
    }

    void lettersDoNotCollide_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"en", "de", "fr"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }

    void lettersDoNotCollide()
    {
        QFETCH(const QString, code);
        QVERIFY(
            m_translator.load(QStringLiteral(REKINDLE_GUI_BUILD_DIR "/rekindle_%1.qm").arg(code)));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
        test::WindowDriver driver;
        const fs::path folder = m_home / bridge::utf8(code);
        RK_VERIFY_OK(study::createStudy(folder, "S"));
        driver.window().controller().openFolder(folder);
        QVERIFY(test::patiently([&] { return driver.window().context().session.isOpen(); }));
        if (bridge::finishedExample())
            QVERIFY(openExample(driver));
        QStringList same;
        int letters = 0;
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
            QTest::qWait(50);
            for (const QString& text : collisions(driver.window(), driver.window().menuBar()))
                same << page.step.id() + QStringLiteral(" – ") + text;
            for (const QLabel* label : driver.page()->findChildren<QLabel*>())
                letters += label->isVisible() && label->buddy() && label->text().contains(u'&');
        }
        for (const QAction* menu : driver.window().menuBar()->actions())
            same << collisionsWithin(*menu->menu());
        QVERIFY2(same.isEmpty(), qPrintable(same.join(u'\n')));
        QVERIFY(letters > 5);
    }

    /// A name is what a field is called, without the sign for its letter; a fact is name and value.
    void namesAreThoseOfTheLabels()
    {
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            QTest::qWait(30);
            for (const QWidget* widget : driver.window().findChildren<QWidget*>())
                QVERIFY2(!widget->accessibleName().contains(u'&'),
                         qPrintable(widget->accessibleName()));
        }
        driver.window().showStep(Step::Study);
        QTest::qWait(30);
        QStringList facts;
        for (const QLabel* label : driver.page()->findChildren<QLabel*>())
            facts << label->accessibleName();
        QVERIFY2(facts.contains(QStringLiteral("Pretraining runs: 6")),
                 qPrintable(facts.join(u'\n')));
    }

    void chartsAndTabsShowWhoHasTheKeyboard_data()
    {
        QTest::addColumn<QByteArray>("theme");
        QTest::newRow("light") << QByteArray("light");
        QTest::newRow("dark") << QByteArray("dark");
    }

    void chartsAndTabsShowWhoHasTheKeyboard()
    {
        QFETCH(const QByteArray, theme);
        setTheme(theme.constData());
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        const QColor accent = look::colours().accent;
        auto* chart = driver.find<plots::FigureView>("compare-figure");
        auto* tabs = driver.page()->findChild<QTabBar*>();
        QVERIFY(chart != nullptr && tabs != nullptr);
        for (QWidget* widget : {static_cast<QWidget*>(chart), static_cast<QWidget*>(tabs)}) {
            driver.window().menuBar()->setFocus();
            QTest::qWait(30);
            const int without = pixelsOf(widget->grab().toImage(), accent);
            widget->setFocus(Qt::TabFocusReason);
            QVERIFY(test::patiently([&] { return widget->hasFocus(); }, 2000));
            QTest::qWait(30);
            const int with = pixelsOf(widget->grab().toImage(), accent);
            QVERIFY2(with > without + 60,
                     qPrintable(QStringLiteral("%1: %2, then %3")
                                    .arg(QLatin1String(widget->metaObject()->className()))
                                    .arg(without)
                                    .arg(with)));
        }
    }

    /// A box that is not ticked can be seen on dark ground, too.
    void boxesCanBeSeen()
    {
        for (const char* theme : {"light", "dark"}) {
            setTheme(theme);
            QCheckBox box(QStringLiteral("x"));
            box.show();
            QVERIFY(QTest::qWaitForWindowExposed(&box));
            QVERIFY2(pixelsOf(box.grab().toImage(), look::colours().muted) >= 30, theme);
            box.setChecked(true);
            QVERIFY2(pixelsOf(box.grab().toImage(), look::colours().accent) >= 60, theme);
        }
    }

    void keysDoWhatTheyAreSaidToDo()
    {
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_F1));
        auto* text = driver.find<QTextBrowser>("help-text");
        QVERIFY(text != nullptr && text->isVisible());
        QVERIFY(text->toPlainText().contains(u"95 %"));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(test::patiently([&] { return driver.find<QDialog>("help") == nullptr; }, 2000));
        driver.activate();

        driver.press(QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_P));
        auto* field = driver.find<QLineEdit>("find-action");
        QVERIFY(field != nullptr && field->isVisible());
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("inspe"));
        QCOMPARE(driver.find<QTreeWidget>("found-actions")->topLevelItemCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(test::patiently([&] { return driver.window().pages().current() == Step::Inspect; },
                                2000));
    }

    /// A space bar that was meant for the page before starts nothing.
    void noPageGivesItsMainButtonTheKeyboard()
    {
        const fs::path copy = m_home / "own";
        RK_VERIFY_OK(study::copyStudy(*bridge::finishedExample(), copy, {}));
        test::WindowDriver driver;
        driver.window().controller().openFolder(copy, Step::Study);
        QVERIFY(test::patiently([&] {
            return driver.window().context().session.isOpen() && !driver.window().loading();
        }));
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
            const QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr);
            QVERIFY2(focus->property("role").toString() != u"main", qPrintable(page.step.id()));
        }
    }

    /// Ctrl+S: the copy of the finished example is whole, and the user's own.
    void aCopyIsAStudyOfOnesOwn()
    {
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        const fs::path copy = m_home / "copy";
        driver.window().controller().saveCopyAs(copy);
        QVERIFY(
            test::patiently([&] { return driver.message().contains(u"A copy of this study"); }));
        RK_UNWRAP(const study::Study own, study::openStudy(copy));
        QVERIFY(!own.finishedExample && !own.readOnly);
        RK_UNWRAP(const study::Study example, study::openStudy(*bridge::finishedExample()));
        QCOMPARE(study::runFolders(own).size(), study::runFolders(example).size());
        QVERIFY(!fs::exists(copy / "window.lock"));
        driver.page()->clearMessage();
        driver.window().controller().saveCopyAs(copy);
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY(!driver.message().contains(u"A copy of this study"));
    }
};

QTEST_MAIN(TestWindowAccess)
#include "tst_window_access.moc"

#include "tests/widgets/window_driver.h"

#include "app/gui/arguments.h"
#include "app/gui/language.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/panels/page_list.h"

#include <QMenuBar>

using namespace rekindle;
using panels::Step;

/// Another language without a restart, one way of writing numbers, and reading from right to left.
class TestWindowLanguage : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("REKINDLE_TRANSLATIONS", REKINDLE_GUI_BUILD_DIR);
        test::useOwnHome(m_home);
        gui::applyLanguage(QStringLiteral("en"));
    }

    void cleanup()
    {
        gui::chooseLanguage({});
        gui::applyLanguage(QStringLiteral("en"));
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theLanguageChangesInTheOpenWindow()
    {
        const auto example = bridge::finishedExample();
        QVERIFY(example.has_value());
        test::WindowDriver driver;
        driver.window().controller().openFolder(*example, Step::Compare);
        const auto value = [&] {
            const auto* label = driver.find<QLabel>("verdict-p2x-value");
            return label != nullptr ? label->text() : QString();
        };
        QVERIFY(test::patiently([&] { return value() == u"56.9 %"; }));
        auto* german = driver.find<QAction>("language-de");
        QVERIFY(german != nullptr);
        german->trigger();
        QVERIFY(test::patiently([&] { return value() == u"56,9 %"; }));
        QVERIFY(driver.window().pages().current() == Step::Compare);
        QCOMPARE(driver.page()->accessibleName(), panels::stepName(Step::Compare));
        QVERIFY(panels::stepName(Step::Images) == u"Bilder");
        QCOMPARE(driver.find<QPushButton>("rail-images")->accessibleName().section(u':', 0, 0),
                 QStringLiteral("Bilder"));
        QCOMPARE(gui::chosenLanguage(), QStringLiteral("de"));
        QVERIFY(driver.window().context().session.isOpen());
        // Every page is there as before.
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
        }
        auto* french = driver.find<QAction>("language-fr");
        QVERIFY(french != nullptr);
        QCOMPARE(french->text(), QStringLiteral("Français"));
        french->trigger();
        QVERIFY(test::patiently([&] { return driver.page()->accessibleName() == u"Comparer"; }));
        QCOMPARE(QLocale().toString(1234567), QStringLiteral("1\u202f234\u202f567"));
        QVERIFY(test::patiently([&] { return value() == u"56,9\u00a0%"; }));
        driver.window().showStep(Step::Weights);
        QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
        QStringList shown;
        for (const QLabel* label : driver.page()->findChildren<QLabel*>())
            shown << label->text();
        const QString all = shown.join(u'\n');
        QVERIFY2(all.contains(u"702\u202f096 paramètres"), qPrintable(all));
        QVERIFY2(all.contains(u"2,7 Mio"), qPrintable(all));
        driver.window().showStep(Step::Compare);
        driver.find<QAction>("language-en")->trigger();
        QVERIFY(test::patiently([&] { return value() == u"56.9 %"; }));
    }

    void oneAndManyAreSaidAsSuch()
    {
        const auto steps = [](int count) {
            return QCoreApplication::translate("rekindle::panels::PretrainForm", "%n step(s)",
                                               nullptr, count);
        };
        const auto images = [](int count) {
            return QCoreApplication::translate("rekindle::panels::PretrainForm", "%n image(s)",
                                               nullptr, count);
        };
        QCOMPARE(steps(1), QStringLiteral("1 step"));
        QCOMPARE(steps(2), QStringLiteral("2 steps"));
        gui::applyLanguage(QStringLiteral("de"));
        QCOMPARE(steps(1), QStringLiteral("1 Schritt"));
        QCOMPARE(steps(2), QStringLiteral("2 Schritte"));
        gui::applyLanguage(QStringLiteral("fr"));
        QCOMPARE(images(0), QStringLiteral("0 image"));
        QCOMPARE(images(1), QStringLiteral("1 image"));
        QCOMPARE(images(2), QStringLiteral("2 images"));
    }

    /// As in Arabic or Hebrew: the rail stands at the right, and what follows left of it.
    void rightToLeftIsMirrored()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        test::WindowDriver driver;
        const auto place = [&](const QWidget* widget) {
            return widget->mapTo(&driver.window(), QPoint(widget->width() / 2, 0)).x();
        };
        const int middle = driver.window().width() / 2;
        QVERIFY(place(driver.find<QPushButton>("rail-images")) > middle);
        if (const auto example = bridge::finishedExample()) {
            driver.window().controller().openFolder(*example, Step::Compare);
            QVERIFY(test::patiently([&] {
                return driver.window().context().session.isOpen() && !driver.window().loading();
            }));
            QTest::qWait(50);
            QVERIFY(place(driver.find<QWidget>("verdict-p1x")) >
                    place(driver.find<QWidget>("verdict-p2x")));
            QVERIFY(place(driver.page()->mainButton()) < middle);
        }
    }

    /// Qt takes its own out of the command line; what is neither its nor ours is no file.
    void optionsOfQtAreTaken()
    {
        const auto read = [](const QStringList& words) {
            return gui::readArguments(QStringList(QStringLiteral("rekindle")) + words);
        };
        const auto mirrored = read({QStringLiteral("-reverse"), QStringLiteral("study")});
        QVERIFY(mirrored && mirrored->path == "study");
        const auto styled = read({QStringLiteral("-style"), QStringLiteral("fusion"),
                                  QStringLiteral("--platform"), QStringLiteral("offscreen"),
                                  QStringLiteral("study"), QStringLiteral("-stylesheet=a.qss")});
        QVERIFY(styled && styled->path == "study");
        QVERIFY(!read({QStringLiteral("-nonsense")}));
        QVERIFY(!read({QStringLiteral("--nonsense"), QStringLiteral("x")}));
    }
};

QTEST_MAIN(TestWindowLanguage)
#include "tst_window_language.moc"

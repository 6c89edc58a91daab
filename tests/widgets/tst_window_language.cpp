#include "tests/widgets/shipped_result.h"
#include "tests/widgets/window_driver.h"

#include "app/gui/arguments.h"
#include "app/gui/language.h"
#include "core/dataset/folder_scan.h"
#include "core/study/study.h"
#include "tests/support/result_macros.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/panels/page_list.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenuBar>
#include <QSpinBox>

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
        const QString shown =
            test::ShippedResult::text(test::shippedResult().p2x) + QStringLiteral(" %");
        QVERIFY2(shown.size() == 6, qPrintable(shown));
        test::WindowDriver driver;
        driver.window().controller().openFolder(*example, Step::Compare);
        const auto value = [&] {
            const auto* label = driver.find<QLabel>("verdict-p2x-value");
            return label != nullptr ? label->text() : QString();
        };
        QVERIFY(test::patiently([&] { return value() == shown; }));
        auto* german = driver.find<QAction>("language-de");
        QVERIFY(german != nullptr);
        german->trigger();
        QVERIFY(test::patiently([&] { return value() == QString(shown).replace(u'.', u','); }));
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
        QVERIFY(test::patiently([&] {
            return value() == QString(shown).replace(u'.', u',').replace(u' ', QChar(0x00a0));
        }));
        driver.window().showStep(Step::Weights);
        QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
        QStringList texts;
        for (const QLabel* label : driver.page()->findChildren<QLabel*>())
            texts << label->text();
        const QString all = texts.join(u'\n');
        QVERIFY2(all.contains(u"702\u202f096 paramètres"), qPrintable(all));
        QVERIFY2(all.contains(u"2,7 Mio"), qPrintable(all));
        driver.window().showStep(Step::Compare);
        driver.find<QAction>("language-en")->trigger();
        QVERIFY(test::patiently([&] { return value() == shown; }));
    }

    /// Pages are made anew in the other language; what was typed and not saved is there again.
    void whatWasTypedSurvives()
    {
        const auto study = m_home / "typed";
        RK_VERIFY_OK(study::createStudy(study, "T"));
        RK_UNWRAP(auto opened, study::openStudy(study));
        RK_VERIFY_OK(study::addWeights(opened, REKINDLE_TEST_DATA "/model/basic.safetensors", ""));
        test::makeImages(m_home / "typed-images", 4);
        RK_UNWRAP(const auto manifest, dataset::scanFolder(m_home / "typed-images", {}, {}));
        RK_VERIFY_OK(study::setImages(opened, manifest));
        test::WindowDriver driver;
        driver.window().controller().openFolder(study, Step::Pretrain);
        QVERIFY(test::patiently([&] {
            return driver.window().context().session.isOpen() && !driver.window().loading();
        }));
        driver.window().showStep(Step::Pretrain);
        const auto spin = [&](const char* name) { return driver.find<QSpinBox>(name); };
        auto* method = driver.find<QComboBox>("pretrain-method");
        method->setCurrentIndex(method->findData(QStringLiteral("byol")));
        Q_EMIT method->activated(method->currentIndex());
        spin("pretrain-epochs")->setValue(7);
        spin("pretrain-pairs")->setValue(5);
        driver.find<QLineEdit>("pretrain-snapshots")->setText(QStringLiteral("2, x"));
        driver.window().showStep(Step::Weights);
        driver.find<QLineEdit>("weights-path")->setText(QStringLiteral("/not/yet"));
        driver.window().showStep(Step::Repair);
        QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
        driver.find<QDoubleSpinBox>("repair-below")->setValue(0.25);
        driver.find<QAction>("language-de")->trigger();
        QVERIFY(test::patiently(
            [&] { return driver.page()->accessibleName() == QStringLiteral("Reparieren"); }));
        QCOMPARE(driver.find<QDoubleSpinBox>("repair-below")->value(), 0.25);
        QCOMPARE(driver.find<QLineEdit>("weights-path")->text(), QStringLiteral("/not/yet"));
        QCOMPARE(driver.find<QComboBox>("pretrain-method")->currentData().toString(),
                 QStringLiteral("byol"));
        QCOMPARE(spin("pretrain-epochs")->value(), 7);
        QCOMPARE(spin("pretrain-pairs")->value(), 5);
        QCOMPARE(driver.find<QLineEdit>("pretrain-snapshots")->text(), QStringLiteral("2, x"));
    }

    /// A page that was not in front before the change is no draft: it is filled from the study.
    void pagesThatWereNotSeenAreFilledFromTheStudy()
    {
        const auto example = bridge::finishedExample();
        QVERIFY(example.has_value());
        test::WindowDriver driver;
        driver.window().controller().openFolder(*example, Step::Compare);
        QVERIFY(test::patiently([&] {
            return driver.window().context().session.isOpen() && !driver.window().loading();
        }));
        driver.find<QAction>("language-de")->trigger();
        QVERIFY(test::patiently(
            [&] { return driver.page()->accessibleName() == QStringLiteral("Vergleichen"); }));
        driver.window().showStep(Step::Images);
        QVERIFY(!driver.find<QLineEdit>("images-path")->text().isEmpty());
        driver.window().showStep(Step::Repair);
        QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
        auto* proof = driver.find<QLabel>("repair-proof");
        QVERIFY(test::patiently([&] { return proof->isVisible() && !proof->text().isEmpty(); }));
        QVERIFY2(proof->text().startsWith(u"Gleiche Antworten"), qPrintable(proof->text()));
        QVERIFY2(driver.find<QDoubleSpinBox>("repair-below")->text().contains(u','),
                 qPrintable(driver.find<QDoubleSpinBox>("repair-below")->text()));
        driver.window().showStep(Step::Pretrain);
        QVERIFY(driver.find<QPushButton>("new-pair")->isVisible());
        const auto& runs = driver.window().context().runs.views();
        for (const bridge::RunView& run : runs)
            QVERIFY2(run.label.find("No second stage") == std::string::npos, run.label.c_str());
    }

    void oneAndManyAreSaidAsSuch()
    {
        const auto steps = [](int count) {
            return QCoreApplication::translate("rekindle::panels::PretrainForm", "%Ln step(s)",
                                               nullptr, count);
        };
        const auto images = [](int count) {
            return QCoreApplication::translate("rekindle::panels::PretrainForm", "%Ln image(s)",
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

#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "tests/support/result_macros.h"
#include "widgets/panels/pass_list.h"
#include "widgets/panels/pretrain_form.h"
#include "widgets/panels/score_form.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

namespace {

void choose(QComboBox* box, const QString& data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

void enter(QLineEdit* field, const QString& text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

QString allText(const QWidget& widget)
{
    QStringList said;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            said << label->text();
    }
    return said.join(u'\n');
}

} // namespace

/// Forms: what is no value is refused where it stands, what has no say is off, a preset that was
/// changed is called so, and the settings of a run that was started are a record.
class TestWindowForms : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("REKINDLE_TRANSLATIONS", REKINDLE_GUI_BUILD_DIR); // one and many
        test::useOwnHome(m_home);
        qputenv("REKINDLE_CLI", "/bin/true");
    }

    void whatIsNoListOfPassesIsRefusedAtItsField()
    {
        panels::PretrainForm form;
        form.show();
        auto* passes = form.findChild<QLineEdit*>(QStringLiteral("pretrain-snapshots"));
        QVERIFY(form.pretrain());
        for (const char* wrong : {"abc, -3", "last?", "10, 2.5"}) {
            enter(passes, QLatin1String(wrong));
            QCOMPARE(passes->text(), QLatin1String(wrong));
            QVERIFY(passes->property("wrong").toBool());
            QVERIFY2(allText(form).contains(u"This takes whole numbers from"),
                     qPrintable(allText(form)));
            QCOMPARE(passes->accessibleDescription().left(10), QStringLiteral("This takes"));
            RK_VERIFY_FAILS(ErrorKind::Usage, form.pretrain());
        }
        enter(passes, QStringLiteral("10; 5 20"));
        QVERIFY(!passes->property("wrong").toBool());
        QVERIFY(!allText(form).contains(u"This takes"));
        RK_UNWRAP(const auto settings, form.pretrain());
        QCOMPARE(settings.snapshots, (std::vector<std::int64_t>{5, 10, 20}));
        // An empty list keeps the last pass alone.
        passes->selectAll();
        QTest::keyClick(passes, Qt::Key_Delete);
        QTest::keyClick(passes, Qt::Key_Return);
        RK_UNWRAP(const auto alone, form.pretrain());
        QVERIFY(alone.snapshots.empty());
    }

    void passesBeyondTheEndAreRefusedAtTheirField()
    {
        panels::PretrainForm form;
        form.show();
        auto* passes = form.findChild<QLineEdit*>(QStringLiteral("pretrain-snapshots"));
        auto* length = form.findChild<QSpinBox*>(QStringLiteral("pretrain-epochs"));
        // Those of a preset follow the length,
        QCOMPARE(passes->text(), QStringLiteral("25, 50, 100"));
        length->setValue(60);
        QCOMPARE(passes->text(), QStringLiteral("25, 50"));
        length->setValue(100);
        QCOMPARE(passes->text(), QStringLiteral("25, 50, 100"));
        // and those that somebody has chosen do not.
        enter(passes, QStringLiteral("30, 60"));
        length->setValue(40);
        QCOMPARE(passes->text(), QStringLiteral("30, 60"));
        QVERIFY(passes->property("wrong").toBool());
        QVERIFY2(allText(form).contains(u"so nothing can be kept at 60"),
                 qPrintable(allText(form)));
        RK_VERIFY_FAILS(ErrorKind::Usage, form.pretrain());
        length->setValue(60);
        QVERIFY(!passes->property("wrong").toBool());
        QVERIFY(form.pretrain());
    }

    void aListIsReadWholeOrNotAtAll()
    {
        QCOMPARE(panels::passesFromText(QStringLiteral("20, 5;10 5")),
                 (std::optional<std::vector<std::int64_t>>({5, 10, 20})));
        QVERIFY(panels::passesFromText(QString())->empty());
        for (const char* wrong : {"last?", "-3", "5, x", "1.5"})
            QVERIFY2(!panels::passesFromText(QLatin1String(wrong)), wrong);
    }

    void aPresetThatWasChangedIsCalledSo()
    {
        panels::PretrainForm form;
        auto* preset = form.findChild<QComboBox*>(QStringLiteral("pretrain-preset"));
        const QString before = preset->currentText();
        auto* batch = form.findChild<QSpinBox*>(QStringLiteral("pretrain-batch"));
        const int usual = batch->value();
        batch->setValue(usual + 1);
        QCOMPARE(preset->currentText(), before + QStringLiteral(", changed"));
        batch->setValue(usual);
        QCOMPARE(preset->currentText(), before);
        // Another seed is no other recipe.
        enter(form.findChild<QLineEdit*>(QStringLiteral("pretrain-seed")), QStringLiteral("7"));
        QCOMPARE(preset->currentText(), before);
    }

    void whatHasNoSayIsOff()
    {
        panels::ScoreForm form(QStringLiteral("score"), {});
        auto* repeats = form.findChild<QWidget*>(QStringLiteral("score-repeats"));
        auto* share = form.findChild<QComboBox*>(QStringLiteral("score-share"));
        QVERIFY(repeats->isEnabled());
        choose(form.findChild<QComboBox*>(QStringLiteral("score-protocol")), QStringLiteral("knn"));
        repeats = form.findChild<QWidget*>(QStringLiteral("score-repeats"));
        share->setCurrentIndex(share->findData(1.0));
        QVERIFY(!repeats->isEnabled());
        QVERIFY(repeats->toolTip().contains(u"one repeat"));
        share->setCurrentIndex(share->findData(0.1));
        QVERIFY(repeats->isEnabled());

        panels::PretrainForm pretrain;
        const auto head = [&] {
            return pretrain.findChild<QWidget*>(QStringLiteral("pretrain-head"));
        };
        QVERIFY(!head()->isEnabled());
        choose(pretrain.findChild<QComboBox*>(QStringLiteral("pretrain-method")),
               QStringLiteral("byol"));
        QVERIFY(head()->isEnabled());
    }

    /// Scrolling a form passes over its fields.
    void theWheelChangesNoFieldThatHasNotTheKeyboard()
    {
        test::WindowDriver driver;
        driver.window().showStep(Step::Repair);
        auto* below = driver.find<QDoubleSpinBox>("repair-below");
        auto* box = driver.find<QComboBox>("repair-scale");
        QVERIFY(below != nullptr && box != nullptr && box->count() > 1);
        const auto turn = [](QWidget* field) {
            const QPointF inside(5, 5);
            QWheelEvent event(inside, field->mapToGlobal(inside), {}, {0, -120}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(field, &event);
        };
        box->setCurrentIndex(0);
        const double value = below->value();
        driver.window().setFocus();
        for (QWidget* field : std::initializer_list<QWidget*>{below, box}) {
            field->ensurePolished();
            QVERIFY(field->focusPolicy() == Qt::StrongFocus);
            turn(field);
        }
        QCOMPARE(below->value(), value);
        QCOMPARE(box->currentIndex(), 0);
    }

    /// The tip names what is usual as the field and the summary of a run name it.
    void whatIsUsualIsNamedAsTheFieldNamesIt()
    {
        panels::ScoreForm form(QStringLiteral("f"), {});
        const auto* passes = form.findChild<QSpinBox*>(QStringLiteral("f-epochs"));
        QVERIFY(passes != nullptr);
        QVERIFY2(passes->toolTip().contains(QStringLiteral("Usually ") + passes->text() + u'.'),
                 qPrintable(passes->toolTip() + passes->text()));
    }

    void theScorePageRefusesWhatIsNoPass()
    {
        const fs::path folder = m_home / "score";
        RK_UNWRAP(auto study, study::createStudy(folder, "S"));
        run::PretrainSettings settings;
        settings.images = m_home / "images";
        RK_VERIFY_OK(run::RunFolder::create(folder / "runs" / "single", settings, folder));
        RK_VERIFY_OK(study::changeStudy(study, [](study::Study& fresh) -> Result<void> {
            fresh.queue = {"runs/single"};
            return {};
        }));
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Score);
        QVERIFY(
            test::patiently([&] { return driver.window().context().runs.views().size() == 1; }));
        auto* field = driver.find<QLineEdit>("rescore-at");
        QVERIFY(test::patiently([&] { return field->isVisible(); }));
        QVERIFY(driver.type("rescore-at", QStringLiteral("last?")));
        QVERIFY(field->property("wrong").toBool());
        QVERIFY(allText(*driver.page()).contains(u"This takes whole numbers from 0"));
        QVERIFY(driver.click("main-score"));
        QTest::qWait(200);
        QVERIFY(!fs::exists(folder / "runs" / "single" / "scores"));
        QVERIFY(driver.type("rescore-at", QStringLiteral("0")));
        QVERIFY(!field->property("wrong").toBool());
    }

    void aStartedPairShowsItsOwnSettingsAndTheFormIsForTheNext()
    {
        const fs::path folder = m_home / "pairs";
        RK_UNWRAP(auto study, study::createStudy(folder, "P"));
        std::vector<std::string> queue;
        for (const run::Arm arm : {run::Arm::P1x, run::Arm::P2x}) {
            run::PretrainSettings settings;
            settings.images = m_home / "images";
            settings.pair = "pair-1";
            settings.arm = arm;
            settings.epochs = 37;
            settings.batch = 48;
            settings.seed = 5;
            if (arm == run::Arm::P2x)
                settings.init = (m_home / "natural.safetensors").string();
            const std::string name = arm == run::Arm::P1x ? "pair-1-p1x" : "pair-1-p2x";
            RK_VERIFY_OK(run::RunFolder::create(folder / "runs" / name, settings, folder));
            queue.push_back("runs/" + name);
        }
        RK_VERIFY_OK(study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
            fresh.queue = queue;
            return {};
        }));
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Pretrain);
        auto* again = driver.find<QPushButton>("new-pair");
        QVERIFY(test::patiently([&] { return again->isVisible(); }));
        auto* length = driver.find<QSpinBox>("pretrain-epochs");
        QVERIFY(!length->isVisible());
        QVERIFY(!driver.page()->mainButton()->isVisible());
        QTest::qWait(50);
        const QString said = allText(*driver.page());
        for (const char* part : {"Settings of Pair 1", "37 passes", "48 images", "natural"})
            QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
        QVERIFY(driver.click("new-pair"));
        length = driver.find<QSpinBox>("pretrain-epochs");
        QVERIFY(length->isVisible());
        QVERIFY(driver.page()->mainButton()->isVisible());
        QCOMPARE(length->value(), 37);
        QCOMPARE(driver.find<QSpinBox>("pretrain-batch")->value(), 48);
        QCOMPARE(driver.find<QLineEdit>("pretrain-seed")->text(), QStringLiteral("6"));
        QCOMPARE(driver.find<QSpinBox>("pretrain-pairs")->value(), 1);
    }
};

QTEST_MAIN(TestWindowForms)
#include "tst_window_forms.moc"

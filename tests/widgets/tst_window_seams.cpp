#include "app/gui/arguments.h"
#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "core/specs/spec.h"
#include "tests/support/result_macros.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/page_list.h"
#include "widgets/panels/pretrain_form.h"
#include "widgets/panels/score_form.h"
#include "widgets/panels/setting_editor.h"
#include "widgets/panels/warning_strip.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

#include <fstream>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

namespace {

/// A page that nothing else knows of.
class ToyPage : public panels::Page
{
public:
    explicit ToyPage(panels::Context context) : Page(context, Step("toy"), QStringLiteral("Plays."))
    {
        addMainButton(QStringLiteral("Play"));
    }
    [[nodiscard]] panels::Mark mark() const override { return panels::Mark::Needs; }
};

/// A method that has nothing in common with the one there is but what all methods have.
specs::MethodSpec toyMethod()
{
    specs::MethodSpec spec;
    spec.name = "toy";
    spec.title = "Toy";
    spec.own = {{.name = "prototypes",
                 .title = "Prototypes",
                 .rule = specs::wholeNumber(2, 100'000),
                 .byDefault = 3000,
                 .unit = "vectors",
                 .meaning = "How many directions images are assigned to"},
                {.name = "crops",
                 .title = "Crops",
                 .rule = specs::listOfNumbers(8, 1024),
                 .byDefault = {224, 96},
                 .meaning = "Sides of the views"},
                {.name = "queue",
                 .title = "Queue",
                 .rule = specs::oneOf({"none", "long"}),
                 .byDefault = "none",
                 .meaning = "Whether earlier batches count"}};
    spec.defaults = {{"batch", 256}};
    return spec;
}

specs::ProtocolSpec toyProtocol()
{
    specs::ProtocolSpec spec;
    spec.name = "probe";
    spec.title = "Probe";
    spec.own = {{.name = "penalty",
                 .title = "Penalty",
                 .rule = specs::realNumber(0, 10),
                 .byDefault = 0.25,
                 .meaning = "L2 on the layer"}};
    return spec;
}

void choose(QComboBox* box, const char* data)
{
    box->setCurrentIndex(box->findData(QString::fromLatin1(data)));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

/// What is added in one line is there: a page in the window, a method's settings in its form. And
/// what a run, a file or an image warns of can be read on the page it concerns.
class TestWindowSeams : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

    static bool opened(test::WindowDriver& driver, const fs::path& folder)
    {
        driver.window().controller().openFolder(folder);
        return test::patiently(
            [&] {
                return driver.window().context().session.isOpen() && !driver.window().loading();
            },
            20000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("REKINDLE_TRANSLATIONS", REKINDLE_GUI_BUILD_DIR); // one and many
        test::useOwnHome(m_home);
        panels::pageList().push_back(
            {Step("toy"), "Toy", QStringLiteral("sample"),
             [](panels::Context context) -> panels::Page* { return new ToyPage(context); }});
        specs::methods().add(toyMethod());
        specs::protocols().add(toyProtocol());
    }

    void aPageIsOneLine()
    {
        test::WindowDriver driver;
        auto* entry = driver.find<QPushButton>("rail-toy");
        QVERIFY(entry != nullptr && entry->isVisible());
        QCOMPARE(entry->accessibleName(), QStringLiteral("Toy"));
        QVERIFY(driver.click("rail-toy"));
        QVERIFY(driver.window().pages().current() == Step("toy"));
        QVERIFY(driver.find<QPushButton>("main-toy")->isVisible());
        driver.window().showStep(Step::Study);
        driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_9));
        QVERIFY(driver.window().pages().current() == Step("toy"));
        QVERIFY(entry->toolTip().contains(u"Ctrl+9"));
        const QString usage = QString::fromStdString(gui::usage());
        QVERIFY2(usage.contains(u"study, images,") && usage.contains(u"compare, toy"),
                 qPrintable(usage));
        QVERIFY(
            gui::readArguments({QStringLiteral("rekindle"), QStringLiteral("--open-page=toy")}));
    }

    void aMethodBringsItsOwnFields()
    {
        panels::PretrainForm form;
        form.show();
        auto* method = form.findChild<QComboBox*>(QStringLiteral("pretrain-method"));
        QVERIFY(method != nullptr && method->isVisible());
        QVERIFY(form.findChild<QWidget*>(QStringLiteral("pretrain-temperature")) != nullptr);
        QVERIFY(form.findChild<QWidget*>(QStringLiteral("pretrain-prototypes")) == nullptr);
        auto* passes = form.findChild<QSpinBox*>(QStringLiteral("pretrain-epochs"));
        QCOMPARE(passes->value(), 100);
        passes->setValue(17);
        choose(method, "toy");
        QVERIFY(form.findChild<QWidget*>(QStringLiteral("pretrain-temperature")) == nullptr);
        auto* field = form.findChild<QSpinBox*>(QStringLiteral("pretrain-prototypes"));
        QVERIFY(field != nullptr);
        QCOMPARE(field->value(), 3000);
        QCOMPARE(field->minimum(), 2);
        QCOMPARE(field->maximum(), 100'000);
        QVERIFY(field->suffix().contains(u"vectors"));
        QVERIFY(field->toolTip().contains(u"How many directions images are assigned to"));
        QVERIFY(field->toolTip().contains(u"from 2 to 100000"));
        QCOMPARE(field->accessibleName(), QStringLiteral("Prototypes"));
        QCOMPARE(field->accessibleDescription(), field->toolTip());
        field->setValue(500);
        auto* crops = form.findChild<QLineEdit*>(QStringLiteral("pretrain-crops"));
        QCOMPARE(crops->text(), QStringLiteral("224, 96"));
        crops->setText(QStringLiteral("160; 64 32"));
        Q_EMIT crops->editingFinished();
        auto* queue = form.findChild<QComboBox*>(QStringLiteral("pretrain-queue"));
        queue->setCurrentIndex(queue->findData(QStringLiteral("long")));

        RK_UNWRAP(const auto settings, form.pretrain());
        QCOMPARE(settings.method, std::string("toy"));
        QCOMPARE(settings.epochs, std::int64_t{17});
        QVERIFY(settings.own.at("prototypes") == Json(500));
        QVERIFY(settings.own.at("crops") == Json({160, 64, 32}));
        QVERIFY(settings.own.at("queue") == Json("long"));
        // What cannot be is not taken, and stays to be put right.
        for (const char* wrong : {"160, a", "4"}) {
            crops->setText(QLatin1String(wrong));
            Q_EMIT crops->editingFinished();
            QCOMPARE(crops->text(), QLatin1String(wrong));
            QVERIFY(crops->property("wrong").toBool());
            RK_VERIFY_FAILS(ErrorKind::Usage, form.pretrain());
        }
    }

    void aProtocolBringsItsOwnFields()
    {
        panels::ScoreForm form(QStringLiteral("score"), {});
        choose(form.findChild<QComboBox*>(QStringLiteral("score-protocol")), "probe");
        QVERIFY(form.findChild<QWidget*>(QStringLiteral("score-epochs")) == nullptr);
        auto* penalty = form.findChild<QDoubleSpinBox*>(QStringLiteral("score-penalty"));
        QVERIFY(penalty != nullptr);
        QCOMPARE(penalty->value(), 0.25);
        penalty->setValue(1.5);
        RK_UNWRAP(const auto settings, form.settings());
        QCOMPARE(settings.protocol, std::string("probe"));
        QVERIFY(settings.own.at("penalty") == Json(1.5));
        QVERIFY(!settings.own.contains("epochs"));
    }

    void aPlanComesBackAsItWasSet()
    {
        panels::PretrainForm form;
        run::PretrainSettings plan;
        plan.lr = 0.123456789012345678;
        plan.seed = 18'446'744'073'709'551'615u;
        plan.imagesPerEpoch = 100'000'000'000;
        plan.snapshots = {3, 50};
        plan.own["temperature"] = 0.07;
        run::ScoreSettings score;
        score.fraction = 0.25;
        score.own["batch"] = 16;
        form.setPlan(plan, score, 1);
        RK_UNWRAP(const auto settings, form.pretrain());
        QCOMPARE(settings.lr, plan.lr);
        QCOMPARE(settings.seed, plan.seed);
        QCOMPARE(settings.imagesPerEpoch, plan.imagesPerEpoch);
        QCOMPARE(settings.snapshots, plan.snapshots);
        QVERIFY(settings.own.at("temperature") == Json(0.07));
        RK_UNWRAP(const auto scored, form.score());
        QCOMPARE(scored.fraction, 0.25);
        QVERIFY(scored.own.at("batch") == Json(16));
    }

    void manyWarningsAreCountedAndNoneIsHidden()
    {
        panels::WarningStrip strip;
        QVERIFY(!strip.isVisibleTo(nullptr));
        Warnings warnings;
        warnings.add({"gone", "An image is gone", "a.png", 12});
        const QStringList lines = bridge::warningLines(warnings, QStringLiteral("P1X"));
        QCOMPARE(lines, QStringList{QStringLiteral("P1X: An image is gone: a.png (12 times).")});
        QStringList many;
        for (int i = 0; i < 30; ++i)
            many << QString::number(i);
        strip.setLines(many);
        const QString text = strip.findChild<QLabel*>()->text();
        QVERIFY2(text.contains(u"25 more"), qPrintable(text));
        QVERIFY(strip.accessibleDescription().contains(u"29"));
        QVERIFY(strip.toolTip().contains(u"29"));
        strip.setLines({});
        QVERIFY(strip.isHidden());
    }

    void imagesWarnOfCopiesOnBothSides()
    {
        test::makeImages(m_home / "images", 4);
        fs::copy_file(m_home / "images/train/across/0.png", m_home / "images/test/along/copy.png");
        const fs::path folder = m_home / "study-images";
        RK_UNWRAP(const auto study, study::createStudy(folder, "I"));
        test::WindowDriver driver;
        QVERIFY(opened(driver, folder));
        driver.window().showStep(Step::Images);
        driver.window().pages().readImages(m_home / "images");
        QVERIFY(test::patiently([&] { return !driver.warnings().isEmpty(); }, 20000));
        QVERIFY2(driver.warnings().contains(u"cop"), qPrintable(driver.warnings()));
    }

    void aRunsWarningsAreInTheQueueAndOnItsPage()
    {
        const fs::path folder = m_home / "study-runs";
        RK_UNWRAP(auto study, study::createStudy(folder, "R"));
        run::PretrainSettings settings;
        settings.images = m_home / "images";
        settings.pair = "pair-1";
        settings.arm = run::Arm::P1x;
        RK_UNWRAP(const auto run,
                  run::RunFolder::create(folder / "runs" / "pair-1-p1x", settings, folder));
        run::Status status;
        status.warnings.add({"image_set_aside", "An image can no longer be read", "b.png", 3});
        RK_VERIFY_OK(run.writeStatus(status));
        RK_VERIFY_OK(study::changeStudy(study, [](study::Study& fresh) -> Result<void> {
            fresh.queue = {"runs/pair-1-p1x"};
            return {};
        }));
        test::WindowDriver driver;
        QVERIFY(opened(driver, folder));
        driver.window().showStep(Step::Pretrain);
        QVERIFY(test::patiently([&] { return !driver.warnings().isEmpty(); }, 20000));
        QVERIFY2(driver.warnings().contains(u"An image can no longer be read: b.png (3 times)"),
                 qPrintable(driver.warnings()));
        models::RunModel model;
        model.setRuns(driver.window().context().runs.views());
        const QString state = model.index(0, models::RunModel::State).data().toString();
        QVERIFY2(state.contains(u"3 warning"), qPrintable(state));
    }

    void weightsWarnOnEveryPageThatShowsThem()
    {
        test::WindowDriver driver;
        const fs::path folder = m_home / "study-weights";
        RK_UNWRAP(const auto study, study::createStudy(folder, "W"));
        QVERIFY(opened(driver, folder));
        driver.window().showStep(Step::Weights);
        driver.window().pages().addWeights(REKINDLE_TEST_DATA "/model/basic.safetensors");
        QVERIFY(test::patiently(
            [&] { return !driver.window().context().session.study().weights.empty(); }, 20000));
        const auto& entry = driver.window().context().session.study().weights.front();
        bridge::WeightsStore::Facts facts;
        QVERIFY(test::patiently(
            [&] {
                facts = driver.window().context().weights.facts(
                    driver.window().context().session.study(), entry);
                return facts != nullptr;
            },
            20000));
        const QStringList expected = bridge::warningLines(facts->warnings);
        for (const Step step : {Step::Weights, Step::Inspect, Step::Repair}) {
            driver.window().showStep(step);
            QTest::qWait(50);
            for (const QString& line : expected)
                QVERIFY2(driver.warnings().contains(line),
                         qPrintable(step.id() + driver.warnings()));
            QCOMPARE(driver.warnings().isEmpty(), expected.isEmpty());
        }
        qInfo("the file warns of %d things", static_cast<int>(expected.size()));
    }
};

QTEST_MAIN(TestWindowSeams)
#include "tst_window_seams.moc"

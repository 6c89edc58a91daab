#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "core/storage/file_lock.h"
#include "tests/support/result_macros.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/bridge/run_log.h"
#include "widgets/models/queue_outlook.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/page_list.h"
#include "widgets/panels/rail.h"

#include <QComboBox>
#include <QDateTime>
#include <QInputDialog>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTableView>

#include <fstream>

using namespace rekindle;
using panels::Mark;
using panels::Step;
using run::State;
namespace fs = std::filesystem;

namespace {

bridge::RunView pretraining(State state, double eta = -1, std::int64_t step = 0)
{
    bridge::RunView run;
    run.label = "pair-1 · P1X";
    run::PretrainSettings settings;
    settings.epochs = 10;
    run.settings = settings;
    run.status.state = state;
    run.status.steps = step > 0 || eta >= 0 ? 100 : 0;
    run.status.step = step;
    run.status.etaSeconds = eta;
    return run;
}

bridge::RunView score(State state)
{
    bridge::RunView run;
    run.isScore = true;
    run::ScoreSettings settings;
    settings.targets.resize(2);
    run.settings = settings;
    run.status.state = state;
    return run;
}

} // namespace

/// Runs as a user handles them: one queue, one set of controls, nothing done by accident, the
/// reason of a failure with what to do about it, and what becomes of runs when the window closes.
class TestWindowRuns : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    fs::path m_study;
    std::vector<run::RunFolder> m_runs; ///< pair-1: P1X, P2X; pair-2: P1X

    void addRun(const char* name, const char* pair, run::Arm arm, std::uint64_t seed)
    {
        run::PretrainSettings settings;
        settings.images = m_home / "images";
        settings.pair = pair;
        settings.arm = arm;
        settings.epochs = 40;
        settings.seed = seed;
        if (arm == run::Arm::P2x)
            settings.init = (m_home / "start.safetensors").string();
        auto folder = run::RunFolder::create(m_study / "runs" / name, settings, m_study);
        RK_VERIFY_OK(folder);
        m_runs.push_back(*folder);
    }

    static void setState(const run::RunFolder& run, State state)
    {
        run::Status status;
        status.state = state;
        status.epoch = 12;
        status.epochs = 40;
        status.step = 120;
        status.steps = 400;
        status.etaSeconds = 600;
        status.rate = 100;
        RK_VERIFY_OK(run.writeStatus(status));
    }

    static State stateOf(const run::RunFolder& run)
    {
        const auto status = run.status();
        return status ? status->state : State::Failed;
    }

    static bool asked(const run::RunFolder& run, const char* what)
    {
        std::ifstream file(run.path() / "request.json");
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        return text.find(what) != std::string::npos;
    }

    bool opened(test::WindowDriver& driver, Step step = Step::Study) const
    {
        driver.window().controller().openFolder(m_study, step);
        return test::patiently(
            [&] {
                return driver.window().context().session.isOpen() &&
                       driver.window().context().runs.views().size() == m_runs.size() &&
                       !driver.window().loading();
            },
            20000);
    }

    static bool select(test::WindowDriver& driver, int row)
    {
        auto* table = driver.find<QTableView>("queue-table");
        if (!table->isVisible() && !driver.click("queue-toggle"))
            return false;
        const QRect cell = table->visualRect(table->model()->index(row, 0));
        table->scrollTo(table->model()->index(row, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cell.center());
        return table->selectionModel()->isRowSelected(row);
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        qputenv("REKINDLE_CLI", "/bin/true");
    }

    void init()
    {
        static int number = 0;
        m_study = m_home / ("runs" + std::to_string(++number));
        m_runs.clear();
        RK_VERIFY_OK(study::createStudy(m_study, "R"));
        addRun("pair-1-p1x", "pair-1", run::Arm::P1x, 0);
        addRun("pair-1-p2x", "pair-1", run::Arm::P2x, 0);
        addRun("pair-2-p1x", "pair-2", run::Arm::P1x, 1);
        RK_UNWRAP(auto study, study::openStudy(m_study));
        RK_VERIFY_OK(study::changeStudy(study, [](study::Study& fresh) -> Result<void> {
            fresh.queue = {"runs/pair-1-p1x", "runs/pair-1-p2x", "runs/pair-2-p1x"};
            return {};
        }));
    }

    /// The worker and who watched over it are both gone: what it last reckoned is no rate of now.
    void whatIsInterruptedHasNoRateAndNoEnd()
    {
        setState(m_runs[0], State::Running);
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Pretrain));
        QVERIFY(driver.click("queue-toggle"));
        const auto* model = driver.find<QTableView>("queue-table")->model();
        const auto cell = [&](int column) { return model->index(0, column).data().toString(); };
        QCOMPARE(cell(models::RunModel::State), QStringLiteral("interrupted"));
        QCOMPARE(cell(models::RunModel::Progress), QStringLiteral("30 %"));
        QCOMPARE(cell(models::RunModel::Rate), QString());
        QCOMPARE(cell(models::RunModel::Left), QString());
    }

    /// A name that a person gives a pair is shown wherever the pair is, and no folder is renamed.
    void aPairIsCalledAsItWasNamed()
    {
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Pretrain));
        QVERIFY(select(driver, 1));
        QVERIFY(driver.click("run-rename"));
        auto* dialog = driver.find<QInputDialog>("rename-dialog");
        QVERIFY(dialog != nullptr && dialog->labelText().contains(u"Pair 1"));
        dialog->setTextValue(QStringLiteral("Without blur"));
        dialog->accept();
        const auto* model = driver.find<QTableView>("queue-table")->model();
        QVERIFY(test::patiently([&] {
            return model->index(0, 0).data().toString() == u"Without blur · P1X" &&
                   model->index(1, 0).data().toString() == u"Without blur · P2X";
        }));
        QCOMPARE(model->index(2, 0).data().toString(), QStringLiteral("Pair 2 · P1X"));
        const auto pairs = driver.page()->findChildren<QComboBox*>();
        QVERIFY(std::any_of(pairs.begin(), pairs.end(), [](const QComboBox* box) {
            return box->findText(QStringLiteral("Without blur")) >= 0;
        }));
        QVERIFY(fs::exists(m_study / "runs/pair-1-p2x/job.json"));
        // Two of one name could not be told apart.
        QVERIFY(select(driver, 2));
        QVERIFY(driver.click("run-rename"));
        dialog = driver.find<QInputDialog>("rename-dialog");
        dialog->setTextValue(QStringLiteral("Without blur"));
        dialog->accept();
        QVERIFY(test::patiently([&] { return driver.message().contains(u"Choose another name"); }));
    }

    /// Its worker is this test.
    void controlsActOnTheRowAndOnTheQueue()
    {
        auto worker = m_runs[0].lock();
        RK_VERIFY_OK(worker);
        setState(m_runs[0], State::Running);
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Pretrain));
        QCOMPARE(driver.window().findChildren<QPushButton*>(QStringLiteral("run-pause")).size(), 1);
        QCOMPARE(driver.window().findChildren<QTableView*>(QStringLiteral("queue-table")).size(),
                 1);
        for (const QTableView* table : driver.page()->findChildren<QTableView*>())
            QVERIFY(qobject_cast<const models::RunModel*>(table->model()) == nullptr);
        // A row alone.
        QVERIFY(select(driver, 2));
        QVERIFY(driver.click("run-pause"));
        QVERIFY(test::patiently([&] { return stateOf(m_runs[2]) == State::Paused; }));
        QCOMPARE(stateOf(m_runs[1]), State::Queued);
        QVERIFY(!asked(m_runs[0], "pause"));
        // All of the queue.
        QVERIFY(driver.click("queue-pause"));
        QVERIFY(test::patiently([&] { return asked(m_runs[0], "pause"); }));
        QCOMPARE(stateOf(m_runs[1]), State::Paused);
        setState(m_runs[0], State::Paused);
        worker = fail(ErrorKind::Cancelled, "The worker is gone");
        auto* goOn = driver.find<QPushButton>("queue-go-on");
        QVERIFY(test::patiently([&] { return goOn->isEnabled(); }));
    }

    void goOnTakesUpWhatIsPausedAndLeavesTheRest()
    {
        setState(m_runs[0], State::Paused);
        setState(m_runs[1], State::Paused);
        setState(m_runs[2], State::Cancelled);
        test::WindowDriver driver;
        QVERIFY(opened(driver));
        QVERIFY(driver.click("queue-go-on"));
        QVERIFY(test::patiently([&] {
            return stateOf(m_runs[0]) == State::Queued && stateOf(m_runs[1]) == State::Queued;
        }));
        QCOMPARE(stateOf(m_runs[2]), State::Cancelled);
    }

    void finishingEarlyAsksAndKeepsRunningByDefault()
    {
        RK_UNWRAP(const auto worker, m_runs[0].lock());
        setState(m_runs[0], State::Running);
        test::WindowDriver driver;
        QVERIFY(opened(driver));
        QVERIFY(select(driver, 0));
        QVERIFY(driver.click("run-finish"));
        QPointer<QMessageBox> question = driver.find<QMessageBox>("finish-question");
        QVERIFY(question != nullptr && question->isVisible());
        QCOMPARE(question->defaultButton()->objectName(), QStringLiteral("finish-not"));
        QVERIFY(question->text().contains(u"Pair 1 · P1X"));
        QTest::keyClick(question, Qt::Key_Return);
        QVERIFY(test::patiently([&] { return question == nullptr; }));
        QTest::qWait(100);
        QVERIFY(!asked(m_runs[0], "finish"));
        driver.activate();
        QVERIFY(driver.click("run-finish"));
        QVERIFY(driver.click("finish-now"));
        QVERIFY(test::patiently([&] { return asked(m_runs[0], "finish"); }));
    }

    void noButtonTakesTheFocusFromOneThatWentOff()
    {
        setState(m_runs[0], State::Paused);
        test::WindowDriver driver;
        QVERIFY(opened(driver));
        QVERIFY(select(driver, 0));
        auto* resume = driver.find<QPushButton>("run-resume");
        resume->setFocus();
        QTest::keyClick(resume, Qt::Key_Space);
        QVERIFY(test::patiently([&] { return stateOf(m_runs[0]) == State::Queued; }));
        RK_UNWRAP(const auto worker, m_runs[0].lock());
        setState(m_runs[0], State::Running);
        QVERIFY(test::patiently([&] { return !resume->isEnabled(); }));
        QWidget* focus = driver.window().focusWidget();
        QVERIFY(focus != nullptr);
        QVERIFY2(qobject_cast<QPushButton*>(focus) == nullptr, qPrintable(focus->objectName()));
        QTest::keyClick(focus, Qt::Key_Space);
        QTest::qWait(50);
        QVERIFY(!asked(m_runs[0], "pause") && !asked(m_runs[0], "finish"));
    }

    void aFailureStandsOnThePageWithWhatToDo()
    {
        run::Status failed;
        failed.state = State::Failed;
        failed.error =
            Error{ErrorKind::Device, "The card was lost", "cuda:0", "Look at the cable."};
        RK_VERIFY_OK(m_runs[0].writeStatus(failed));
        std::ofstream(m_runs[0].logFile()) << "the last words of a worker\n";
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Pretrain));
        driver.window().showStep(Step::Pretrain);
        QTest::qWait(50);
        // The newest pair is shown; this one is the other.
        auto* pair = driver.page()->findChild<QComboBox*>();
        for (QComboBox* box : driver.page()->findChildren<QComboBox*>()) {
            if (box->findData(QStringLiteral("pair-1")) >= 0)
                pair = box;
        }
        pair->setCurrentIndex(pair->findData(QStringLiteral("pair-1")));
        Q_EMIT pair->activated(pair->currentIndex());
        auto* text = driver.page()->findChild<QLabel*>(QStringLiteral("failure-text"));
        QVERIFY(text != nullptr && text->isVisible());
        QVERIFY2(text->text().contains(u"The card was lost: cuda:0. Look at the cable."),
                 qPrintable(text->text()));
        auto* log = driver.page()->findChild<QPushButton*>(QStringLiteral("failure-log"));
        QTest::mouseClick(log, Qt::LeftButton);
        auto* words = driver.find<QPlainTextEdit>("log-text");
        QVERIFY(words != nullptr);
        QVERIFY(test::patiently(
            [&] { return words->toPlainText().contains(u"the last words of a worker"); }));
        QVERIFY(driver.click("log-close"));
        driver.activate();
        auto* goOn = driver.page()->findChild<QPushButton*>(QStringLiteral("failure-go-on"));
        QVERIFY(goOn->isVisible() && goOn->isEnabled());
        QTest::mouseClick(goOn, Qt::LeftButton);
        QVERIFY(test::patiently([&] { return stateOf(m_runs[0]) == State::Queued; }));
        QVERIFY(test::patiently([&] { return !text->isVisible(); }));
    }

    void aLogSaysWhereAKilledRunWentOn()
    {
        const std::string first = "12:00 info: Started by process 7, rekindle 1\n";
        const std::string second = "12:10 info: Started by process 8, rekindle 1\n"
                                   "12:10 info: Continuing after step 4200.\n";
        using bridge::WentOn;
        QCOMPARE(bridge::wentOnFrom(first + second), std::optional(WentOn{4200, -1}));
        const std::string lost = "12:10 info: Lost with the worker before: 40 s of work.\n";
        QCOMPARE(bridge::wentOnFrom(first + second + lost), std::optional(WentOn{4200, 40}));
        // Killed before anything was saved.
        const std::string anew = second.substr(0, second.find('\n') + 1);
        QCOMPARE(bridge::wentOnFrom(first + anew + lost), std::optional(WentOn{0, 40}));
        QCOMPARE(bridge::wentOnFrom(first + "12:05 info: Ended: paused\n" + second), std::nullopt);
        QCOMPARE(bridge::wentOnFrom(second), std::nullopt);
        QCOMPARE(bridge::wentOnFrom(first + first), std::nullopt);
    }

    /// Of several pairs the one that is worked on, until another is chosen by hand.
    void thePageShowsThePairThatIsWorkedOn()
    {
        RK_UNWRAP(const auto worker, m_runs[0].lock());
        run::Status status;
        status.state = State::Running;
        RK_VERIFY_OK(m_runs[0].writeStatus(status));
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Pretrain));
        auto* pair = driver.find<QComboBox>("pretrain-pair");
        const auto shown = [&](const char* name) {
            return test::patiently(
                [&] { return pair->currentData().toString() == QLatin1String(name); });
        };
        QVERIFY(shown("pair-1"));
        QVERIFY(driver.find<QPushButton>("new-pair")->isVisible());
        status.state = State::Done;
        RK_VERIFY_OK(m_runs[0].writeStatus(status));
        RK_UNWRAP(const auto second, m_runs[2].lock());
        status.state = State::Running;
        RK_VERIFY_OK(m_runs[2].writeStatus(status));
        QVERIFY(shown("pair-2"));
        pair->setCurrentIndex(0);
        Q_EMIT pair->activated(0);
        status.step = 7;
        RK_VERIFY_OK(m_runs[2].writeStatus(status));
        const auto& runs = driver.window().context().runs;
        QVERIFY(test::patiently([&] { return runs.views()[2].status.step == 7; }));
        QVERIFY(shown("pair-1"));
    }

    /// The foot of the window tells of any run that computes, and names a processor in words.
    void theFootOfTheWindowSaysWhatComputes()
    {
        test::WindowDriver driver;
        QVERIFY(opened(driver));
        const auto foot = [&](const QString& text) {
            return test::patiently([&] {
                const auto labels = driver.window().findChildren<QLabel*>();
                return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                    return label->accessibleName() == u"Device in use" && label->text() == text;
                });
            });
        };
        QVERIFY(foot(QStringLiteral("idle")));
        RK_UNWRAP(const auto first, m_runs[0].lock());
        RK_UNWRAP(const auto second, m_runs[1].lock());
        run::Status status;
        status.state = State::Running;
        RK_VERIFY_OK(m_runs[1].writeStatus(status));
        QVERIFY(foot(QStringLiteral("a worker is starting")));
        status.device = "cpu, 1 threads";
        RK_VERIFY_OK(m_runs[0].writeStatus(status));
        QVERIFY(foot(QStringLiteral("training on: processor")));
    }

    void aKilledRunThatWentOnSaysFromWhere()
    {
        RK_UNWRAP(const auto worker, m_runs[2].lock());
        run::Status status;
        status.state = State::Running;
        status.pid = 8;
        status.rate = 10;
        status.step = 4201;
        status.steps = 9000;
        RK_VERIFY_OK(m_runs[2].writeStatus(status));
        std::ofstream(m_runs[2].logFile()) << "Started by process 7, rekindle 1\n"
                                              "Started by process 8, rekindle 1\n"
                                              "Lost with the worker before: 40 s of work.\n"
                                              "Continuing after step 4200.\n";
        test::WindowDriver driver;
        QVERIFY(opened(driver, Step::Pretrain));
        auto* lines = driver.find<QLabel>("pretrain-runs");
        QVERIFY(test::patiently([&] { return lines->isVisible() && !lines->text().isEmpty(); }));
        QVERIFY2(lines->text().contains(u"went on from step 4,200, 40 s earlier"),
                 qPrintable(lines->text()));
    }

    void theTimeLeftIsTheQueues()
    {
        const QDateTime now(QDate(2024, 5, 6), QTime(22, 0)); // a Monday
        bridge::RunViews runs{pretraining(State::Running, 3600, 50), pretraining(State::Queued)};
        models::QueueOutlook outlook = models::outlookOf(runs);
        // Half is left in an hour, so the other takes two.
        QCOMPARE(outlook.secondsLeft, 3600.0 + 7200.0);
        QCOMPARE(outlook.unknown, 0);
        const QString left = models::timeLeftText(outlook, now);
        QVERIFY2(left.contains(u"3 h 0 min") && left.contains(u"01:00"), qPrintable(left));
        QVERIFY2(left.contains(QLocale().dayName(2, QLocale::ShortFormat)), qPrintable(left));
        // A score that nothing is known of is not left out silently.
        runs.push_back(score(State::Queued));
        outlook = models::outlookOf(runs);
        QCOMPARE(outlook.unknown, 1);
        QVERIFY(models::timeLeftText(outlook, now).contains(u"more than 3 h"));
        runs.push_back(score(State::Done));
        runs.back().started = "2024-05-06T10:00:00Z";
        runs.back().status.updated = "2024-05-06T10:30:00Z";
        outlook = models::outlookOf(runs);
        QCOMPARE(outlook.unknown, 0);
        QCOMPARE(outlook.secondsLeft, 3600.0 + 7200.0 + 1800.0);
        // Two beside each other take half of the time.
        bridge::RunViews beside{pretraining(State::Running, 3600, 50),
                                pretraining(State::Running, 3600, 50)};
        QCOMPARE(models::outlookOf(beside).secondsLeft, 3600.0);

        for (const State state : {State::Paused, State::Failed, State::Cancelled})
            runs.push_back(pretraining(state));
        const QString text = models::queueText(runs, true, now);
        for (const char* part :
             {"50 %", "2 waiting", "1 paused", "1 failed", "1 cancelled", "1 done", "left, until"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }

    void theQueueIsReadableAtItsUsualSize()
    {
        RK_UNWRAP(const auto worker, m_runs[0].lock());
        setState(m_runs[0], State::Running);
        test::WindowDriver driver;
        driver.window().resize(1280, 800);
        QVERIFY(opened(driver));
        QVERIFY(driver.click("queue-toggle"));
        QTest::qWait(50);
        auto* table = driver.find<QTableView>("queue-table");
        const int last = table->model()->columnCount() - 1;
        const QRect cell = table->visualRect(table->model()->index(0, last));
        QVERIFY(cell.right() <= table->viewport()->width());
        QVERIFY(table->model()->index(0, last).data().toString().contains(u"10 min"));
        auto* summary = driver.find<QLabel>("queue-summary");
        QVERIFY(summary->height() >= summary->heightForWidth(summary->width()));
        QVERIFY(summary->text().contains(u"2 waiting"));
    }

    void closingAsksOnceWhatBecomesOfRuns()
    {
        RK_UNWRAP(const auto worker, m_runs[0].lock());
        setState(m_runs[0], State::Running);
        test::WindowDriver driver;
        QVERIFY(opened(driver));
        driver.window().close();
        QVERIFY(driver.window().isVisible());
        driver.window().close();
        QCOMPARE(driver.window().findChildren<QMessageBox*>().size(), 1);
        QVERIFY(driver.click("leave-not"));
        QTest::qWait(50);
        QVERIFY(driver.window().isVisible());
        QVERIFY(!asked(m_runs[0], "pause"));
        driver.window().close();
        QVERIFY(driver.click("leave-paused"));
        QVERIFY(test::patiently([&] { return !driver.window().isVisible(); }));
        QVERIFY(asked(m_runs[0], "pause"));
        QCOMPARE(stateOf(m_runs[1]), State::Paused);
    }

    void runsCanBeLeftAlone()
    {
        RK_UNWRAP(const auto worker, m_runs[0].lock());
        setState(m_runs[0], State::Running);
        RK_UNWRAP(const auto queue, storage::FileLock::take(m_study / "queue.lock"));
        {
            test::WindowDriver driver;
            QVERIFY(opened(driver));
            driver.window().close();
            QVERIFY(driver.click("leave-running"));
            QVERIFY(test::patiently([&] { return !driver.window().isVisible(); }));
            QVERIFY(!asked(m_runs[0], "pause"));
        }
        // Who comes back sees what goes on before opening anything.
        test::WindowDriver driver;
        auto* recent = driver.find<QPushButton>("recent-1");
        QVERIFY(test::patiently([&] {
            recent = driver.find<QPushButton>("recent-1");
            return recent != nullptr;
        }));
        QVERIFY2(recent->toolTip() == bridge::qtPath(m_study) &&
                     recent->text().startsWith(u"R (") &&
                     recent->text().contains(u"1 running, 2 waiting"),
                 qPrintable(recent->text()));
    }

    void nothingIsAskedWhereNothingRuns()
    {
        test::WindowDriver driver;
        QVERIFY(opened(driver));
        driver.window().close();
        QVERIFY(!driver.window().isVisible());
    }

    /// What was ticked for one study is not ticked for the next.
    void ticksAreThoseOfTheStudyThatIsOpen()
    {
        const auto example = bridge::finishedExample();
        if (!example)
            QSKIP("the finished example is not beside this program");
        test::WindowDriver driver;
        driver.window().controller().openFolder(*example, Step::Compare);
        auto* rail = driver.window().findChild<panels::Rail*>();
        const auto said = [rail](Step step) { return rail->button(step)->accessibleDescription(); };
        QVERIFY(
            test::patiently([&] { return said(Step::Compare) == markText(Mark::Done); }, 20000));
        const fs::path fresh = m_home / "fresh";
        RK_VERIFY_OK(study::createStudy(fresh, "F"));
        driver.window().controller().openFolder(fresh);
        QVERIFY(test::patiently([&] {
            auto& session = driver.window().context().session;
            return session.isOpen() && session.study().folder == fresh && !session.busy();
        }));
        QTest::qWait(700);
        for (const panels::PageSpec& page : panels::pageList()) {
            if (page.step == Step::Study)
                continue;
            QVERIFY2(said(page.step) == markText(Mark::Empty),
                     qPrintable(page.step.id() + u' ' + said(page.step)));
            QCOMPARE(driver.window().pages().page(page.step)->mark(), Mark::Empty);
        }
    }

    void aSecondWindowReadsUntilTheFirstIsGone()
    {
        std::optional<storage::FileLock> first;
        {
            auto taken = storage::FileLock::take(m_study / "window.lock");
            RK_VERIFY_OK(taken);
            first.emplace(*std::move(taken));
        }
        test::WindowDriver driver;
        QVERIFY(opened(driver));
        auto& session = driver.window().context().session;
        QVERIFY(session.readOnly());
        auto* banner = driver.find<QLabel>("study-banner");
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(banner->text()));
        // The moment as people here write it, not as the lock file does.
        QVERIFY2(!banner->text().contains(QRegularExpression("T\\d\\d:")) &&
                     banner->text().contains(QDate::currentDate().toString("yyyy").right(2)),
                 qPrintable(banner->text()));
        QVERIFY(!driver.find<QPushButton>("queue-pause")->isEnabled());
        first.reset();
        QVERIFY(test::patiently([&] { return !session.readOnly(); }, 10000));
        QVERIFY(test::patiently([&] { return !banner->isVisible(); }));
        // Now this one has it.
        RK_VERIFY_FAILS(ErrorKind::Busy, storage::FileLock::take(m_study / "window.lock"));
    }
};

QTEST_MAIN(TestWindowRuns)
#include "tst_window_runs.moc"

#include "core/study/run_queue.h"

#include "core/base/log.h"
#include "core/job/cores.h"
#include "core/run/worker.h"
#include "core/storage/atomic_write.h"
#include "core/storage/file_lock.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

using namespace rekindle;
using run::RunFolder;
using run::State;
using study::Study;
namespace fs = std::filesystem;

namespace {

fs::path worker()
{
    return job::programFolder() / "fake_worker";
}

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

Result<Study> newStudy(const test::TempFolder& folder)
{
    return study::createStudy(folder / "study", "A test");
}

Result<void> append(Study& study, const std::string& relative)
{
    return study::changeStudy(study, [&](Study& fresh) -> Result<void> {
        fresh.queue.push_back(relative);
        return {};
    });
}

/// Makes a run at the end of the queue that will behave so; with `threads` of its own it computes
/// on the processor.
Result<RunFolder> enqueue(Study& study, const std::string& name, const std::string& behaviour,
                          int threads = 0)
{
    run::PretrainSettings settings;
    settings.images = "/data/images";
    settings.threads = threads;
    settings.device = threads > 0 ? "cpu" : "auto";
    const std::string relative = "runs/" + name;
    RK_TRY(auto made, RunFolder::create(study.folder / relative, settings));
    RK_CHECK(storage::atomicWrite(made.path() / "behaviour", behaviour));
    RK_CHECK(append(study, relative));
    return made;
}

State stateOf(const RunFolder& run)
{
    const auto status = run.status();
    return status ? status->state : State::Running;
}

std::size_t starts(const RunFolder& run)
{
    return contentOf(run.path() / "starts").size() / 2;
}

bool waitFor(const std::function<bool()>& condition)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < until) {
        if (condition())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

} // namespace

class TestRunQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { log::setQuiet(true); }

    void inOrderAndPastFailures()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto b, enqueue(study, "b", "done"));
        RK_UNWRAP(const auto a, enqueue(study, "a", "fail"));
        RK_UNWRAP(const auto c, enqueue(study, "c", "done"));
        std::vector<std::string> heard;
        RK_UNWRAP(const auto outcome,
                  study::workQueue(study.folder, worker(),
                                   [&](const fs::path& run, const run::Status& status) {
                                       heard.push_back(run.filename().string() + ' ' +
                                                       std::string(stateName(status.state)));
                                   }));
        QCOMPARE(outcome.finished, 2);
        QCOMPARE(contentOf(study.folder / "order"), std::string("b\na\nc\n"));
        QVERIFY((heard == std::vector<std::string>{"b done", "a failed", "c done"}));
        QVERIFY(stateOf(a) == State::Failed);
        QVERIFY(!study::queueIsWorked(study.folder));
        // Nothing is left to do.
        RK_UNWRAP(const auto again, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(again.finished, 0);
        QCOMPARE(starts(b) + starts(a) + starts(c), std::size_t(3));
    }

    void whatCannotBeReadIsPassedOverAndTold()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto before, enqueue(study, "before", "done"));
        RK_UNWRAP(const auto garbled, enqueue(study, "garbled", "garble"));
        RK_UNWRAP(const auto last, enqueue(study, "last", "done"));
        RK_VERIFY_OK(storage::atomicWrite(before.path() / "status.json", "{"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 1);
        QCOMPARE(starts(before), std::size_t(0));
        QVERIFY(stateOf(last) == State::Done);
        const auto& told = outcome.warnings.items();
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[0].kind, std::string("run_passed_over"));
        QCOMPARE(told[0].subject, std::string("runs/before"));
        QCOMPARE(told[1].subject, std::string("runs/garbled"));
        QCOMPARE(outcome.warnings.count(), std::uint64_t(2));
    }

    void pausedAndCancelledRunsArePassedOver()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto paused, enqueue(study, "paused", "done"));
        RK_UNWRAP(const auto cancelled, enqueue(study, "cancelled", "done"));
        RK_UNWRAP(const auto last, enqueue(study, "last", "done"));
        RK_VERIFY_OK(paused.ask(run::Request::Pause));
        RK_VERIFY_OK(cancelled.ask(run::Request::Cancel));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 1);
        QVERIFY(stateOf(paused) == State::Paused && stateOf(cancelled) == State::Cancelled);
        QVERIFY(stateOf(last) == State::Done);
    }

    void aKilledWorkerIsResumed()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "die-once"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 1);
        QCOMPARE(starts(run), std::size_t(2));
        QVERIFY(stateOf(run) == State::Done);
    }

    void twoDeathsWithoutProgressAreAFailure()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "die"));
        RK_UNWRAP(const auto next, enqueue(study, "b", "done"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 1);
        QCOMPARE(starts(run), std::size_t(2));
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Failed && status.error);
        QVERIFY(status.error->kind == ErrorKind::WorkerDied);
        QVERIFY2(status.error->message.find("(Killed) at step 5, twice") != std::string::npos ||
                     status.error->message.find("no memory left") != std::string::npos,
                 status.error->message.c_str());
        QVERIFY(stateOf(next) == State::Done);
        // Put back by somebody: a new chance.
        RK_VERIFY_OK(storage::atomicWrite(run.path() / "behaviour", "done"));
        RK_VERIFY_OK(run.writeStatus(run::Status{}));
        RK_UNWRAP(const auto again, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(again.finished, 1);
    }

    /// What is left behind says how it died and where; the queue goes on.
    void aCrashIsWrittenDown()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "crash"));
        RK_UNWRAP(const auto next, enqueue(study, "b", "done"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 1);
        RK_UNWRAP(const auto json, readJsonFile(run.path() / "status.json"));
        QVERIFY(json["state"] == "failed");
        QVERIFY(json["error"]["kind"] == "worker_died");
        const auto message = json["error"]["message"].get<std::string>();
        QVERIFY2(
            message.starts_with("The worker died with signal 11 (Segmentation fault) at step 57"),
            message.c_str());
        QVERIFY(stateOf(next) == State::Done);
    }

    void deathsWithProgressAreNot()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "die-but-advance"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 1);
        QCOMPARE(starts(run), std::size_t(3));
    }

    void aWorkerThatDoesNotEvenBeginIsAFailure()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "exit"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 0);
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Failed && status.error);
        QVERIFY(status.error->message.find("exit code 3") != std::string::npos);
    }

    void runsPlannedMeanwhileAreTakenAlong()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_VERIFY_OK(enqueue(study, "a", "plan"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 2);
        QCOMPARE(contentOf(study.folder / "order"), std::string("a\nlater\n"));
    }

    void aScoreWaitsForItsRun()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        for (const char* name : {"good", "bad"}) {
            run::ScoreSettings score;
            score.images = "/data/images";
            score.targets = {{5, "/weights"}};
            const std::string relative = std::string("runs/") + name + "/scores/knn-100";
            RK_VERIFY_OK(RunFolder::create(study.folder / relative, score));
            RK_VERIFY_OK(append(study, relative));
        }
        // A run folder must be empty when it is made: made beside, then moved.
        for (const auto& [name, behaviour] :
             {std::pair("good", "done"), std::pair("bad", "fail")}) {
            run::PretrainSettings settings;
            settings.images = "/data/images";
            const fs::path there = study.folder / "runs" / name;
            RK_UNWRAP(const auto made, RunFolder::create(study.folder / "new", settings));
            RK_VERIFY_OK(storage::atomicWrite(made.path() / "behaviour", behaviour));
            for (const auto& entry : fs::directory_iterator(made.path()))
                fs::rename(entry.path(), there / entry.path().filename());
            fs::remove(made.path());
            RK_VERIFY_OK(append(study, std::string("runs/") + name));
        }
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 2);
        RK_UNWRAP(const auto scored, RunFolder::open(study.folder / "runs/good/scores/knn-100"));
        RK_UNWRAP(const auto waiting, RunFolder::open(study.folder / "runs/bad/scores/knn-100"));
        QVERIFY(stateOf(scored) == State::Done);
        QVERIFY(stateOf(waiting) == State::Queued);
    }

    void aSecondQueueIsBusy()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto lock, storage::FileLock::take(study.folder / "queue.lock"));
        QVERIFY(study::queueIsWorked(study.folder));
        RK_VERIFY_FAILS(ErrorKind::Busy, study::workQueue(study.folder, worker(), {}));
        RK_VERIFY_OK(study::startQueue(study.folder, "/no/such/program")); // nothing is started
    }

    void noStudyAndNoProgram()
    {
        const test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::NotFound, study::workQueue(folder / "none", worker(), {}));
        RK_VERIFY_FAILS(ErrorKind::Unknown, study::workQueue(folder.path(), worker(), {}));
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "done"));
        RK_VERIFY_FAILS(ErrorKind::NotFound,
                        study::workQueue(study.folder, "/no/such/program", {}));
        QVERIFY(stateOf(run) == State::Queued);
    }

    /// The disk was full in the middle of a study: once there is room, the next turn goes on with
    /// the run, and with the score that waits for it.
    void whatCanPassWaitsAgain()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "full-once"));
        RK_UNWRAP(const auto score, enqueue(study, "a/scores/s", "done"));
        RK_UNWRAP(const auto other, enqueue(study, "b", "done"));
        std::vector<State> heard;
        RK_UNWRAP(const auto first,
                  study::workQueue(study.folder, worker(),
                                   [&](const fs::path&, const run::Status& status) {
                                       heard.push_back(status.state);
                                   }));
        QCOMPARE(first.finished, 1);
        QVERIFY((heard == std::vector{State::Failed, State::Done}));
        QCOMPARE(starts(run), std::size_t(1));
        RK_UNWRAP(const auto waits, run.status());
        QVERIFY(waits.state == State::Queued);
        QVERIFY(waits.error && waits.error->kind == ErrorKind::Space);
        QCOMPARE(first.warnings.items().size(), std::size_t(1));
        QCOMPARE(first.warnings.items()[0].kind, std::string("run_waits_again"));
        RK_UNWRAP(const auto second, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(second.finished, 2);
        QVERIFY(stateOf(run) == State::Done && stateOf(score) == State::Done);
        RK_UNWRAP(const auto done, run.status());
        QVERIFY(!done.error);
    }

    /// A queue was killed and its worker lives on: the next queue waits for it.
    void oneRunAtATime()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto first, enqueue(study, "a", "done"));
        RK_UNWRAP(const auto second, enqueue(study, "b", "done"));
        test::Victim orphan([&] {
            const auto lock = first.lock();
            run::Status running;
            running.state = State::Running;
            static_cast<void>(first.writeStatus(running).has_value());
            for (;;)
                ::pause();
        });
        QVERIFY(waitFor([&] { return stateOf(first) == State::Running; }));
        RK_VERIFY_OK(study::startQueue(study.folder, worker()));
        QVERIFY(waitFor([&] { return study::queueIsWorked(study.folder); }));
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        QVERIFY(stateOf(second) == State::Queued);
        orphan.kill();
        QVERIFY(waitFor([&] { return stateOf(second) == State::Done; }));
        QCOMPARE(contentOf(study.folder / "order"), std::string("a\nb\n"));
    }

    /// A run that asks for one core has room beside another such, if the study wants it: each of
    /// these two ends once it has seen the other at work. One that may take all cores is alone.
    void asManyAtOnceAsAskedFor()
    {
        if (job::usableCores() < 2)
            QSKIP("One core has no room for two runs.");
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_VERIFY_OK(study::changeStudy(study, [](Study& fresh) -> Result<void> {
            fresh.runsAtOnce = 2;
            return {};
        }));
        RK_UNWRAP(const auto large, enqueue(study, "large", "alone"));
        RK_UNWRAP(const auto a, enqueue(study, "a", "meet", 1));
        RK_UNWRAP(const auto b, enqueue(study, "b", "meet", 1));
        RK_UNWRAP(const auto last, enqueue(study, "last", "alone"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 4);
        RK_UNWRAP(const auto again, study::openStudy(study.folder));
        QCOMPARE(again.runsAtOnce, 2);
    }

    void oneAtATimeUnlessAskedFor()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto a, enqueue(study, "a", "alone", 1));
        RK_UNWRAP(const auto b, enqueue(study, "b", "alone", 1));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 2);
    }

    /// One failure stops neither the run beside it nor those behind it, and a signal reaches all.
    void asManyAtOnceAndASignal()
    {
        if (job::usableCores() < 2)
            QSKIP("One core has no room for two runs.");
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_VERIFY_OK(study::changeStudy(study, [](Study& fresh) -> Result<void> {
            fresh.runsAtOnce = 2;
            return {};
        }));
        RK_UNWRAP(const auto a, enqueue(study, "a", "wait", 1));
        RK_UNWRAP(const auto b, enqueue(study, "b", "die", 1));
        RK_UNWRAP(const auto c, enqueue(study, "c", "wait", 1));
        RK_VERIFY_OK(study::startQueue(study.folder, worker()));
        QVERIFY(waitFor([&] { return stateOf(b) == State::Failed; }));
        QVERIFY(waitFor([&] { return stateOf(c) == State::Running && c.isLocked(); }));
        QVERIFY(stateOf(a) == State::Running && a.isLocked());
        RK_UNWRAP(const auto owner, readJsonFile(study.folder / "queue.lock"));
        ::kill(owner["pid"].get<pid_t>(), SIGTERM);
        QVERIFY(waitFor([&] { return !study::queueIsWorked(study.folder); }));
        QVERIFY(stateOf(a) == State::Queued && stateOf(c) == State::Queued);
        QVERIFY(!a.isLocked() && !c.isLocked());
    }

    /// Started detached, stopped by a signal, started again: the run it was at waits and goes on.
    void stoppedAndStartedAgain()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, newStudy(folder));
        RK_UNWRAP(const auto run, enqueue(study, "a", "wait"));
        RK_VERIFY_OK(study::startQueue(study.folder, worker()));
        QVERIFY(waitFor([&] { return stateOf(run) == State::Running && run.isLocked(); }));
        QVERIFY(study::queueIsWorked(study.folder));
        RK_UNWRAP(const auto owner, readJsonFile(study.folder / "queue.lock"));
        ::kill(owner["pid"].get<pid_t>(), SIGTERM);
        QVERIFY(waitFor([&] { return !study::queueIsWorked(study.folder); }));
        QVERIFY(stateOf(run) == State::Queued);
        RK_VERIFY_OK(storage::atomicWrite(run.path() / "behaviour", "done"));
        RK_UNWRAP(const auto outcome, study::workQueue(study.folder, worker(), {}));
        QCOMPARE(outcome.finished, 1);
    }
};

QTEST_APPLESS_MAIN(TestRunQueue)
#include "tst_run_queue.moc"

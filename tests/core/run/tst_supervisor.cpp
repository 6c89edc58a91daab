#include "core/run/supervisor.h"

#include "core/base/log.h"
#include "core/run/metrics_journal.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

using namespace rekindle;
using run::RunFolder;
using run::State;
using run::Status;
namespace fs = std::filesystem;

namespace {

Result<RunFolder> newRun(const fs::path& path)
{
    run::PretrainSettings settings;
    settings.images = "/data/images";
    return RunFolder::create(path, settings);
}

/// A worker that holds the run's lock, says how far it got and ends as it is told.
int workerEnds(const RunFolder& run, State state, std::int64_t step, int signal)
{
    return test::inChild([&] {
        const auto held = run.lock();
        Status status;
        status.state = state;
        status.step = step;
        if (!held || !run.writeStatus(status))
            return 1;
        if (signal != 0)
            ::raise(signal);
        return 0;
    });
}

} // namespace

class TestSupervisor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { log::setQuiet(true); }

    void aDeadWorkerIsWrittenDown_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("outOfMemory");
        QTest::addColumn<QString>("message");
        QTest::newRow("crash") << SIGSEGV << false
                               << "The worker died with signal 11 (Segmentation fault) at step 57";
        QTest::newRow("abort") << SIGABRT << false
                               << "The worker died with signal 6 (Aborted) at step 57";
        QTest::newRow("killed") << SIGKILL << false
                                << "The worker died with signal 9 (Killed) at step 57";
        QTest::newRow("memory")
            << SIGKILL << true
            << "The system had no memory left and ended the worker at step 57 (signal 9)";
    }
    void aDeadWorkerIsWrittenDown()
    {
        QFETCH(const int, signal);
        QFETCH(const bool, outOfMemory);
        QFETCH(const QString, message);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        QCOMPARE(workerEnds(run, State::Running, 57, signal), 128 + signal);
        RK_VERIFY_OK(run::settle(run, {0, signal, outOfMemory, {}}));
        RK_UNWRAP(const auto json, readJsonFile(run.path() / "status.json"));
        QVERIFY(json["state"] == "failed");
        QVERIFY(json["error"]["kind"] == "worker_died");
        QCOMPARE(QString::fromStdString(json["error"]["message"].get<std::string>()), message);
        QVERIFY(json["step"] == 57);
    }

    /// The status is written once a second, the journal at each step; here it is longer than what
    /// is read of it at once.
    void theStepIsTheJournalsLast()
    {
        constexpr int kSteps = 60'000;
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        QCOMPARE(workerEnds(run, State::Running, 57, SIGKILL), 128 + SIGKILL);
        {
            RK_UNWRAP(auto journal, run::MetricsJournal::open(run.metricsFile(), -1));
            for (int step = 1; step <= kSteps; ++step)
                RK_VERIFY_OK(journal.append(Json{{"kind", "step"}, {"step", step}}));
        }
        QVERIFY(fs::file_size(run.metricsFile()) > (3U << 20));
        RK_UNWRAP(const auto status, run::settle(run, {0, SIGKILL, false, {}}));
        QVERIFY(status.error.has_value());
        QCOMPARE(status.error->message,
                 std::string("The worker died with signal 9 (Killed) at step 60000"));
    }

    void aWorkerThatEndsWithoutAWord()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        RK_UNWRAP(const auto status, run::settle(run, {3, 0, false, {}}));
        QVERIFY(status.state == State::Failed && status.error);
        QVERIFY(status.error->message.find("exit code 3 before its first step") !=
                std::string::npos);
    }

    /// What a worker has said itself stands.
    void itsOwnLastWordCounts()
    {
        for (const State state : {State::Done, State::Paused, State::Cancelled, State::Failed}) {
            const test::TempFolder folder;
            RK_UNWRAP(const auto run, newRun(folder / "a"));
            QCOMPARE(workerEnds(run, state, 9, 0), 0);
            RK_UNWRAP(const auto status, run::settle(run, {0, SIGKILL, false, {}}));
            QVERIFY(status.state == state && !status.error);
        }
    }

    /// A signal that came before the worker listened pauses, as it would have a moment later.
    void askedToEndIsNoFailure()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        RK_UNWRAP(const auto status, run::settle(run, {0, SIGTERM, false, {}}));
        QVERIFY(status.state == State::Paused && !status.error);
    }

    /// Somebody else has the run by now: it is theirs.
    void aRunOfAnotherIsLeftAlone()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim other([&] {
            const auto held = run.lock();
            Status status;
            status.state = State::Running;
            static_cast<void>(run.writeStatus(status).has_value());
            for (;;)
                ::pause();
        });
        QTRY_VERIFY(run.isLocked());
        RK_UNWRAP(const auto status, run::settle(run, {0, SIGSEGV, false, {}}));
        QVERIFY(status.state == State::Running || status.state == State::Queued);
        // What ours said stands all the same: another one went on with what it had left.
        RK_UNWRAP(const auto done, run::settle(run, {0, 0, false, {}}));
        QVERIFY(done.state == State::Done);
        RK_UNWRAP(const auto paused, run::settle(run, {5, 0, false, {}}));
        QVERIFY(paused.state == State::Paused);
        RK_UNWRAP(const auto onDisk, run.status());
        QVERIFY(onDisk.state == State::Running);
        other.kill();
    }

    /// Where nothing can be allocated any more a worker can say no more than its exit code.
    void withoutMemoryForALastWord()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        Status running;
        running.state = State::Running;
        running.step = 7;
        RK_VERIFY_OK(run.writeStatus(running));
        RK_UNWRAP(const auto status, run::settle(run, {4, 0, false, {}}));
        QVERIFY(status.state == State::Failed && status.error);
        QVERIFY(status.error->kind == ErrorKind::Memory);
    }
};

QTEST_GUILESS_MAIN(TestSupervisor)
#include "tst_supervisor.moc"

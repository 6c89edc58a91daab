#include "core/run/worker.h"

#include "core/base/log.h"
#include "core/storage/atomic_write.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <functional>
#include <map>
#include <stdexcept>
#include <sys/resource.h>
#include <thread>

using namespace rekindle;
using run::Outcome;
using run::Request;
using run::RunControl;
using run::RunFolder;
using run::State;
using run::Status;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
namespace fs = std::filesystem;

namespace {

Result<RunFolder> newRun(const fs::path& path)
{
    run::PretrainSettings settings;
    settings.images = "/data/images";
    return RunFolder::create(path, settings);
}

/// Steps of 20 ms until somebody asks for something.
Result<Outcome> untilAsked(const RunFolder&, RunControl& control)
{
    Status progress;
    for (;;) {
        progress.step += 1;
        progress.imagesSeen += 32;
        progress.activity = "pretraining";
        control.report(progress);
        std::this_thread::sleep_for(milliseconds(20));
        switch (control.request()) {
        case Request::None:
            break;
        case Request::Pause:
            return Outcome::Paused;
        case Request::Finish:
            return Outcome::Done;
        case Request::Cancel:
            return Outcome::Cancelled;
        }
    }
}

bool waitFor(const std::function<bool()>& condition)
{
    const auto until = steady_clock::now() + std::chrono::seconds(20);
    while (steady_clock::now() < until) {
        if (condition())
            return true;
        std::this_thread::sleep_for(milliseconds(5));
    }
    return false;
}

State stateOf(const RunFolder& run)
{
    const auto status = run.status();
    return status ? status->state : State::Queued;
}

/// Rights do not bind root: gives the run to somebody else and becomes that.
bool becomeNobody(const fs::path& parent, const fs::path& run)
{
    constexpr unsigned kNobody = 65534;
    fs::permissions(parent, fs::perms::others_exec, fs::perm_options::add);
    for (const auto& entry : fs::recursive_directory_iterator(run)) {
        if (::chown(entry.path().c_str(), kNobody, kNobody) != 0)
            return false;
    }
    return ::chown(run.c_str(), kNobody, kNobody) == 0 && ::setgid(kNobody) == 0 &&
           ::setuid(kNobody) == 0;
}

Result<Outcome> sleepThenPause(const RunFolder&, RunControl&)
{
    std::this_thread::sleep_for(milliseconds(1200));
    return Outcome::Paused;
}

Result<Outcome> sleepLong(const RunFolder&, RunControl&)
{
    std::this_thread::sleep_for(std::chrono::seconds(60));
    return Outcome::Done;
}

Result<Outcome> lockTheFolder(const RunFolder& run, RunControl&)
{
    fs::permissions(run.path(), fs::perms::owner_read | fs::perms::owner_exec);
    return fail(ErrorKind::Space, "The disk is full");
}

/// The same for as long as a status is wanted twice.
Result<Outcome> lockForAWhile(const RunFolder& run, RunControl& control)
{
    fs::permissions(run.path(), fs::perms::owner_read | fs::perms::owner_exec);
    Status progress;
    for (; progress.step < 25; ++progress.step) {
        control.report(progress);
        std::this_thread::sleep_for(milliseconds(100));
    }
    fs::permissions(run.path(), fs::perms::owner_all);
    return Outcome::Done;
}

Result<Outcome> forbidWriting(const RunFolder&, RunControl&)
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_FSIZE, &none);
    return Outcome::Done;
}

/// What this program does as a worker: exit 0 when runWorker returned a status.
int workerMain(const std::string& what, const fs::path& where)
{
    const std::map<std::string, run::Work> works = {
        {"until-asked", untilAsked},         {"sleep-then-pause", sleepThenPause},
        {"sleep-long", sleepLong},           {"lock-the-folder", lockTheFolder},
        {"lock-for-a-while", lockForAWhile}, {"forbid-writing", forbidWriting}};
    run::installSignals();
    log::setQuiet(true);
    const auto run = RunFolder::open(where);
    const auto work = works.find(what);
    if (!run || work == works.end())
        return 2;
    if (what.starts_with("lock-") && ::geteuid() == 0 && !becomeNobody(where.parent_path(), where))
        return 3;
    return run::runWorker(*run, work->second) ? 0 : 1;
}

} // namespace

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { log::setQuiet(true); }

    /// What the work warns of is in the status, also after a pause; what is found again by a
    /// second sitting is counted once, what happens again twice.
    void warningsAreKept()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        const auto sitting = [&](Outcome outcome) {
            return run::runWorker(run, [outcome](const RunFolder&, RunControl& control) {
                Warnings found;
                found.add("copies_in_test", "A test image is a copy of a training image");
                control.note(found);
                std::vector<std::jthread> threads;
                for (int i = 0; i < 4; ++i)
                    threads.emplace_back([&control] {
                        control.warn({"step_undone", "The step was undone", "step 7"});
                    });
                threads.clear();
                control.report(Status{});
                return Result<Outcome>(outcome);
            });
        };
        RK_UNWRAP(const auto paused, sitting(Outcome::Paused));
        QCOMPARE(paused.warnings.count(), std::uint64_t{5});
        RK_VERIFY_OK(sitting(Outcome::Done));
        RK_UNWRAP(const auto read, run.status());
        QCOMPARE(read.warnings.items().size(), std::size_t{2});
        QCOMPARE(read.warnings.items()[0].kind, std::string("copies_in_test"));
        QCOMPARE(read.warnings.items()[0].count, std::uint64_t{1});
        QCOMPARE(read.warnings.items()[1].subject, std::string("step 7"));
        QCOMPARE(read.warnings.items()[1].count, std::uint64_t{8});
    }

    void everyEndIsOnTheDisk_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("state");
        QTest::newRow("done") << static_cast<int>(Outcome::Done) << static_cast<int>(State::Done);
        QTest::newRow("paused") << static_cast<int>(Outcome::Paused)
                                << static_cast<int>(State::Paused);
        QTest::newRow("cancelled")
            << static_cast<int>(Outcome::Cancelled) << static_cast<int>(State::Cancelled);
    }
    void everyEndIsOnTheDisk()
    {
        QFETCH(const int, outcome);
        QFETCH(const int, state);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        RK_UNWRAP(const auto last, run::runWorker(run, [&](const RunFolder&, RunControl& control) {
                      Status progress;
                      progress.epoch = 2;
                      progress.step = 77;
                      control.report(progress);
                      return Result<Outcome>(static_cast<Outcome>(outcome));
                  }));
        QCOMPARE(static_cast<int>(last.state), state);
        RK_UNWRAP(const auto read, run.status());
        QCOMPARE(static_cast<int>(read.state), state);
        QCOMPARE(read.step, std::int64_t(77));
        QVERIFY(!read.interrupted && !run.isLocked() && !read.error);
        RK_UNWRAP(const auto environment, readJsonFile(run.environmentFile()));
        QVERIFY(environment["program"].get<std::string>().starts_with("rekindle 0."));
        QVERIFY(!environment.contains("user"));
        QVERIFY(fs::file_size(run.logFile()) > 0);
    }

    void failuresAndExceptionsBecomeFailed_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("kind");
        QTest::newRow("error") << 0 << "space";
        QTest::newRow("exception") << 1 << "internal";
        QTest::newRow("no memory") << 2 << "memory";
        QTest::newRow("not even an exception") << 3 << "internal";
    }
    void failuresAndExceptionsBecomeFailed()
    {
        QFETCH(const int, how);
        QFETCH(const QString, kind);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        RK_VERIFY_OK(run::runWorker(run, [&](const RunFolder&, RunControl&) -> Result<Outcome> {
            switch (how) {
            case 0:
                return fail(ErrorKind::Space, "The disk is full", "/x", "Free some.");
            case 1:
                throw std::runtime_error("broken");
            case 2:
                throw std::bad_alloc();
            default:
                throw 42;
            }
        }));
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Failed && status.error);
        QCOMPARE(QString::fromStdString(std::string(kindName(status.error->kind))), kind);
    }

    void aSecondWorkerIsBusy()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        RK_UNWRAP(const auto lock, run.lock());
        bool worked = false;
        RK_VERIFY_FAILS(ErrorKind::Busy, run::runWorker(run, [&](const RunFolder&, RunControl&) {
                            worked = true;
                            return Result<Outcome>(Outcome::Done);
                        }));
        QVERIFY(!worked);
        QVERIFY(stateOf(run) == State::Queued);
    }

    void requestsByFile_data()
    {
        QTest::addColumn<int>("request");
        QTest::addColumn<int>("state");
        QTest::newRow("pause") << static_cast<int>(Request::Pause)
                               << static_cast<int>(State::Paused);
        QTest::newRow("finish") << static_cast<int>(Request::Finish)
                                << static_cast<int>(State::Done);
        QTest::newRow("cancel") << static_cast<int>(Request::Cancel)
                                << static_cast<int>(State::Cancelled);
    }
    void requestsByFile()
    {
        QFETCH(const int, request);
        QFETCH(const int, state);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("until-asked", run.path());
        QVERIFY(waitFor([&] { return stateOf(run) == State::Running; }));
        RK_VERIFY_OK(run.ask(static_cast<Request>(request)));
        QCOMPARE(worker.wait(), 0);
        RK_UNWRAP(const auto status, run.status());
        QCOMPARE(static_cast<int>(status.state), state);
        QVERIFY(status.request == Request::None && status.step > 0);
    }

    /// The trainer is in the middle of a long step: the answer does not wait for it.
    void aRequestShowsAtOnce()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("sleep-then-pause", run.path());
        QVERIFY(waitFor([&] { return stateOf(run) == State::Running; }));
        const auto begin = steady_clock::now();
        RK_VERIFY_OK(run.ask(Request::Finish));
        QVERIFY(waitFor([&] { return stateOf(run) == State::Finishing; }));
        const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
        QVERIFY2(took.count() < 1000, std::to_string(took.count()).c_str());
        qInfo("a request showed after %lld ms", static_cast<long long>(took.count()));
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.request == Request::Finish);
        QCOMPARE(worker.wait(), 0);
    }

    void aSignalPauses_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void aSignalPauses()
    {
        QFETCH(const int, signal);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("until-asked", run.path());
        QVERIFY(waitFor([&] { return stateOf(run) == State::Running; }));
        ::kill(worker.pid(), signal);
        QCOMPARE(worker.wait(), 0);
        QVERIFY(stateOf(run) == State::Paused);
    }

    void aSecondSignalEndsAtOnce()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("sleep-long", run.path());
        QVERIFY(waitFor([&] { return stateOf(run) == State::Running; }));
        ::kill(worker.pid(), SIGINT);
        QVERIFY(waitFor([&] {
            const auto status = run.status();
            return status && status->request == Request::Pause;
        }));
        ::kill(worker.pid(), SIGINT);
        QCOMPARE(worker.wait(), 130);
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.interrupted);
    }

    void aKilledWorkerIsInterruptedAndTheNextOneGoesOn()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("until-asked", run.path());
        QVERIFY(waitFor([&] { return stateOf(run) == State::Running; }));
        worker.kill();
        RK_UNWRAP(const auto left, run.status());
        QVERIFY(left.interrupted);
        RK_UNWRAP(const auto last, run::runWorker(run, [](const RunFolder&, RunControl&) {
                      return Result<Outcome>(Outcome::Done);
                  }));
        QVERIFY(last.state == State::Done);
    }

    /// A pause asked of a worker that was killed is over when somebody resumes; a cancel is not.
    void whatWasAskedOfAFormerWorker()
    {
        const test::TempFolder folder;
        for (const Request request : {Request::Pause, Request::Cancel}) {
            RK_UNWRAP(const auto run, newRun(folder / std::string(requestName(request))));
            RK_VERIFY_OK(storage::atomicWrite(run.path() / "request.json",
                                              "{\"request\":\"" +
                                                  std::string(requestName(request)) + "\"}"));
            Request seen = Request::Finish;
            RK_VERIFY_OK(run::runWorker(run, [&](const RunFolder&, RunControl& control) {
                seen = control.request();
                return Result<Outcome>(Outcome::Done);
            }));
            QVERIFY(seen == (request == Request::Cancel ? Request::Cancel : Request::None));
        }
    }

    void theListenerHearsProgressAndTheEnd()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        std::vector<State> heard;
        RK_VERIFY_OK(run::runWorker(
            run,
            [](const RunFolder&, RunControl& control) {
                Status progress;
                for (int i = 0; i < 3; ++i) {
                    progress.step += 1;
                    control.report(progress);
                    std::this_thread::sleep_for(milliseconds(600));
                }
                return Result<Outcome>(Outcome::Done);
            },
            [&](const Status& status) { heard.push_back(status.state); }));
        QVERIFY(heard.size() >= 3 && heard.size() <= 5);
        QVERIFY(heard.front() == State::Running && heard.back() == State::Done);
    }

    /// Whoever looked at the run meanwhile saw an old state: that is told.
    void whatCouldNotBeWrittenForAWhileIsTold()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("lock-for-a-while", run.path());
        QCOMPARE(worker.wait(), 0);
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Done);
        const auto& told = status.warnings.items();
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].kind, std::string("status_not_written"));
        QCOMPARE(told[0].count, std::uint64_t(1));
    }

    void aRecordThatCannotBeWrittenIsTold()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        fs::create_directories(run.environmentFile() / "in the way");
        const auto done = [](const RunFolder&, RunControl&) -> Result<Outcome> {
            return Outcome::Done;
        };
        RK_UNWRAP(const auto status, run::runWorker(run, done));
        QVERIFY(status.state == State::Done);
        QCOMPARE(status.warnings.items().size(), std::size_t(1));
        QCOMPARE(status.warnings.items()[0].kind, std::string("environment_not_written"));
        RK_UNWRAP(const auto onDisk, run.status());
        QVERIFY(onDisk.warnings == status.warnings);
    }

    /// Moved while it is worked on: the work ends, and nothing is put where the folder was.
    void aFolderThatIsMovedAway()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        const auto mover = [&](const RunFolder&, RunControl& control) -> Result<Outcome> {
            fs::rename(folder / "a", folder / "b");
            RK_TRY(const auto outcome, untilAsked(run, control));
            // What a trainer does before it stops.
            RK_CHECK(storage::makeSubfolder(run.checkpointsFolder()));
            return outcome;
        };
        RK_VERIFY_FAILS(ErrorKind::NotFound, run::runWorker(run, mover));
        QVERIFY(!fs::exists(folder / "a"));
        RK_UNWRAP(const auto moved, RunFolder::open(folder / "b"));
        RK_UNWRAP(const auto status, moved.status());
        QVERIFY(status.interrupted);
        RK_UNWRAP(const auto done,
                  run::runWorker(moved, [](const RunFolder&, RunControl&) -> Result<Outcome> {
                      return Outcome::Done;
                  }));
        QVERIFY(done.state == State::Done);
    }

    void aFolderOfSomebodyElseIsNotWorkedOn()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        fs::create_directory(folder / "elsewhere");
        fs::create_directory_symlink(folder / "elsewhere", run.checkpointsFolder());
        RK_VERIFY_FAILS(ErrorKind::Damaged, run::runWorker(run, untilAsked));
        RK_VERIFY_FAILS(ErrorKind::Damaged, RunFolder::open(run.path()));
        QVERIFY(!fs::exists(run.logFile()));
    }

    /// No new file can be made in the folder any more; the former status gives its place.
    void withoutRoomForANewFileTheEndIsStillTold()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("lock-the-folder", run.path());
        const int code = worker.wait();
        fs::permissions(run.path(), fs::perms::owner_all);
        QCOMPARE(code, 0);
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Failed && status.error);
        QVERIFY(status.error->kind == ErrorKind::Space);
    }

    void whenNothingCanBeWrittenTheFormerStatusStaysWhole()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder / "a"));
        test::Victim worker("forbid-writing", run.path());
        const int code = worker.wait();
        QCOMPARE(code, 1);
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Running && status.interrupted);
    }
};

int main(int count, char** arguments)
{
    if (count == 3 && arguments[1][0] != '-')
        return workerMain(arguments[1], arguments[2]);
    TestWorker test;
    return QTest::qExec(&test, count, arguments);
}

#include "tst_worker.moc"

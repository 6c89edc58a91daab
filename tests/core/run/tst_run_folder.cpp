#include "core/run/run_folder.h"

#include "core/storage/atomic_write.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <sys/stat.h>

using namespace rekindle;
using run::PretrainSettings;
using run::Request;
using run::RunFolder;
using run::ScoreSettings;
using run::State;
using run::Status;
namespace fs = std::filesystem;

namespace {

PretrainSettings someSettings()
{
    PretrainSettings settings;
    settings.images = "/data/images";
    settings.epochs = 20;
    return settings;
}

Status withState(State state)
{
    Status status;
    status.state = state;
    status.epoch = 3;
    status.epochs = 20;
    status.step = 120;
    status.steps = 800;
    status.imagesSeen = 7680;
    status.rate = 12.5;
    status.etaSeconds = 99;
    status.activity = "pretraining";
    status.device = "cpu (2 threads)";
    return status;
}

/// A process that holds the run's lock until it is killed.
class Holder
{
public:
    explicit Holder(const RunFolder& run)
        : m_victim([&] {
              const auto lock = run.lock();
              for (;;)
                  ::pause();
          })
    {
        for (int i = 0; i < 500 && !run.isLocked(); ++i)
            ::usleep(10'000);
    }
    void kill() { m_victim.kill(); }

private:
    test::Victim m_victim;
};

} // namespace

class TestRunFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAndOpens()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto made, RunFolder::create(folder / "runs/a", someSettings()));
        RK_UNWRAP(const auto run, RunFolder::open(folder / "runs/a/"));
        QVERIFY(run.path() == made.path());
        QCOMPARE(run.name(), std::string("a"));
        RK_UNWRAP(const auto settings, run.settings());
        QCOMPARE(std::get<PretrainSettings>(settings).epochs, std::int64_t(20));
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Queued);
        QVERIFY(!status.updated.empty());
        RK_UNWRAP(const auto job, readJsonFile(run.path() / "job.json"));
        QVERIFY(job["format"] == "rekindle.run" && job["version"] == 1 &&
                job["kind"] == "pretrain");
        struct stat about {
        };
        ::stat((run.path() / "job.json").c_str(), &about);
        QCOMPARE(about.st_mode & 07777, 0600u);
        ::stat(run.path().c_str(), &about);
        QCOMPARE(about.st_mode & 07777, 0700u);
    }

    void aUsedFolderIsRefused()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(RunFolder::create(folder / "a", someSettings()));
        RK_VERIFY_FAILS(ErrorKind::Usage, RunFolder::create(folder / "a", someSettings()));
        RK_VERIFY_FAILS(ErrorKind::NotFound, RunFolder::open(folder / "b"));
        RK_VERIFY_FAILS(ErrorKind::Unknown, RunFolder::open(folder.path()));
    }

    void pathsOfTheStudyMoveWithIt()
    {
        const test::TempFolder folder;
        const fs::path study = folder / "study";
        PretrainSettings settings = someSettings();
        settings.init = (study / "weights/w/weights.safetensors").string();
        RK_VERIFY_OK(RunFolder::create(study / "runs/a", settings, study));
        ScoreSettings score;
        score.images = "/data/images";
        score.targets = {{5, study / "runs/a/snapshots/epoch-000005.safetensors"}};
        RK_VERIFY_OK(RunFolder::create(study / "runs/a/scores/knn-100", score, study));

        const fs::path moved = folder / "moved study";
        fs::rename(study, moved);
        RK_UNWRAP(const auto run, RunFolder::open(moved / "runs/a"));
        RK_UNWRAP(const auto read, run.settings());
        QCOMPARE(std::get<PretrainSettings>(read).init,
                 (moved / "weights/w/weights.safetensors").string());
        QVERIFY(std::get<PretrainSettings>(read).images == "/data/images");
        RK_UNWRAP(const auto scores, RunFolder::open(moved / "runs/a/scores/knn-100"));
        RK_UNWRAP(const auto scored, scores.settings());
        QVERIFY(std::get<ScoreSettings>(scored).targets[0].weights == run.snapshotFile(5));
    }

    void relativePathsAreMadeAbsolute()
    {
        const test::TempFolder folder;
        PretrainSettings settings = someSettings();
        settings.images = "some/../images";
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", settings));
        RK_UNWRAP(const auto read, run.settings());
        QVERIFY(std::get<PretrainSettings>(read).images == fs::current_path() / "images");
        QCOMPARE(std::get<PretrainSettings>(read).init, std::string("random"));
    }

    void damagedAndNewerJobs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::newRow("no json") << "{"
                                 << "damaged";
        QTest::newRow("empty") << ""
                               << "damaged";
        QTest::newRow("another format") << R"({"format":"x","version":1,"kind":"pretrain"})"
                                        << "damaged";
        QTest::newRow("another kind")
            << R"({"format":"rekindle.run","version":1,"kind":"cook","settings":{}})"
            << "damaged";
        QTest::newRow("no settings") << R"({"format":"rekindle.run","version":1,"kind":"pretrain"})"
                                     << "damaged";
        QTest::newRow("newer") << R"({"format":"rekindle.run","version":2,"kind":"pretrain"})"
                               << "version";
        QTest::newRow("unknown setting")
            << R"({"format":"rekindle.run","version":1,"kind":"pretrain","settings":{"x":1}})"
            << "damaged";
    }
    void damagedAndNewerJobs()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, kind);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        RK_VERIFY_OK(storage::atomicWrite(run.path() / "job.json", text.toStdString()));
        const auto settings = run.settings();
        QVERIFY(!settings);
        QCOMPARE(QString::fromStdString(std::string(kindName(settings.error().kind))), kind);
    }

    void statusRoundTrip()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        Status status = withState(State::Failed);
        status.error = Error{ErrorKind::Space, "The disk is full", "/run/x", "Free some."};
        RK_VERIFY_OK(run.writeStatus(status));
        RK_UNWRAP(const auto read, run.status());
        QVERIFY(read.state == State::Failed);
        QCOMPARE(read.step, std::int64_t(120));
        QCOMPARE(read.imagesSeen, std::int64_t(7680));
        QCOMPARE(read.rate, 12.5);
        QCOMPARE(read.etaSeconds, 99.0);
        QVERIFY(read.error && read.error->kind == ErrorKind::Space);
        QCOMPARE(read.error->hint, std::string("Free some."));
        QCOMPARE(read.pid, static_cast<long>(::getpid()));
        RK_UNWRAP(const auto json, readJsonFile(run.path() / "status.json"));
        for (const char* key : {"state", "epoch", "step", "images_seen", "rate", "eta_s", "error"})
            QVERIFY2(json.contains(key), key);
        Status unknown = withState(State::Paused);
        unknown.rate = 0;
        unknown.etaSeconds = -1;
        QVERIFY(run::toJson(unknown)["rate"].is_null() && run::toJson(unknown)["eta_s"].is_null());
    }

    void theLastWordFitsIntoTheFormerFile()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        Status longer = withState(State::Running);
        longer.activity = std::string(3000, 'x');
        RK_VERIFY_OK(run.writeStatus(longer));
        RK_VERIFY_OK(run.overwriteStatus(withState(State::Paused)));
        RK_UNWRAP(const auto read, run.status());
        QVERIFY(read.state == State::Paused);
    }

    void aDamagedStatusIsAnError()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        for (const char* text :
             {"", "{", "[]", R"({"format":"rekindle.status","version":1,"state":"happy"})",
              R"({"format":"rekindle.status","version":1,"state":"done","step":"x"})",
              R"({"format":"rekindle.status","version":1,"state":"failed","error":7})"}) {
            RK_VERIFY_OK(storage::atomicWrite(run.path() / "status.json", text));
            RK_VERIFY_FAILS(ErrorKind::Damaged, run.status());
        }
        fs::remove(run.path() / "status.json");
        RK_UNWRAP(const auto missing, run.status());
        QVERIFY(missing.state == State::Queued);
    }

    void interruptedIsDerivedFromTheLock()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        RK_VERIFY_OK(run.writeStatus(withState(State::Running)));
        Holder holder(run);
        RK_UNWRAP(const auto held, run.status());
        QVERIFY(!held.interrupted);
        holder.kill();
        RK_UNWRAP(const auto left, run.status());
        QVERIFY(left.interrupted);
        RK_VERIFY_OK(run.writeStatus(withState(State::Paused)));
        RK_UNWRAP(const auto paused, run.status());
        QVERIFY(!paused.interrupted);
    }

    void anotherComputersRunIsBelievedForAWhile()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        Json json = run::toJson(withState(State::Running));
        json["host"] = "elsewhere";
        RK_UNWRAP(const auto fresh, run.status());
        json["updated"] = fresh.updated;
        RK_VERIFY_OK(storage::atomicWrite(run.path() / "status.json", dumpJson(json)));
        RK_UNWRAP(const auto young, run.status());
        QVERIFY(!young.interrupted);
        json["updated"] = "2020-01-31T09:12:05Z";
        RK_VERIFY_OK(storage::atomicWrite(run.path() / "status.json", dumpJson(json)));
        RK_UNWRAP(const auto old, run.status());
        QVERIFY(old.interrupted);
    }

    void askingAWorkerLeavesARequest()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        RK_VERIFY_OK(run.writeStatus(withState(State::Running)));
        Holder holder(run);
        RK_VERIFY_OK(run.ask(Request::Pause));
        RK_VERIFY_OK(run.ask(Request::Finish));
        QVERIFY(run.takeRequest() == Request::Finish);
        QVERIFY(run.takeRequest() == Request::None);
        RK_UNWRAP(const auto status, run.status());
        QVERIFY(status.state == State::Running);
    }

    void askingNobodySetsTheState_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("request");
        QTest::addColumn<int>("after");
        const auto row = [](const char* name, State before, Request request, State after) {
            QTest::newRow(name) << static_cast<int>(before) << static_cast<int>(request)
                                << static_cast<int>(after);
        };
        row("cancel queued", State::Queued, Request::Cancel, State::Cancelled);
        row("cancel paused", State::Paused, Request::Cancel, State::Cancelled);
        row("cancel interrupted", State::Running, Request::Cancel, State::Cancelled);
        row("pause queued", State::Queued, Request::Pause, State::Paused);
        row("pause interrupted", State::Running, Request::Pause, State::Paused);
        row("finish paused", State::Paused, Request::Finish, State::Paused);
        row("finish queued", State::Queued, Request::Finish, State::Queued);
    }
    void askingNobodySetsTheState()
    {
        QFETCH(const int, before);
        QFETCH(const int, request);
        QFETCH(const int, after);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        RK_VERIFY_OK(run.writeStatus(withState(static_cast<State>(before))));
        RK_VERIFY_OK(run.ask(static_cast<Request>(request)));
        RK_UNWRAP(const auto status, run.status());
        QCOMPARE(static_cast<int>(status.state), after);
        QCOMPARE(status.step, std::int64_t(120));
        const auto left =
            static_cast<Request>(request) == Request::Finish ? Request::Finish : Request::None;
        QVERIFY(run.takeRequest() == left);
    }

    void anEndedRunTakesNoRequests()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        RK_VERIFY_OK(run.writeStatus(withState(State::Done)));
        RK_VERIFY_FAILS(ErrorKind::Usage, run.ask(Request::Pause));
        RK_VERIFY_FAILS(ErrorKind::Usage, run.ask(Request::Cancel));
    }

    void aDamagedRequestIsNone()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        for (const char* text : {"", "{", "[]", R"({"request":5})", R"({"request":"explode"})"}) {
            RK_VERIFY_OK(storage::atomicWrite(run.path() / "request.json", text));
            QVERIFY(run.takeRequest() == Request::None);
            QVERIFY(!fs::exists(run.path() / "request.json"));
        }
    }

    void snapshotsAscending()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, RunFolder::create(folder / "a", someSettings()));
        QVERIFY(run.snapshotEpochs().empty());
        RK_VERIFY_OK(storage::makeFolder(run.path() / "snapshots"));
        for (const std::int64_t epoch : {20, 0, 5, 1'000'000})
            RK_VERIFY_OK(storage::atomicWrite(run.snapshotFile(epoch), "x"));
        for (const char* other : {"epoch-7.safetensors", "epoch-000008.txt", "notes", "e"})
            RK_VERIFY_OK(storage::atomicWrite(run.path() / "snapshots" / other, "x"));
        const std::vector<std::int64_t> expected{0, 5, 20, 1'000'000};
        QVERIFY(run.snapshotEpochs() == expected);
        QCOMPARE(run.snapshotFile(5).filename().string(), std::string("epoch-000005.safetensors"));
    }
};

QTEST_APPLESS_MAIN(TestRunFolder)
#include "tst_run_folder.moc"

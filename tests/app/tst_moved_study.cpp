#include "core/dataset/folder_scan.h"
#include "core/study/study.h"
#include "tests/app/cli_process.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest/QtTest>
#include <filesystem>

using namespace rekindle;
using namespace rekindle::test;
namespace fs = std::filesystem;

namespace {

QString shown(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

/// A few of the sample's labelled pictures: small enough for seconds.
bool copyFew(const fs::path& to)
{
    std::error_code code;
    for (const char* part : {"train", "test"}) {
        const fs::path from = fs::path(REKINDLE_SOURCE_DIR "/resources/sample/surfaces") / part;
        const QStringList classes = QDir(shown(from)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& name : classes.mid(0, 2)) {
            const fs::path source = from / name.toStdString();
            const fs::path target = to / part / name.toStdString();
            fs::create_directories(target, code);
            for (const QString& file : QDir(shown(source)).entryList(QDir::Files).mid(0, 8)) {
                if (!fs::copy_file(source / file.toStdString(), target / file.toStdString(), code))
                    return false;
            }
        }
    }
    return true;
}

/// A study with its start weights, a planned pair and a score of each; `images` inside or outside.
Result<study::PlannedPair> plan(const fs::path& folder, const fs::path& images)
{
    RK_TRY(auto study, study::createStudy(folder, "Moved"));
    if (!copyFew(images))
        return fail(ErrorKind::Io, "The sample could not be copied", images.string());
    RK_TRY(const auto manifest, dataset::scanFolder(images, {}, {}));
    RK_CHECK(study::setImages(study, manifest));
    fs::create_directories(folder / "mine");
    fs::copy_file(REKINDLE_SOURCE_DIR "/resources/sample/first-stage-simclr.safetensors",
                  folder / "mine/start.safetensors");
    RK_CHECK(study::addWeights(study, folder / "mine/start.safetensors", "start"));
    study::PairPlan pair;
    pair.weights = study.chosenWeights;
    pair.common.epochs = 12;
    pair.common.batch = 8;
    pair.common.imageSize = 32;
    pair.common.warmupEpochs = 1;
    pair.common.saveEveryMinutes = 0;
    pair.common.snapshots = {1};
    RK_TRY(const auto planned, study::planPair(study, pair));
    run::ScoreSettings score;
    score.protocol = "knn";
    score.repeats = 1;
    score.imageSize = 32;
    score.own["neighbours"] = 3;
    RK_CHECK(study::planScores(study, {planned.p1x, planned.p2x}, {0, 1, 12}, score));
    return planned;
}

/// Works on a run until a few steps are saved, and is killed.
bool begin(const fs::path& run)
{
    QProcess process;
    process.start(program(), {QStringLiteral("resume"), shown(run)});
    const QString journal = shown(run / "metrics.jsonl");
    const bool worked = QTest::qWaitFor([&] { return get(journal).count('\n') >= 4; }, 60000);
    process.kill();
    return process.waitForFinished() && worked;
}

QString firstFileIn(const QString& folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

/// How many sittings the newest save counts: one more than the save that it went on from.
int sittings(const fs::path& run)
{
    const QStringList saves =
        QDir(shown(run / "checkpoints")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (saves.isEmpty())
        return 0;
    const auto state =
        readJsonFile(run / "checkpoints" / saves.last().toStdString() / "state.json");
    return state ? state->value("clocks", Json::object()).value("sittings", 0) : -1;
}

QByteArray backbone(const fs::path& run)
{
    return get(shown(run / "backbone.safetensors"));
}

} // namespace

/// A study is one folder: it goes on wherever it is put, from where it was.
class TestMovedStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// An image that was deleted does not stop a run for good: it goes on without it once that is
    /// said, from where it was, and its record says so.
    void goesOnWithoutAnImageThatIsGone()
    {
        const TempFolder folder;
        RK_UNWRAP(const auto pair, plan(folder / "s", folder / "images"));
        QVERIFY(begin(pair.p1x));
        const QString gone = shown(folder / "images/train");
        const QString one = firstFileIn(gone);
        QVERIFY(QFile::remove(one));
        const Called stopped =
            call({QStringLiteral("resume"), shown(pair.p1x), QStringLiteral("--json")});
        QCOMPARE(stopped.code, 3);
        QCOMPARE(stopped.json()["error"]["kind"], Json("mismatch"));
        QVERIFY(stopped.err.contains("--without-missing"));
        const int before = sittings(pair.p1x);
        const Called done = call({QStringLiteral("resume"), shown(pair.p1x),
                                  QStringLiteral("--without-missing"), QStringLiteral("--json")});
        QCOMPARE(done.code, 0);
        QVERIFY(before >= 1 && sittings(pair.p1x) > before);
        std::size_t gones = 0;
        const Json warnings = done.json()["warnings"];
        for (const Json& warning : warnings)
            gones += warning["kind"] == Json("images_gone") ? 1 : 0;
        QVERIFY2(gones == 1, done.out.constData());
        QCOMPARE(call({QStringLiteral("verify"), shown(pair.p1x)}).code, 0);
        QCOMPARE(call({QStringLiteral("verify"), shown(pair.p2x)}).code, 3);
    }

    void aRenamedStudyGoesOnWhereItStopped()
    {
        const TempFolder folder;
        RK_UNWRAP(const auto pair, plan(folder / "project", folder / "project/pictures"));
        // A copy that nobody interrupts, for comparison.
        fs::copy(folder / "project", folder / "whole", fs::copy_options::recursive);
        QVERIFY(begin(pair.p2x));
        QCOMPARE(sittings(pair.p2x), 1);
        fs::create_directories(folder / "archive");
        fs::rename(folder / "project", folder / "archive/2026 surfaces");

        const fs::path moved = folder / "archive/2026 surfaces/runs" / pair.p2x.filename();
        const Called resumed = call({QStringLiteral("resume"), shown(moved)}, 120000);
        QVERIFY2(resumed.code == 0, resumed.err.constData());
        QCOMPARE(sittings(moved), 2);
        const fs::path control = folder / "whole/runs" / pair.p2x.filename();
        const Called whole = call({QStringLiteral("resume"), shown(control)}, 120000);
        QVERIFY2(whole.code == 0, whole.err.constData());
        QCOMPARE(sittings(control), 1);
        QVERIFY(!backbone(moved).isEmpty());
        QCOMPARE(backbone(moved), backbone(control));

        // Pass 0 is a file of the study, the others are the run's: all are found.
        const Called scored = call(
            {QStringLiteral("resume"), shown(moved / "scores/knn-100"), QStringLiteral("--json")},
            120000);
        QVERIFY2(scored.code == 0, scored.err.constData());
        QCOMPARE(scored.json()["points"].size(), std::size_t(3));
    }

    /// On another computer the images lie somewhere else.
    void imagesThatLieElsewhereAreNamed()
    {
        const TempFolder folder;
        RK_UNWRAP(const auto pair, plan(folder / "project", folder / "drive/pictures"));
        QVERIFY(begin(pair.p1x));
        fs::rename(folder / "project", folder / "copied");
        fs::rename(folder / "drive", folder / "usb");
        const fs::path run = folder / "copied/runs" / pair.p1x.filename();

        const Called lost = call({QStringLiteral("resume"), shown(run)});
        QVERIFY2(lost.code != 0 && lost.oneSentence(), lost.err.constData());
        QVERIFY2(lost.err.contains("images are no longer there"), lost.err.constData());
        const Called wrong = call({QStringLiteral("resume"), shown(run), QStringLiteral("--images"),
                                   shown(folder / "usb")});
        QVERIFY2(wrong.code != 0 && wrong.oneSentence(), wrong.err.constData());

        const Called resumed = call({QStringLiteral("resume"), shown(run),
                                     QStringLiteral("--images"), shown(folder / "usb/pictures")},
                                    120000);
        QVERIFY2(resumed.code == 0, resumed.err.constData());
        QCOMPARE(sittings(run), 2);
    }
};

QTEST_GUILESS_MAIN(TestMovedStudy)
#include "tst_moved_study.moc"

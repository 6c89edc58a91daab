#include "tests/app/cli_process.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace rekindle;
using namespace rekindle::test;

/// `pretrain --try`: what it says is held against the run itself.
class TestTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(scratch()));
        qputenv("TMPDIR", scratch().toUtf8());
    }

    void aTrialForetellsTheRun()
    {
        const Called tried =
            call(pretrain() << QStringLiteral("--try") << QStringLiteral("--json"), 120000);
        QVERIFY2(tried.code == 0, tried.err.constData());
        QCOMPARE(QDir(scratch()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
        QVERIFY(!QFileInfo::exists(at("run")));
        const Json trial = tried.json();
        QCOMPARE(trial["schema"], Json("rekindle.trial/1"));
        QVERIFY(trial["steps_tried"].get<int>() >= 2);

        const Called done = call(pretrain(), 120000);
        QVERIFY2(done.code == 0, done.err.constData());
        const auto status = parseJson(get(at("run/status.json")).toStdString(), "status");
        QVERIFY(status.has_value());
        QCOMPARE(trial["steps"], (*status)["steps"]);
        QCOMPARE(trial["seconds"].get<double>(),
                 trial["seconds_per_step"].get<double>() * (*status)["steps"].get<double>());
        // Within a tenth, which the journal and the small files are.
        const double left = trial["disk_left"].get<double>();
        QVERIFY2(std::abs(bytesIn(at("run")) - left) < 0.1 * left,
                 qPrintable(QStringLiteral("%1 foretold, %2").arg(left).arg(bytesIn(at("run")))));
        QVERIFY(trial["disk"].get<double>() > left);
        // What the system says of the larger of the two, in KiB.
        rusage largest{};
        QCOMPARE(::getrusage(RUSAGE_CHILDREN, &largest), 0);
        const double memory = trial["memory"].get<double>() / 1024;
        QVERIFY(memory <= static_cast<double>(largest.ru_maxrss));
        QVERIFY(memory > 0.7 * static_cast<double>(largest.ru_maxrss));
    }

    void anInterruptEndsATrialAndLeavesNothing()
    {
        QProcess process;
        process.start(program(), pretrain(100000) << QStringLiteral("--try"));
        const auto begun = [&] {
            return !QDir(scratch()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(begun(), 60000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 5);
        QVERIFY(!begun());
    }

    void whatFailsIsSaid()
    {
        const Called tried =
            call(pretrain() << QStringLiteral("--try") << QStringLiteral("--device")
                            << QStringLiteral("cuda:7"));
        QVERIFY(tried.code != 0);
        QVERIFY2(tried.err.contains("cuda:7"), tried.err.constData());
        const Called nowhere = call(pretrain().mid(0, pretrain().size() - 2));
        QCOMPARE(nowhere.code, 2);
        QVERIFY2(nowhere.err.contains("--out"), nowhere.err.constData());
    }

private:
    [[nodiscard]] QString at(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QString scratch() const { return at("scratch"); }
    [[nodiscard]] QStringList pretrain(int epochs = 3) const
    {
        return {
            QStringLiteral("pretrain"),
            QStringLiteral("--images"),
            QStringLiteral(REKINDLE_SOURCE_DIR "/resources/sample/surfaces"),
            QStringLiteral("--init"),
            QStringLiteral(REKINDLE_SOURCE_DIR "/resources/sample/first-stage-simclr.safetensors"),
            QStringLiteral("--set"),
            QStringLiteral("epochs=%1").arg(epochs),
            QStringLiteral("--set"),
            QStringLiteral("snapshots=1"),
            QStringLiteral("--set"),
            QStringLiteral("warmup_epochs=0"),
            QStringLiteral("--set"),
            QStringLiteral("image_size=32"),
            QStringLiteral("--set"),
            QStringLiteral("save_every_minutes=0"),
            QStringLiteral("--out"),
            at("run")};
    }
    static double bytesIn(const QString& folder)
    {
        double sum = 0;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            sum += static_cast<double>(files.fileInfo().size());
        }
        return sum;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_trial.moc"

// What stands is kept until something new stands in its place.
#include "tests/app/cli_process.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::test;

namespace {

const QString kSample = QStringLiteral(REKINDLE_SOURCE_DIR "/resources/sample");

QString weights()
{
    return kSample + QStringLiteral("/first-stage-simclr.safetensors");
}

} // namespace

class TestForce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatExistsIsKept()
    {
        const QString out = m_folder.filePath(QStringLiteral("kept.safetensors"));
        QVERIFY(put(out, "mine"));
        const QStringList arguments{QStringLiteral("repair"), weights(), QStringLiteral("-o"), out,
                                    QStringLiteral("--no-proof")};
        QCOMPARE(call(arguments).code, 2);
        QCOMPARE(get(out), QByteArray("mine"));
        QCOMPARE(call(arguments + QStringList{QStringLiteral("--force")}).code, 0);
        const Json info = call({QStringLiteral("info"), out, QStringLiteral("--json")}).json();
        QCOMPARE(info["method"], Json("simclr"));
        QVERIFY(QFile::exists(out + QStringLiteral(".repair.json")));
    }

    /// The former run is there as it was when the new one turns out to be impossible.
    void forceLosesNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString here = m_folder.path();
        QTest::newRow("no images") << QStringList{
            QStringLiteral("pretrain"), QStringLiteral("--images"), QStringLiteral("/nope")};
        QTest::newRow("no weights")
            << QStringList{QStringLiteral("pretrain"), QStringLiteral("--images"),
                           kSample + QStringLiteral("/natural"), QStringLiteral("--init"),
                           QStringLiteral("/nope")};
        QTest::newRow("too few images")
            << QStringList{QStringLiteral("pretrain"), QStringLiteral("--images"),
                           kSample + QStringLiteral("/natural"), QStringLiteral("--set"),
                           QStringLiteral("batch=100000")};
        QTest::newRow("from itself")
            << QStringList{QStringLiteral("pretrain"),
                           QStringLiteral("--images"),
                           kSample + QStringLiteral("/natural"),
                           QStringLiteral("--set"),
                           QStringLiteral("batch=2"),
                           QStringLiteral("--init"),
                           here + QStringLiteral("/p1/backbone.safetensors")};
        QTest::newRow("score without images")
            << QStringList{QStringLiteral("evaluate"), QStringLiteral("--checkpoint"), weights(),
                           QStringLiteral("--images"), QStringLiteral("/nope")};
        QTest::newRow("score without labels")
            << QStringList{QStringLiteral("evaluate"), QStringLiteral("--checkpoint"), weights(),
                           QStringLiteral("--images"), kSample + QStringLiteral("/natural")};
    }
    void forceLosesNothing()
    {
        QFETCH(QStringList, words);
        const QString run = m_folder.filePath(QStringLiteral("p1"));
        QVERIFY(QDir(run).removeRecursively() && QDir().mkpath(run));
        QVERIFY(put(run + QStringLiteral("/job.json"), "{}"));
        QVERIFY(QFile::copy(weights(), run + QStringLiteral("/backbone.safetensors")));
        const Called called =
            call(words << QStringLiteral("--out") << run << QStringLiteral("--force"));
        QVERIFY2(called.code == 2 || called.code == 3, called.err.constData());
        QCOMPARE(get(run + QStringLiteral("/job.json")), QByteArray("{}"));
        QVERIFY(QFile::exists(run + QStringLiteral("/backbone.safetensors")));
        QCOMPARE(QDir(m_folder.path())
                     .entryList({QStringLiteral(".tmp-*")}, QDir::AllEntries | QDir::Hidden),
                 QStringList());
    }

    /// Nor does a disk that is full before the new one stands: here a file of more than 1 KiB
    /// fails.
    void aFullDiskLosesNoFormerRun_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("kept");
        QTest::newRow("pretrain") << QStringLiteral(
                                         "pretrain --images \"$2\" --set batch=2 --out \"$3\"")
                                  << QStringLiteral("job.json");
        QTest::newRow("demo") << QStringLiteral("demo --quick -o \"$3\"")
                              << QStringLiteral("study.json");
    }
    void aFullDiskLosesNoFormerRun()
    {
        QFETCH(QString, words);
        QFETCH(QString, kept);
        const QString place = m_folder.filePath(QStringLiteral("full"));
        QVERIFY(QDir(place).removeRecursively());
        if (kept == u"study.json") {
            QCOMPARE(call({QStringLiteral("study"), QStringLiteral("new"), place,
                           QStringLiteral("--title"), QStringLiteral("Sample: surfaces")})
                         .code,
                     0);
        } else {
            QVERIFY(QDir().mkpath(place) && put(place + u'/' + kept, "{}"));
        }
        const QByteArray before = get(place + u'/' + kept);
        QProcess process;
        process.start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
             QStringLiteral("trap '' XFSZ; ulimit -f 1; exec \"$1\" %1 --force").arg(words),
             QStringLiteral("sh"), program(), kSample + QStringLiteral("/natural"), place});
        QVERIFY(process.waitForFinished(60000));
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 4 && err.contains("could not be written"), err.constData());
        QVERIFY(!before.isEmpty());
        QCOMPARE(get(place + u'/' + kept), before);
        QCOMPARE(QDir(m_folder.path())
                     .entryList({QStringLiteral(".tmp-*")}, QDir::AllEntries | QDir::Hidden),
                 QStringList());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestForce)
#include "tst_force.moc"

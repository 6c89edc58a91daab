#include "tests/app/cli_process.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <algorithm>
#include <csignal>
#include <filesystem>

using namespace rekindle;
using namespace rekindle::test;

namespace {

using Words = QStringList;

/// A few of the sample's labelled pictures: small enough for seconds.
bool copyFew(const QString& to, int perClass)
{
    for (const char* part : {"train", "test"}) {
        const QDir from(QStringLiteral(REKINDLE_SOURCE_DIR "/resources/sample/surfaces/") +
                        QLatin1String(part));
        for (const QString& name : from.entryList(QDir::Dirs | QDir::NoDotAndDotDot).mid(0, 2)) {
            const QString target =
                to + QLatin1Char('/') + QLatin1String(part) + QLatin1Char('/') + name;
            const QDir source(from.filePath(name));
            if (!QDir().mkpath(target))
                return false;
            for (const QString& file : source.entryList(QDir::Files).mid(0, perClass)) {
                if (!QFile::copy(source.filePath(file), target + QLatin1Char('/') + file))
                    return false;
            }
        }
    }
    return true;
}

/// Whether a process is there and has not ended; one that nobody has asked after yet (Z) has.
bool works(pid_t process)
{
    const QByteArray stat = get(QStringLiteral("/proc/%1/stat").arg(process));
    return !stat.isEmpty() && !stat.mid(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/// The steps after which sittings of a run say that they went on.
QList<int> wentOnAfter(const QString& run)
{
    static const QRegularExpression kLine("Continuing after step (\\d+)");
    QList<int> steps;
    auto it = kLine.globalMatch(QString::fromUtf8(get(run + QStringLiteral("/log.txt"))));
    while (it.hasNext())
        steps << it.next().captured(1).toInt();
    return steps;
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(copyFew(images(), 8)); }

    void pairIsTrainedScoredAndCompared()
    {
        const QString start =
            QStringLiteral(REKINDLE_SOURCE_DIR "/resources/sample/first-stage-simclr.safetensors");
        const QString repaired = at("repaired.safetensors");
        // The printed rule changes the answers of so small a network: it is refused, and what would
        // keep them is named.
        const QStringList printed{QStringLiteral("repair"), start, QStringLiteral("-o"), repaired};
        const Called refused = call(printed);
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.oneSentence() && refused.err.contains("--scale filter --eps exact") &&
                     refused.err.contains("--anyway"),
                 refused.err.constData());
        QVERIFY(!QFile::exists(repaired));
        const Called anyway =
            call(printed + QStringList{QStringLiteral("--anyway"), QStringLiteral("--json")});
        QCOMPARE(anyway.code, 0);
        const Json told = anyway.json()["warnings"];
        QVERIFY(std::any_of(told.begin(), told.end(), [](const Json& warning) {
            return warning["kind"] == "answers_change";
        }));
        QVERIFY(QFile::remove(repaired) &&
                QFile::remove(repaired + QStringLiteral(".repair.json")));
        const QStringList exact{QStringLiteral("repair"),  start,
                                QStringLiteral("-o"),      at("exact.safetensors"),
                                QStringLiteral("--scale"), QStringLiteral("filter"),
                                QStringLiteral("--eps"),   QStringLiteral("exact")};
        QCOMPARE(call(exact).code, 0);
        const Called repair =
            call({QStringLiteral("repair"), start, QStringLiteral("-o"), repaired,
                  QStringLiteral("--eps"), QStringLiteral("exact"), QStringLiteral("--json")});
        QCOMPARE(repair.code, 0);
        QCOMPARE(repair.json()["proof"]["eval_preserved"], Json(true));

        for (const char* arm : {"p1x", "p2x"}) {
            const QString init = arm[1] == '1' ? QStringLiteral("random") : repaired;
            const Called trained = call(pretrain(arm, init, 2), 120000);
            QVERIFY2(trained.code == 0, trained.err.constData());
            const Called scored = call(
                {QStringLiteral("evaluate"), QStringLiteral("--checkpoint"), at(arm),
                 QStringLiteral("--protocol"), QStringLiteral("knn"), QStringLiteral("--at"),
                 QStringLiteral("all"), QStringLiteral("--set"), QStringLiteral("image_size=32"),
                 QStringLiteral("--set"), QStringLiteral("neighbours=3"), QStringLiteral("--json")},
                120000);
            QVERIFY2(scored.code == 0, scored.err.constData());
            QCOMPARE(scored.json().begin().key(), std::string("schema"));
        }
        const Called compared =
            call({QStringLiteral("compare"), at("p1x"), at("p2x"), QStringLiteral("--json"),
                  QStringLiteral("--csv"), at("curve.csv")});
        QVERIFY2(compared.code == 0, compared.err.constData());
        const Json pair = compared.json()["pairs"][0];
        QCOMPARE(pair["p1x"], Json("p1x"));
        QCOMPARE(pair["matched"], Json(true));
        const Json point = pair["points"].back();
        QCOMPARE(point["epoch"], Json(2));
        QCOMPARE(point["difference"].get<double>(),
                 point["p2x"]["mean"].get<double>() - point["p1x"]["mean"].get<double>());
        QCOMPARE(call({QStringLiteral("verify"), at("p2x")}).code, 0);
        imagesAreVerifiedByTheirBytes();
    }

    /// What scripts read of a run leads to it, whatever bytes its name has.
    void aRunOfAnyNameIsFound()
    {
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
                      QStringList{QStringLiteral("-c"),
                                  QStringLiteral("cd \"$1\" && shift && exec \"$@\" --json --out "
                                                 "\"$(printf 'o\\377d')\""),
                                  QStringLiteral("sh"), m_folder.path(), program()} +
                          pretrain("", QStringLiteral("random"), 2));
        QVERIFY(process.waitForFinished(120000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const auto json = parseJson(process.readAllStandardOutput().toStdString(), "stdout");
        QVERIFY(json.has_value());
        const QByteArray run =
            QByteArray::fromStdString((*json)["run"]["bytes"].get<std::string>());
        const QByteArray file = "/backbone.safetensors";
        QVERIFY(run.endsWith(QByteArray("o\377d").toHex()));
        QCOMPARE((*json)["backbone"]["bytes"], Json((run + file.toHex()).toStdString()));
    }

    void killedAndResumedIsTheSameRun()
    {
        QVERIFY2(call(pretrain("whole", QStringLiteral("random"), 12), 120000).code == 0, "whole");
        QProcess process;
        process.start(program(), pretrain("killed", QStringLiteral("random"), 12));
        // Somewhere after the first lines of the journal.
        const QString journal = at("killed/metrics.jsonl");
        QTRY_VERIFY_WITH_TIMEOUT(get(journal).count('\n') >= 4, 60000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const Called resumed = call({QStringLiteral("resume"), at("killed")}, 120000);
        QVERIFY2(resumed.code == 0, resumed.err.constData());
        // It survived: from the beginning again the end would be equal, too.
        const QList<int> wentOn = wentOnAfter(at("killed"));
        QCOMPARE(wentOn.size(), 1);
        QVERIFY(wentOn.front() > 0);
        QCOMPARE(wentOnAfter(at("whole")), QList<int>());
        const auto digest = [&](const char* run) {
            return call({QStringLiteral("digest"), at(run), QStringLiteral("--json")})
                .json()["digest"];
        };
        QVERIFY(digest("whole").is_string());
        QCOMPARE(digest("killed"), digest("whole"));
        QCOMPARE(get(at("killed/backbone.safetensors")), get(at("whole/backbone.safetensors")));
    }

    /// The worker crashes; whoever watches over it writes that down, and resume goes on. Then the
    /// run gives way to another under --force.
    void aCrashIsWrittenDownAndResumed()
    {
        QProcess process;
        process.start(program(), pretrain("crashed", QStringLiteral("random"), 12) +
                                     Words{QStringLiteral("--json")});
        QTRY_VERIFY_WITH_TIMEOUT(get(at("crashed/metrics.jsonl")).count('\n') >= 4, 60000);
        const auto running = parseJson(get(at("crashed/status.json")).toStdString(), "status");
        QVERIFY(running.has_value());
        const auto worker = (*running)["pid"].get<pid_t>();
        QVERIFY(worker > 0 && worker != process.processId());
        ::kill(worker, SIGSEGV);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 1);
        const auto said = parseJson(process.readAllStandardOutput().trimmed().toStdString(), "out");
        QVERIFY(said && (*said)["error"]["kind"] == "worker_died");
        const auto status = parseJson(get(at("crashed/status.json")).toStdString(), "status");
        QVERIFY(status && (*status)["state"] == "failed");
        const auto message = (*status)["error"]["message"].get<std::string>();
        QVERIFY2(message.find("signal 11") != std::string::npos &&
                     message.find("at step ") != std::string::npos,
                 message.c_str());
        QCOMPARE(call({QStringLiteral("resume"), at("crashed")}, 120000).code, 0);

        Words again = pretrain("crashed", QStringLiteral("random"), 2);
        QCOMPARE(call(again).code, 2);
        const Called replaced = call(again << QStringLiteral("--force"), 120000);
        QVERIFY2(replaced.code == 0, replaced.err.constData());
        QCOMPARE(get(at("crashed/metrics.jsonl")).count('\n') < 12, true);
        QCOMPARE(QDir(m_folder.path())
                     .entryList({QStringLiteral(".*-*")}, QDir::AllEntries | QDir::Hidden),
                 QStringList());
    }

    /// The first signal pauses and tells so by the exit code; the second ends everything at once
    /// and leaves no worker behind.
    void signalsReachTheWorker()
    {
        QProcess process;
        process.start(program(), pretrain("signalled", QStringLiteral("random"), 4000));
        const auto lines = [&] { return get(at("signalled/metrics.jsonl")).count('\n'); };
        QTRY_VERIFY_WITH_TIMEOUT(lines() >= 2, 60000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 5);
        auto status = parseJson(get(at("signalled/status.json")).toStdString(), "status");
        QVERIFY(status && (*status)["state"] == "paused");
        const auto before = lines();
        process.start(program(), {QStringLiteral("resume"), at("signalled")});
        QTRY_VERIFY_WITH_TIMEOUT(lines() > before + 1, 60000);
        status = parseJson(get(at("signalled/status.json")).toStdString(), "status");
        QVERIFY(status.has_value());
        const auto worker = (*status)["pid"].get<pid_t>();
        QVERIFY(::kill(worker, SIGSTOP) == 0); // it cannot end by itself
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QTest::qWait(300);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitCode(), 130);
        QTRY_VERIFY_WITH_TIMEOUT(!works(worker), 5000);
    }

    /// Each kill falls somewhere in a repeat's fine-tuning, mostly in the middle of a pass.
    void scoringKilledAndResumedGivesTheSameScores()
    {
        QVERIFY2(call(score("scored"), 120000).code == 0, "scored");
        QProcess process;
        process.start(program(), score("cut"));
        for (const int lines : {3, 7, 11, 15}) {
            QTRY_VERIFY_WITH_TIMEOUT(get(at("cut/metrics.jsonl")).count('\n') >= lines, 60000);
            process.kill();
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
            process.start(program(), {QStringLiteral("resume"), at("cut")});
        }
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitCode(), 0);
        // It survived the kills: some sitting went on in the middle of a unit's fine-tuning.
        const QList<int> wentOn = wentOnAfter(at("cut"));
        QVERIFY(!wentOn.empty());
        QVERIFY(*std::max_element(wentOn.begin(), wentOn.end()) > 0);
        QCOMPARE(get(at("scored/metrics.jsonl")).count('\n'), 2 * (kScorePasses + 1));
        QCOMPARE(get(at("cut/metrics.jsonl")), get(at("scored/metrics.jsonl")));
        QCOMPARE(get(at("cut/result.json")), get(at("scored/result.json")));
    }

    /// What a run that was finished early did not reach is left out, and what it reached is scored.
    void finishedEarlyIsScoredAsFarAsItCame()
    {
        QProcess process;
        process.start(program(), pretrain("early", QStringLiteral("random"), 4000));
        const QString planned = at("early/snapshots/epoch-000002.safetensors");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(planned), 60000);
        const QByteArray exact = get(planned);
        // Past the planned snapshot: another pass has begun.
        const auto lines = get(at("early/metrics.jsonl")).count('\n');
        QTRY_VERIFY_WITH_TIMEOUT(get(at("early/metrics.jsonl")).count('\n') > lines + 2, 60000);
        QCOMPARE(call({QStringLiteral("finish"), at("early")}).code, 0);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 0);
        const Json done =
            call({QStringLiteral("evaluate"), QStringLiteral("--checkpoint"), at("early"),
                  QStringLiteral("--protocol"), QStringLiteral("knn"), QStringLiteral("--at"),
                  QStringLiteral("all"), QStringLiteral("--repeats"), QStringLiteral("1"),
                  QStringLiteral("--set"), QStringLiteral("image_size=32"), QStringLiteral("--set"),
                  QStringLiteral("neighbours=3"), QStringLiteral("--json")},
                 120000)
                .json();
        QVERIFY(done.contains("points"));
        QCOMPARE(done["points"].size(), std::size_t{4});
        QCOMPARE(done["points"][2]["epoch"], Json(2));
        // Its end: the pass it was told to stop after, and no planned one.
        const auto end = done["points"][3]["epoch"].get<double>();
        QVERIFY(end > 2);
        QVERIFY(end < 4000);
        // The planned snapshot is still the one that was made at its time.
        QCOMPARE(get(planned), exact);
        QCOMPARE(QDir(at("early/snapshots")).entryList({QStringLiteral("early-*")}).size(), 1);
        const Called beyond = call({QStringLiteral("evaluate"), QStringLiteral("--checkpoint"),
                                    at("early"), QStringLiteral("--at"), QStringLiteral("3999")});
        QVERIFY2(beyond.oneSentence() && beyond.err.contains("pass 3999"), beyond.err.constData());
    }

    /// bfloat16 rounds to 8 bits: near float32's loss, and not the same.
    void halfPrecisionTrainsNearTheWhole()
    {
        QList<double> first;
        for (const char* precision : {"fp32", "bf16"}) {
            Words words = pretrain(precision, QStringLiteral("random"), 2);
            words << QStringLiteral("--set")
                  << QStringLiteral("precision=") + QLatin1String(precision);
            const Called trained = call(words, 120000);
            QVERIFY2(trained.code == 0, trained.err.constData());
            const QString journal = at(precision) + QStringLiteral("/metrics.jsonl");
            for (const QByteArray& line : get(journal).split('\n')) {
                const auto json = parseJson(line.toStdString(), "metrics.jsonl");
                if (json && json->contains("loss")) {
                    first << (*json)["loss"].get<double>();
                    break;
                }
            }
        }
        QCOMPARE(first.size(), 2);
        QVERIFY(first[0] != first[1]);
        QVERIFY2(std::abs(first[1] / first[0] - 1) < 0.02, qPrintable(QString::number(first[1])));
    }

private:
    /// An image whose size and time are as they were, and whose bytes are not.
    void imagesAreVerifiedByTheirBytes()
    {
        namespace fs = std::filesystem;
        QDirIterator files(images(), {QStringLiteral("*.png")}, QDir::Files,
                           QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        const QString name = files.next();
        const auto time = fs::last_write_time(name.toStdString());
        const QByteArray whole = get(name);
        const auto put = [&](const QByteArray& bytes) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
            file.close();
            fs::last_write_time(name.toStdString(), time);
        };
        QByteArray other = whole;
        other[other.size() - 20] = static_cast<char>(other[other.size() - 20] ^ 1);
        put(other);
        const Called changed =
            call({QStringLiteral("verify"), at("p2x"), QStringLiteral("--json")});
        put(whole);
        QVERIFY(changed.code != 0);
        QCOMPARE(changed.json()["error"]["kind"], Json("mismatch"));
        const auto message = changed.json()["error"]["message"].get<std::string>();
        QVERIFY2(message.find("1 has changed") != std::string::npos, message.c_str());
        QCOMPARE(call({QStringLiteral("verify"), at("p2x")}).code, 0);
    }

    static constexpr int kScorePasses = 8;
    [[nodiscard]] Words score(const char* folder) const
    {
        Words words{QStringLiteral("evaluate"),
                    QStringLiteral("--checkpoint"),
                    QStringLiteral("random"),
                    QStringLiteral("--images"),
                    images(),
                    QStringLiteral("--repeats"),
                    QStringLiteral("2"),
                    QStringLiteral("--out"),
                    at(folder)};
        for (const QString& set :
             {QStringLiteral("epochs=%1").arg(kScorePasses), QStringLiteral("batch=3"),
              QStringLiteral("image_size=32"), QStringLiteral("architecture=resnet18/16"),
              QStringLiteral("save_every_minutes=0")})
            words << QStringLiteral("--set") << set;
        return words;
    }
    [[nodiscard]] QString at(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QString images() const { return at("images"); }
    [[nodiscard]] Words pretrain(const char* run, const QString& init, int epochs) const
    {
        Words words{QStringLiteral("pretrain"), QStringLiteral("--images"), images(),
                    QStringLiteral("--init"), init};
        if (*run != '\0')
            words << QStringLiteral("--out") << at(run);
        for (const QString& set :
             {QStringLiteral("epochs=%1").arg(epochs), QStringLiteral("batch=8"),
              QStringLiteral("image_size=32"), QStringLiteral("warmup_epochs=1"),
              QStringLiteral("architecture=resnet18/16"), QStringLiteral("save_every_minutes=0"),
              QStringLiteral("snapshots=1,2")})
            words << QStringLiteral("--set") << set;
        return words;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"

#include "tests/app/cli_process.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest/QtTest>
#include <cstring>
#include <limits>
#include <map>
#include <string>

using namespace rekindle;
using namespace rekindle::test;

namespace {

const QString kSample = QStringLiteral(REKINDLE_SOURCE_DIR "/resources/sample");

QString weights()
{
    return kSample + QStringLiteral("/first-stage-simclr.safetensors");
}

QString aPicture()
{
    const QDir folder(kSample + QStringLiteral("/natural"));
    return folder.filePath(folder.entryList({QStringLiteral("*.jpg")}, QDir::Files).value(0));
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpOpensWithAnExample_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* verb : {"info", "inspect", "repair", "dataset", "pretrain", "resume",
                                 "pause", "finish", "cancel", "curves", "evaluate", "compare",
                                 "study", "methods", "demo", "verify", "digest", "doctor"})
            QTest::newRow(verb) << QString::fromLatin1(verb);
    }
    void helpOpensWithAnExample()
    {
        QFETCH(const QString, verb);
        const Called called = call({verb, QStringLiteral("--help")});
        QCOMPARE(called.code, 0);
        QVERIFY2(called.out.startsWith("Example: rekindle-cli " + verb.toLatin1()),
                 called.out.left(100).constData());
        QVERIFY(called.err.isEmpty());
    }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no such verb") << QStringList{QStringLiteral("retrain")};
        QTest::newRow("no file") << QStringList{QStringLiteral("info")};
        QTest::newRow("no such setting")
            << QStringList{QStringLiteral("pretrain"), QStringLiteral("--out"), QStringLiteral("x"),
                           QStringLiteral("--set"), QStringLiteral("baths=3")};
        QTest::newRow("no such method")
            << QStringList{QStringLiteral("pretrain"), QStringLiteral("--out"), QStringLiteral("x"),
                           QStringLiteral("--method"), QStringLiteral("swav")};
        QTest::newRow("no such method by --set")
            << QStringList{QStringLiteral("pretrain"), QStringLiteral("--out"), QStringLiteral("x"),
                           QStringLiteral("--set"), QStringLiteral("method=byol")};
        QTest::newRow("no such protocol") << QStringList{
            QStringLiteral("evaluate"), QStringLiteral("--checkpoint"), QStringLiteral("random"),
            QStringLiteral("--protocol"), QStringLiteral("linear")};
        QTest::newRow("a setting of the other protocol") << QStringList{
            QStringLiteral("evaluate"), QStringLiteral("--checkpoint"), QStringLiteral("random"),
            QStringLiteral("--set"), QStringLiteral("neighbours=3")};
        QTest::newRow("a limit that is no size")
            << QStringList{QStringLiteral("pretrain"), QStringLiteral("--out"), QStringLiteral("x"),
                           QStringLiteral("--set"), QStringLiteral("memory_limit=8Q")};
        QTest::newRow("unknown rule")
            << QStringList{QStringLiteral("repair"), weights(),
                           QStringLiteral("-o"),     QStringLiteral("x"),
                           QStringLiteral("--rule"), QStringLiteral("mine")};
    }
    void wrongCommandLines()
    {
        QFETCH(QStringList, arguments);
        const Called plain = call(arguments);
        QCOMPARE(plain.code, 2);
        QVERIFY2(plain.oneSentence(), plain.err.constData());
        QVERIFY(plain.out.isEmpty());
        const Called called = call(arguments << QStringLiteral("--json"));
        QCOMPARE(called.code, 2);
        const Json json = called.json();
        QVERIFY(json.is_object());
        QCOMPARE(json.begin().key(), std::string("schema"));
        QCOMPARE(json["error"]["kind"], Json("usage"));
    }

    void infoAndInspectAgree()
    {
        const Json info =
            call({QStringLiteral("info"), weights(), QStringLiteral("--json")}).json();
        QCOMPARE(info["schema"], Json("rekindle.info/1"));
        QCOMPARE(info["architecture"]["depth"], Json(18));
        const Called called =
            call({QStringLiteral("inspect"), weights(), QStringLiteral("--json")});
        QCOMPARE(called.code, 0);
        const Json inspect = called.json();
        QCOMPARE(inspect["schema"], Json("rekindle.inspect/1"));
        std::size_t filters = 0;
        for (const Json& layer : inspect["layers"])
            filters += layer["filter_norms"].size();
        QCOMPARE(inspect["totals"]["filters"], Json(filters));
        QCOMPARE(inspect["layers"].size(), info["convolutions"].get<std::size_t>());
    }

    void badCheckpoints_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = get(weights());
        QVERIFY(whole.size() > 10000);
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html><body>404</body></html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut in half") << whole.left(whole.size() / 2);
        QByteArray notANumber = whole;
        const float nan = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(notANumber.data() + notANumber.size() - 400, &nan, sizeof nan);
        QTest::newRow("not a number") << notANumber;
        // The tensors of another network: the names that make a ResNet are gone.
        QByteArray other = whole;
        QTest::newRow("another architecture") << other.replace("layer", "block");
    }
    void badCheckpoints()
    {
        QFETCH(const QByteArray, bytes);
        const QString file = m_folder.filePath(QStringLiteral("bad.safetensors"));
        QVERIFY(put(file, bytes));
        const QString out = m_folder.filePath(QStringLiteral("never.safetensors"));
        const Called called = call({QStringLiteral("repair"), file, QStringLiteral("-o"), out,
                                    QStringLiteral("--no-proof")});
        QCOMPARE(called.code, 3);
        QVERIFY2(called.oneSentence(), called.err.constData());
        QVERIFY(!QFile::exists(out));
        QCOMPARE(get(file), bytes);
    }

    void badFolders()
    {
        const Called none =
            call({QStringLiteral("dataset"), m_folder.filePath(QStringLiteral("no"))});
        QCOMPARE(none.code, 3);
        QVERIFY2(none.oneSentence(), none.err.constData());
        const QString empty = m_folder.filePath(QStringLiteral("empty"));
        QVERIFY(QDir().mkpath(empty));
        const Called nothing = call({QStringLiteral("dataset"), empty, QStringLiteral("--json")});
        QCOMPARE(nothing.code, 3);
        QVERIFY(nothing.json().contains("error"));
    }

    void badPicturesAreListed()
    {
        const QString folder = m_folder.filePath(QStringLiteral("mixed"));
        QVERIFY(QDir().mkpath(folder));
        const QByteArray picture = get(aPicture());
        QVERIFY(!picture.isEmpty());
        QVERIFY(put(folder + QStringLiteral("/good.jpg"), picture));
        QVERIFY(put(folder + QStringLiteral("/cut.jpg"), picture.left(picture.size() / 2)));
        QVERIFY(put(folder + QStringLiteral("/cut.png"),
                    QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)));
        QVERIFY(put(folder + QStringLiteral("/text.jpg"), "only words"));
        const Called called = call({QStringLiteral("dataset"), folder, QStringLiteral("--json"),
                                    QStringLiteral("--strict")});
        QCOMPARE(called.code, 6);
        const Json json = called.json();
        QCOMPARE(json["readable"], Json(1));
        QCOMPARE(json["problems"].size(), std::size_t(3));
    }

    void aStudyIsNewWholeOrNotAtAll()
    {
        const QString study = m_folder.filePath(QStringLiteral("study"));
        const Called called = call({QStringLiteral("study"), QStringLiteral("new"), study,
                                    QStringLiteral("--weights"), QStringLiteral("/nope")});
        QCOMPARE(called.code, 3);
        QVERIFY(!QFile::exists(study));
        QCOMPARE(call({QStringLiteral("study"), QStringLiteral("new"), study}).code, 0);
        QCOMPARE(call({QStringLiteral("study"), QStringLiteral("new"), study}).code, 2);
        QCOMPARE(call({QStringLiteral("study"), QStringLiteral("status"), study}).code, 0);
    }

    /// Warnings are values of every verb they concern, and what --strict counts.
    void warningsAreValues()
    {
        const QString folder = m_folder.filePath(QStringLiteral("leaky"));
        const QByteArray picture = get(aPicture());
        for (const char* place : {"train/a", "train/b", "test/a", "test/b"})
            QVERIFY(QDir().mkpath(folder + QLatin1Char('/') + QLatin1String(place)));
        QVERIFY(put(folder + QStringLiteral("/train/a/1.jpg"), picture));
        QVERIFY(put(folder + QStringLiteral("/test/a/2.jpg"), picture));
        const QDir natural(kSample + QStringLiteral("/natural"));
        const QStringList others = natural.entryList({QStringLiteral("*.jpg")}, QDir::Files);
        QVERIFY(QFile::copy(natural.filePath(others.value(1)),
                            folder + QStringLiteral("/train/b/3.jpg")));
        const Called called = call({QStringLiteral("dataset"), folder, QStringLiteral("--json"),
                                    QStringLiteral("--strict")});
        QCOMPARE(called.code, 6);
        const Json warnings = called.json()["warnings"];
        std::map<std::string, Json> byKind;
        for (const Json& warning : warnings)
            byKind[warning["kind"].get<std::string>()] = warning;
        QVERIFY2(byKind.contains("copies_in_test") && byKind.contains("class_without_images") &&
                     byKind.contains("same_bytes"),
                 warnings.dump().c_str());
        QVERIFY(byKind["copies_in_test"]["sentence"].get<std::string>().starts_with(
            "1 of 1 test images is an exact copy of training images"));
        QCOMPARE(byKind["copies_in_test"]["count"], Json(1));
        QCOMPARE(called.err.count("note: "), static_cast<qsizetype>(warnings.size()));
        QCOMPARE(call({QStringLiteral("dataset"), folder}).code, 0);
        const Called fresh =
            call({QStringLiteral("study"), QStringLiteral("new"),
                  m_folder.filePath(QStringLiteral("leaky study")), QStringLiteral("--images"),
                  folder, QStringLiteral("--strict"), QStringLiteral("--json")});
        QCOMPARE(fresh.code, 6);
        QCOMPARE(fresh.json()["warnings"], warnings);
    }

    /// Names that are no UTF-8 come out as their bytes, and nothing is lost on the way.
    void namesOfAnyBytes()
    {
        QProcess process;
        const QString script = QStringLiteral(
            "cd \"$1\" && n=$(printf 'o\\377d') && mkdir -p \"$n\" && cp \"$2\" \"$n/a.jpg\" && "
            "cp \"$2\" \"$n/b.jpg\" && \"$3\" pretrain --images \"$n\" --out \"$n/run\" --set "
            "batch=2 --dry-run --json && \"$3\" study new \"$n/s\" --images \"$n\" >&2 && "
            "\"$3\" study status \"$n/s\" >&2 && cp \"$4\" \"$n.st\" && \"$3\" info \"$n.st\" "
            "--json && "
            "\"$3\" inspect \"$n.st\" --json && \"$3\" pause \"$n/none\" --json");
        process.start(QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"), script, QStringLiteral("sh"), m_folder.path(),
                       aPicture(), program(), weights()});
        QVERIFY(process.waitForFinished(60000));
        const QByteArray out = process.readAllStandardOutput();
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 3 && err.contains("New study"), err.constData());
        std::vector<Json> answers;
        for (const QByteArray& line : out.trimmed().split('\n')) {
            const auto json = parseJson(line.toStdString(), "stdout");
            QVERIFY2(json.has_value(), line.constData());
            answers.push_back(*json);
        }
        QCOMPARE(answers.size(), std::size_t{4});
        QCOMPARE(answers[0]["run"]["bytes"], Json("6fff642f72756e"));
        QVERIFY(answers[0]["settings"]["images"]["bytes"].get<std::string>().ends_with("6fff64"));
        QCOMPARE(answers[1]["file"]["bytes"], Json("6fff642e7374"));
        QCOMPARE(answers[2]["file"]["bytes"], Json("6fff642e7374"));
        const auto subject = answers[3]["error"]["subject"].get<std::string>();
        QVERIFY2(subject.find("o\\xffd/none") != std::string::npos, subject.c_str());
    }

    void aFullDiskIsSaid()
    {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(program(), {QStringLiteral("info"), weights(), QStringLiteral("--json")});
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 4);
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(err.startsWith("rekindle-cli: ") && err.count('\n') == 1, err.constData());
    }

    void tooFewImagesForABatch()
    {
        const QString folder = m_folder.filePath(QStringLiteral("one"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::copy(aPicture(), folder + QStringLiteral("/a.jpg")));
        const QString run = m_folder.filePath(QStringLiteral("run"));
        const Called called = call({QStringLiteral("pretrain"), QStringLiteral("--images"), folder,
                                    QStringLiteral("--out"), run});
        QCOMPARE(called.code, 2);
        QVERIFY2(called.oneSentence(), called.err.constData());
        QVERIFY(!QFile::exists(run));
    }

    /// Names, units and meanings come from where the settings are checked.
    void methodsListsEveryMethodAndProtocol()
    {
        const Called called = call({QStringLiteral("methods"), QStringLiteral("--json")});
        QCOMPARE(called.code, 0);
        const Json json = called.json();
        std::vector<std::string> methods, presets;
        for (const Json& method : json["methods"])
            methods.push_back(method["name"].get<std::string>());
        QCOMPARE(methods,
                 (std::vector<std::string>{"simclr", "swav", "byol", "moco", "supervised"}));
        for (const Json& preset : json["presets"])
            presets.push_back(preset["name"].get<std::string>());
        QCOMPARE(presets, (std::vector<std::string>{"quick", "small-set", "small-lab", "paper"}));
        QCOMPARE(json["protocols"].size(), std::size_t(2));
        const auto setting = [&](const Json& of, const char* name) {
            for (const Json& entry : of["settings"]) {
                if (entry["name"] == name)
                    return entry;
            }
            return Json();
        };
        const Json epochs = setting(json["methods"][0], "epochs");
        QCOMPARE(epochs["default"], Json(100));
        QCOMPARE(epochs["unit"], Json("passes"));
        QCOMPARE(epochs["decides"], Json("numbers"));
        QCOMPARE(setting(json["methods"][0], "threads")["decides"], Json("operation"));
        QCOMPARE(setting(json["methods"][0], "temperature")["default"], Json(0.1));
        QCOMPARE(json["protocols"][1]["name"], Json("knn"));
        QCOMPARE(setting(json["protocols"][1], "neighbours")["default"], Json(20));
        QVERIFY(setting(json["protocols"][1], "lr").is_null());
        QCOMPARE(setting(json["methods"][0], "memory_limit")["decides"], Json("operation"));
        QCOMPARE(setting(json["methods"][0], "pieces")["decides"], Json("numbers"));
        for (const char* kind : {"methods", "protocols"}) {
            for (const Json& entry : json[kind]) {
                for (const Json& one : entry["settings"])
                    QVERIFY(!one["meaning"].get<std::string>().empty());
            }
        }
    }

    void settingsFromFileAndCommandLine()
    {
        const QString folder = m_folder.filePath(QStringLiteral("two"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::copy(aPicture(), folder + QStringLiteral("/a.jpg")));
        QVERIFY(QFile::copy(aPicture(), folder + QStringLiteral("/b.jpg")));
        const QString config = m_folder.filePath(QStringLiteral("run.toml"));
        QVERIFY(put(config, "epochs = 7\nbatch = 5\nsnapshots = [1, 3]\n[conventions]\npadding = "
                            "\"same\"\n"));
        const Called called =
            call({QStringLiteral("pretrain"), QStringLiteral("--images"), folder,
                  QStringLiteral("--out"), m_folder.filePath(QStringLiteral("dry")),
                  QStringLiteral("--config"), config, QStringLiteral("--set"),
                  QStringLiteral("batch=2"), QStringLiteral("--seed"), QStringLiteral("9"),
                  QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(called.code, 0);
        const Json settings = called.json()["settings"];
        QCOMPARE(settings["epochs"], Json(7));
        QCOMPARE(settings["batch"], Json(2));
        QCOMPARE(settings["seed"], Json(9));
        QCOMPARE(settings["snapshots"], (Json{1, 3}));
        QCOMPARE(settings["conventions"]["padding"], Json("same"));
    }

    /// What is chosen for a limit is said before anything is made; what cannot be met is refused
    /// with what would do.
    void aMemoryLimitIsMetOrRefused()
    {
        const QString folder = m_folder.filePath(QStringLiteral("large"));
        QVERIFY(QDir().mkpath(folder));
        for (const char* name : {"/a.jpg", "/b.jpg", "/c.jpg", "/d.jpg"})
            QVERIFY(QFile::copy(aPicture(), folder + QLatin1String(name)));
        const auto dry = [&](const char* limit, bool json) {
            QStringList words{QStringLiteral("pretrain"),
                              QStringLiteral("--images"),
                              folder,
                              QStringLiteral("--out"),
                              m_folder.filePath(QStringLiteral("never")),
                              QStringLiteral("--device"),
                              QStringLiteral("cpu"),
                              QStringLiteral("--set"),
                              QStringLiteral("batch=4"),
                              QStringLiteral("--set"),
                              QStringLiteral("image_size=512"),
                              QStringLiteral("--dry-run"),
                              QStringLiteral("--memory-limit"),
                              QString::fromLatin1(limit)};
            if (json)
                words << QStringLiteral("--json");
            return call(words);
        };
        const Json roomy = dry("100G", true).json();
        QCOMPARE(roomy["memory"]["chosen"]["recompute"], Json(false));
        QCOMPARE(roomy["memory"]["chosen"]["pieces"], Json(1));
        const double whole = roomy["memory"]["estimate"]["total"].get<double>();

        const QByteArray tight = QByteArray::number(static_cast<qint64>(whole * 0.9));
        const Called cut = dry(tight.constData(), true);
        QCOMPARE(cut.code, 0);
        QCOMPARE(cut.json()["memory"]["chosen"]["recompute"], Json(true));
        QCOMPARE(cut.json()["settings"]["recompute"], Json("yes"));
        QCOMPARE(cut.json()["settings"]["batch"], Json(4));
        QVERIFY(dry(tight.constData(), false).out.contains("computed again"));

        const Called refused = dry("100M", false);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("memory limit is 100.0 MiB"), refused.err.constData());
        QVERIFY(refused.err.contains("Allow "));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"

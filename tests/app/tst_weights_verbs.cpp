// convert and features from outside: files by their real writers in, names of torchvision out, and
// features as their own frameworks computed them.
#include "core/checkpoint/checkpoint.h"
#include "core/storage/digest.h"
#include "tests/app/cli_process.h"
#include "tests/support/result_macros.h"

#include <QImage>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::test;

namespace {

const QString kWriters = QStringLiteral(REKINDLE_TEST_DATA "/checkpoint/writers/");

bool sameWeights(const weights::WeightSet& one, const weights::WeightSet& other)
{
    if (one.items().size() != other.items().size())
        return false;
    for (const auto& item : one.items()) {
        const auto* twin = other.find(item.name);
        if (twin == nullptr || twin->shape != item.tensor.shape ||
            twin->values != item.tensor.values || twin->stored != item.tensor.stored)
            return false;
    }
    return true;
}

} // namespace

class TestWeightsVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsThereAndBack_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("byol") << "byol_2020_bottleneck_2.pkl";
        QTest::newRow("simclr") << "tf1/model.ckpt-225206.index";
        QTest::newRow("swav") << "swav.pth.tar";
        QTest::newRow("resnext") << "resnext.pth";
        QTest::newRow("without relu") << "lightly.ckpt";
        QTest::newRow("three stages") << "cifar_padded.pth";
    }

    void convertsThereAndBack()
    {
        QFETCH(QString, file);
        QTemporaryDir folder;
        RK_UNWRAP(const auto original, checkpoint::readCheckpoint((kWriters + file).toStdString()));
        for (const char* ending : {".safetensors", ".pth"}) {
            const QString out = folder.filePath(QStringLiteral("out") + QLatin1String(ending));
            const Called made = call({QStringLiteral("convert"), kWriters + file,
                                      QStringLiteral("-o"), out, QStringLiteral("--json")});
            QCOMPARE(made.code, 0);
            QCOMPARE(made.json()["schema"].get<std::string>(), std::string("rekindle.convert/1"));
            RK_UNWRAP(const auto back, checkpoint::readCheckpoint(out.toStdString()));
            QVERIFY(sameWeights(back.weights, original.weights));
            if (QLatin1String(ending) == QLatin1String(".safetensors")) {
                QVERIFY(back.conventions == original.conventions);
                QVERIFY(back.architecture == original.architecture);
                QCOMPARE(back.method, original.method);
            }
            const Called again =
                call({QStringLiteral("convert"), kWriters + file, QStringLiteral("-o"), out});
            QCOMPARE(again.code, 2);
        }
    }

    /// torch.load(weights_only=True) of PyTorch 2.11 gave back every bit of the file of this hash.
    void asPyTorchReadIt()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("out.pth"));
        const Called made =
            call({QStringLiteral("convert"), kWriters + QStringLiteral("moco_v2.pth"),
                  QStringLiteral("-o"), out, QStringLiteral("--with-head")});
        QCOMPARE(made.code, 0);
        RK_UNWRAP(const std::string hash, storage::sha256File(out.toStdString()));
        QCOMPARE(hash,
                 std::string("5abd401ef1990a50d16d70829c4fc3a8a2f8b16678ea77f7f51b1d717bd0e9fc"));
        QVERIFY(made.out.contains("with its classifier"));
    }

    /// Each repair adds itself to the history in the file.
    void repairedTwice()
    {
        QTemporaryDir folder;
        QString input = kWriters + QStringLiteral("swav.pth.tar");
        for (int times = 1; times <= 2; ++times) {
            const QString out = folder.filePath(QStringLiteral("%1.safetensors").arg(times));
            const Called made = call({QStringLiteral("repair"), input, QStringLiteral("-o"), out,
                                      QStringLiteral("--no-proof"), QStringLiteral("--except"),
                                      QStringLiteral("layer1.0.conv1"), QStringLiteral("--json")});
            QVERIFY2(made.code == 0, made.err.constData());
            QCOMPARE(made.err.contains("repaired already"), times == 2);
            RK_UNWRAP(const auto read, checkpoint::readCheckpoint(out.toStdString()));
            RK_UNWRAP(const Json history,
                      parseJson(read.metadata.at("rekindle.history"), "history"));
            QCOMPARE(history.size(), std::size_t(times));
            QVERIFY(history.back()["scaled"].is_array());
            QCOMPARE(history.back()["settings"]["except"][0].get<std::string>(),
                     std::string("layer1.0.conv1"));
            input = out;
        }
    }

    /// What was done to the weights is said wherever they are read, and --strict minds it.
    void everyVerbWarns_data()
    {
        QTest::addColumn<QStringList>("verb");
        QTest::newRow("info") << QStringList{"info"};
        QTest::newRow("inspect") << QStringList{"inspect"};
        QTest::newRow("convert") << QStringList{"convert", "-o", "FOLDER/out.safetensors"};
        QTest::newRow("repair") << QStringList{"repair", "--no-proof", "-o",
                                               "FOLDER/r.safetensors"};
        QTest::newRow("features") << QStringList{
            "features", "--image-size", "32", "--images", "FOLDER", "-o", "FOLDER/f.csv"};
    }

    void everyVerbWarns()
    {
        QFETCH(QStringList, verb);
        QTemporaryDir folder;
        QVERIFY(
            QImage(32, 32, QImage::Format_RGB888).save(folder.filePath(QStringLiteral("a.png"))));
        QStringList arguments = verb.replaceInStrings(QStringLiteral("FOLDER"), folder.path());
        arguments.insert(
            1, QStringLiteral(REKINDLE_TEST_DATA "/checkpoint/cases/all_bias.safetensors"));
        arguments << QStringLiteral("--json") << QStringLiteral("--strict");
        const Called called = call(arguments);
        QVERIFY2(called.code == 6, called.err.constData());
        QVERIFY(called.err.contains("20 convolutions have biases"));
        QCOMPARE(called.err.count("20 convolutions"), 1);
        std::vector<std::string> kinds;
        const Json answer = called.json();
        for (const Json& warning : answer["warnings"])
            kinds.push_back(warning["kind"].get<std::string>());
        QCOMPARE(std::count(kinds.begin(), kinds.end(), "bias_folded"), 1);
        QCOMPARE(std::count(kinds.begin(), kinds.end(), "origin_unknown"), 1);
    }

    /// The bands of a satellite's picture as its real writer wrote it, and a picture that holds
    /// three of them alone, as numpy picked them: the same features, and others than those of the
    /// first three.
    void featuresOfChosenBands()
    {
        QTemporaryDir folder;
        for (const char* name : {"satellite", "chosen"})
            QVERIFY(QDir(folder.path()).mkdir(QLatin1String(name)));
        QVERIFY(QFile::copy(QStringLiteral(REKINDLE_TEST_DATA "/image/bands13.tif"),
                            folder.filePath(QStringLiteral("satellite/a.tif"))));
        RK_UNWRAP(const Json expected,
                  readJsonFile(REKINDLE_TEST_DATA "/image/expected_pictures.json"));
        const Json& frame = expected["bands13.tif"]["frames"][0];
        QVERIFY((expected["bands13.tif"]["bands"] == Json{4, 3, 2}));
        const auto values = frame["pixels"].get<std::vector<quint16>>();
        QImage picture(frame["width"].get<int>(), frame["height"].get<int>(),
                       QImage::Format_RGBX64);
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const std::size_t at = 3 * static_cast<std::size_t>(y * picture.width() + x);
                picture.setPixelColor(
                    x, y, QColor::fromRgba64(values[at], values[at + 1], values[at + 2]));
            }
        }
        QVERIFY(picture.save(folder.filePath(QStringLiteral("chosen/a.png"))));
        const auto features = [&](const QString& images, const QStringList& options) {
            const Called made =
                call(QStringList{QStringLiteral("features"),
                                 kWriters + QStringLiteral("byol_2020_bottleneck_2.pkl"),
                                 QStringLiteral("--images"), folder.filePath(images),
                                 QStringLiteral("-o"), folder.filePath(QStringLiteral("f.csv")),
                                 QStringLiteral("--image-size"), QStringLiteral("32"),
                                 QStringLiteral("--force"), QStringLiteral("--json")} +
                     options);
            const Json json = made.json();
            const auto rows = get(folder.filePath(QStringLiteral("f.csv"))).trimmed().split('\n');
            return std::pair{json.is_object() ? json.value("reading", Json()) : Json(),
                             rows.size() == 2 ? rows[1].mid(rows[1].indexOf(',')) : QByteArray()};
        };
        const QStringList bands{QStringLiteral("--bands"), QStringLiteral("4,3,2")};
        const auto [usually, first] = features(QStringLiteral("satellite"), {});
        const auto [read, chosen] = features(QStringLiteral("satellite"), bands);
        const auto [plainly, alone] = features(QStringLiteral("chosen"), {});
        QVERIFY(usually["bands"].empty() && plainly["bands"].empty());
        QVERIFY((read["bands"] == Json{4, 3, 2}));
        QVERIFY(alone.size() > 64);
        QCOMPARE(chosen, alone);
        QVERIFY(!first.isEmpty() && first != chosen);

        // Of a study its own reading is used, without a word, and what is said counts more.
        const Called made =
            call({QStringLiteral("study"), QStringLiteral("new"),
                  folder.filePath(QStringLiteral("study")), QStringLiteral("--images"),
                  folder.filePath(QStringLiteral("satellite")), bands[0], bands[1]});
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY((features(QStringLiteral("study"), {}) == std::pair{read, chosen}));
        QCOMPARE(
            features(QStringLiteral("study"), {QStringLiteral("--bands"), QStringLiteral("1,2,3")})
                .second,
            first);
    }

    /// A proof says how its images were read, and reads none for noise.
    void proofOfChosenBands()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("images")));
        for (const char* name : {"a.tif", "b.tif"})
            QVERIFY(QFile::copy(QStringLiteral(REKINDLE_TEST_DATA "/image/bands13.tif"),
                                folder.filePath(QStringLiteral("images/") + QLatin1String(name))));
        QStringList words{
            QStringLiteral("repair"),   kWriters + QStringLiteral("swav.pth.tar"),
            QStringLiteral("-o"),       folder.filePath(QStringLiteral("r.safetensors")),
            QStringLiteral("--bands"),  QStringLiteral("4,3,2"),
            QStringLiteral("--anyway"), QStringLiteral("--json")};
        const Called noise = call(words);
        QCOMPARE(noise.code, 2);
        QVERIFY2(noise.err.contains("--images"), noise.err.constData());
        words << QStringLiteral("--images") << folder.filePath(QStringLiteral("images"))
              << QStringLiteral("--proof-size") << QStringLiteral("32");
        const Called proved = call(words);
        QVERIFY2(proved.code == 0, proved.err.constData());
        const Json answer = proved.json();
        QCOMPARE(answer["proof"]["images"].get<int>(), 2);
        QVERIFY((answer["proof"]["reading"]["bands"] == Json{4, 3, 2}));
    }

    void refusals()
    {
        QTemporaryDir folder;
        const Called ending =
            call({QStringLiteral("convert"), kWriters + QStringLiteral("swav.pth.tar"),
                  QStringLiteral("-o"), folder.filePath(QStringLiteral("out.bin"))});
        QCOMPARE(ending.code, 2);
        const Called other =
            call({QStringLiteral("convert"),
                  QStringLiteral(REKINDLE_TEST_DATA "/checkpoint/others/vgg_bn.pth"),
                  QStringLiteral("-o"), folder.filePath(QStringLiteral("out.pth"))});
        QCOMPARE(other.code, 3);
        QVERIFY(other.oneSentence());
        const Called look =
            call({QStringLiteral("info"),
                  QStringLiteral(REKINDLE_TEST_DATA "/checkpoint/others/vgg_bn.pth"),
                  QStringLiteral("--json")});
        QCOMPARE(look.code, 0);
        QCOMPARE(look.json()["trainable"].get<bool>(), false);
        QCOMPARE(look.json()["convolutions"].get<int>(), 3);
    }

    /// The images of pixels.py as files: 6 bits of depth in 8, so that [0, 1] is nearly as there.
    void featuresOfImages()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkdir(QStringLiteral("images"));
        for (int n = 0; n < 2; ++n) {
            QImage image(40, 33, QImage::Format_RGB888);
            for (int y = 0; y < 33; ++y) {
                for (int x = 0; x < 40; ++x) {
                    const auto value = [&](int c) {
                        return qRound((y * 7 + x * 13 + c * 29 + n * 31 + y * x * 3) % 64 * 255 /
                                      63.0);
                    };
                    image.setPixelColor(x, y, QColor(value(0), value(1), value(2)));
                }
            }
            QVERIFY(image.save(folder.filePath(QStringLiteral("images/%1.png").arg(n))));
        }
        const QString out = folder.filePath(QStringLiteral("out.csv"));
        const QString file = QStringLiteral("byol_2020_bottleneck_2.pkl");
        const Called made = call(
            {QStringLiteral("features"), kWriters + file, QStringLiteral("--images"),
             folder.filePath(QStringLiteral("images")), QStringLiteral("-o"), out,
             QStringLiteral("--image-size"), QStringLiteral("native"), QStringLiteral("--json")});
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(made.json()["feature_dim"].get<int>(), 64);
        const auto rows = QString::fromUtf8(get(out)).trimmed().split(QLatin1Char('\n'));
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[0].startsWith(QStringLiteral("file,f0,f1,")));
        RK_UNWRAP(
            const Json all,
            readJsonFile((kWriters + QStringLiteral("expected_haiku_2020.json")).toStdString()));
        const Json& expected = all[file.toStdString()]["features"];
        for (int n = 0; n < 2; ++n) {
            const auto cells = rows[n + 1].split(QLatin1Char(','));
            QCOMPARE(cells[0], QStringLiteral("%1.png").arg(n));
            QCOMPARE(cells.size(), 65);
            for (int i = 0; i < 64; ++i) {
                const double wanted = expected[std::size_t(n)][std::size_t(i)].get<double>();
                // Rounding to 8 bits moves pixels by 1/510.
                QVERIFY(std::abs(cells[i + 1].toDouble() - wanted) < 0.02 * (1 + std::abs(wanted)));
            }
        }
        const Called table =
            call({QStringLiteral("features"), kWriters + file, QStringLiteral("--images"),
                  folder.filePath(QStringLiteral("images")), QStringLiteral("-o"),
                  folder.filePath(QStringLiteral("out.h5")), QStringLiteral("--image-size"),
                  QStringLiteral("64")});
        QVERIFY2(table.code == 0, table.err.constData());
        QVERIFY(get(folder.filePath(QStringLiteral("out.h5"))).startsWith("\x89HDF"));
    }
};

QTEST_APPLESS_MAIN(TestWeightsVerbs)
#include "tst_weights_verbs.moc"

// Files written by PyTorch and safetensors (tests/data/checkpoint/make_fixtures.py), compared with
// what PyTorch itself saw in them.
#include "core/checkpoint/checkpoint.h"

#include "core/storage/digest.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <cmath>
#include <fstream>
#include <sys/stat.h>

using namespace rekindle;
using namespace rekindle::checkpoint;
using namespace rekindle::weights;

namespace {

const std::filesystem::path kData = std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint";

void writeFile(const std::filesystem::path& file, const std::string& content)
{
    std::ofstream(file, std::ios::binary) << content;
}

/// Sum and Frobenius norm in double precision.
std::pair<double, double> sumAndNorm(const std::vector<float>& values)
{
    double sum = 0;
    double squares = 0;
    for (const float value : values) {
        sum += static_cast<double>(value);
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    return {sum, std::sqrt(squares)};
}

} // namespace

class TestReadCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asPyTorchSeesIt_data()
    {
        QTest::addColumn<QString>("file");
        const auto expected = readJsonFile(kData / "expected.json");
        QVERIFY(expected.has_value());
        QVERIFY(expected->size() >= 14);
        for (const auto& [name, told] : expected->items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void asPyTorchSeesIt()
    {
        QFETCH(QString, file);
        const std::string name = file.toStdString();
        RK_UNWRAP(const Json all, readJsonFile(kData / "expected.json"));
        const Json& told = all[name];
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / name));
        QCOMPARE(read.format,
                 std::string(name.ends_with(".safetensors") ? "safetensors" : "torch-zip"));
        for (const auto& [tensorName, expected] : told["tensors"].items()) {
            const Tensor* tensor = read.weights.find(tensorName);
            QVERIFY2(tensor != nullptr, tensorName.c_str());
            QCOMPARE(tensor->shape, expected["shape"].get<std::vector<std::int64_t>>());
            const auto [sum, norm] = sumAndNorm(tensor->values);
            const double scale = 1e-12 * (1 + expected["norm"].get<double>());
            QVERIFY2(std::abs(norm - expected["norm"].get<double>()) < scale, tensorName.c_str());
            QVERIFY2(std::abs(sum - expected["sum"].get<double>()) < 100 * scale,
                     tensorName.c_str());
        }
        auto ignored = read.ignored;
        std::sort(ignored.begin(), ignored.end());
        QCOMPARE(ignored, told["ignored"].get<std::vector<std::string>>());
        QCOMPARE(read.missing, told["missing"].get<std::vector<std::string>>());
        // The missing ones are filled in, and nothing else is there.
        QCOMPARE(read.weights.items().size(), told["tensors"].size() + read.missing.size());
        if (told.contains("architecture"))
            QCOMPARE(weights::name(read.architecture), told["architecture"].get<std::string>());
        if (told.contains("method"))
            QCOMPARE(read.method, told["method"].get<std::string>());
        if (told.contains("writer"))
            QCOMPARE(read.writer, told["writer"].get<std::string>());
    }

    /// Sums do not see an order; every value of a permuted view must equal its packed twin.
    void valuesLieWhereTheyBelong()
    {
        RK_UNWRAP(const Checkpoint little, readCheckpoint(kData / "basic.pth"));
        for (const char* twin : {"deflated.pth", "big_endian.pth"}) {
            RK_UNWRAP(const Checkpoint other, readCheckpoint(kData / twin));
            for (const auto& item : little.weights.items())
                QCOMPARE(other.weights.find(item.name)->values, item.tensor.values);
        }
        RK_UNWRAP(const Json all, readJsonFile(kData / "expected.json"));
        for (const char* file : {"views.pth", "basic.pth", "f16.pth"}) {
            RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / file));
            int compared = 0;
            for (const auto& [tensorName, told] : all[file]["tensors"].items()) {
                if (!told.contains("filter_norms"))
                    continue;
                const Tensor* tensor = read.weights.find(tensorName);
                const auto norms = told["filter_norms"].get<std::vector<double>>();
                const std::size_t size = tensor->values.size() / norms.size();
                for (std::size_t i = 0; i < norms.size(); ++i) {
                    const auto begin =
                        tensor->values.begin() + static_cast<std::ptrdiff_t>(i * size);
                    const auto norm =
                        sumAndNorm({begin, begin + static_cast<std::ptrdiff_t>(size)}).second;
                    QVERIFY(std::abs(norm - norms[i]) < 1e-12 * (1 + norms[i]));
                    ++compared;
                }
            }
            QVERIFY(compared > 50);
        }
        QCOMPARE(little.weights.find("bn1.num_batches_tracked")->values, std::vector<float>{1234});
        QVERIFY(little.weights.find("bn1.num_batches_tracked")->stored == Stored::Int64);
        QVERIFY(little.weights.find("bn1.weight")->stored == Stored::Float32);
    }

    void conventionsFollowTheMethod()
    {
        RK_UNWRAP(const Checkpoint swav, readCheckpoint(kData / "nested.pth"));
        QCOMPARE(swav.method, std::string("swav"));
        QVERIFY(swav.conventions.normalisation == Normalisation::Swav);
        QVERIFY(swav.conventions.padding == Padding::Torchvision);
        RK_UNWRAP(const Checkpoint plain, readCheckpoint(kData / "basic.pth"));
        QCOMPARE(plain.method, std::string());
        QVERIFY(plain.conventions.normalisation == Normalisation::Imagenet);
        QCOMPARE(plain.warnings.items().size(), std::size_t{1});
        QCOMPARE(plain.warnings.items()[0].kind, std::string("origin_unknown"));
    }

    void informationForOthers()
    {
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / "nested.pth"));
        RK_UNWRAP(const std::string named, contentHash(read));
        const Json info = infoJson(read, named);
        QCOMPARE(info["architecture"]["family"].get<std::string>(), std::string("resnet"));
        QCOMPARE(info["architecture"]["stem_channels"].get<int>(), 2);
        QCOMPARE(info["architecture"]["feature_dim"].get<int>(), 64);
        QCOMPARE(info["architecture"]["width"].get<double>(), 2.0 / 64);
        QCOMPARE(info["convolutions"].get<int>(), 20);
        RK_UNWRAP(const std::string sha, storage::sha256File(kData / "nested.pth"));
        QCOMPARE(info["sha256"].get<std::string>(), sha);
        for (const char* key : {"file", "format", "writer", "method", "conventions", "parameters",
                                "ignored", "missing", "warnings", "metadata"})
            QVERIFY2(info.contains(key), key);
    }

    void notNumbers()
    {
        const auto refused = readCheckpoint(kData / "nan.pth");
        RK_VERIFY_FAILS(ErrorKind::Damaged, refused);
        QVERIFY(refused.error().message.find("layer2.0.conv1 has 2 values") != std::string::npos);
        ReadOptions look;
        look.allowNonFinite = true;
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / "nan.pth", look));
        QVERIFY(std::isnan(read.weights.find("layer2.0.conv1.weight")->values[0]));
    }

    void notANetworkOfOurs()
    {
        const auto transformer = readCheckpoint(kData / "vit.pth");
        RK_VERIFY_FAILS(ErrorKind::Mismatch, transformer);
        QVERIFY(transformer.error().message.find("vision transformer") != std::string::npos);
        const auto program = readCheckpoint(kData / "torchscript.pt");
        RK_VERIFY_FAILS(ErrorKind::Unknown, program);
        QVERIFY(program.error().message.find("program") != std::string::npos);
    }

    void notACheckpoint_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray() << "empty";
        QTest::newRow("page") << QByteArray("\n<!DOCTYPE html><html><head>") << "web page";
        QTest::newRow("lfs") << QByteArray(
                                    "version https://git-lfs.github.com/spec/v1\noid sha256:")
                             << "Git LFS";
        QTest::newRow("text") << QByteArray("epoch 1 loss 0.5\n") << "text file";
        QTest::newRow("json") << QByteArray("{\"abcd\":{\"x\":1,\"y\":2}}") << "text file";
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00\x00", 5) << "gzip";
        QTest::newRow("note") << QByteArray("model_checkpoint_path: \"model.ckpt-5\"\n")
                              << "TensorFlow";
        QTest::newRow("pickle") << QByteArray("\x80\x02}q\x00.", 6) << "Python pickle";
        QTest::newRow("index") << QByteArray(60, '\x01') +
                                      QByteArray("\x57\xfb\x80\x8b\x24\x75\x47\xdb", 8)
                               << "TensorFlow";
        QTest::newRow("tar") << QByteArray(257, '\0') +
                                    QByteArray("ustar\0"
                                               "00",
                                               8) +
                                    QByteArray(100, '\0')
                             << "tar archive";
        QTest::newRow("onnx") << QByteArray("\x08\x08\x12\x07pytorch\x1a\x05"
                                            "2.1.0:\x10",
                                            19)
                              << "ONNX";
        QTest::newRow("onnx of others")
            << QByteArray("\x08\x04:\xb0\x04\x0a\x05graph of others", 22) << "ONNX";
        QTest::newRow("tflite") << QByteArray("\x1c\0\0\0TFL3\x14\0 \0\x1c\0", 14)
                                << "TensorFlow Lite";
        QTest::newRow("npy") << QByteArray("\x93NUMPY\x01\0v\0{'descr': '<f4'", 25) << "numpy";
        QTest::newRow("bytes") << QByteArray("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a", 11)
                               << "not a checkpoint";
    }

    void notACheckpoint()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, said);
        const test::TempFolder folder;
        writeFile(folder / "weights.pth", content.toStdString());
        const auto read = readCheckpoint(folder / "weights.pth");
        RK_VERIFY_FAILS(ErrorKind::Unknown, read);
        QVERIFY2(read.error().message.find(said.toStdString()) != std::string::npos,
                 read.error().message.c_str());
        QVERIFY(!read.error().hint.empty());
    }

    void notAWholeOldFile()
    {
        const test::TempFolder folder;
        writeFile(folder / "weights.pth",
                  std::string("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e"
                              "\x80\x02M\xe9\x03."));
        RK_VERIFY_FAILS(ErrorKind::Damaged, readCheckpoint(folder / "weights.pth"));
    }

    void notAFile()
    {
        const test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::NotFound, readCheckpoint(folder / "missing.pth"));
        RK_VERIFY_FAILS(ErrorKind::Unknown, readCheckpoint(folder.path()));
        QCOMPARE(::mkfifo((folder / "pipe.pth").c_str(), 0600), 0);
        RK_VERIFY_FAILS(ErrorKind::Unknown, readCheckpoint(folder / "pipe.pth"));
    }
};

QTEST_APPLESS_MAIN(TestReadCheckpoint)
#include "tst_read_checkpoint.moc"

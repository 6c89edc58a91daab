// Files by their real writers (tests/data/checkpoint/make_*_fixtures.py): PyTorch's old format and
// the names of its libraries, TensorFlow, haiku with dill. Norms in float64 are numpy's.
#include "core/checkpoint/checkpoint.h"
#include "core/inspect/weight_report.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle;
using namespace rekindle::checkpoint;

namespace {

const std::filesystem::path kData =
    std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint" / "writers";

Json expectations()
{
    Json all;
    for (const char* part : {"expected_torch.json", "expected_tensorflow.json",
                             "expected_haiku_2020.json", "expected_haiku_today.json"}) {
        const auto read = readJsonFile(kData / part);
        for (const auto& [file, told] : read->items())
            all[file] = told;
    }
    return all;
}

} // namespace

class TestWrittenCheckpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asTheirWritersSeeThem_data()
    {
        QTest::addColumn<QString>("file");
        const Json all = expectations();
        QVERIFY(all.size() >= 35);
        for (const auto& [name, told] : all.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void asTheirWritersSeeThem()
    {
        QFETCH(QString, file);
        const std::string name = file.toStdString();
        const Json all = expectations();
        const Json& told = all[name];
        ReadOptions options;
        options.keepDoubles = true;
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / name, options));
        const std::string format = told.contains("format") ? told["format"] : "torch-zip";
        QCOMPARE(read.format, format);
        if (told.contains("architecture"))
            QCOMPARE(weights::name(read.architecture), told["architecture"].get<std::string>());
        if (told.contains("method"))
            QCOMPARE(read.method, told["method"].get<std::string>());
        if (told.contains("writer"))
            QCOMPARE(read.writer, told["writer"].get<std::string>());
        if (told.contains("padding"))
            QCOMPARE(std::string(weights::paddingName(read.conventions.padding)),
                     told["padding"].get<std::string>());
        if (told.contains("normalisation"))
            QCOMPARE(std::string(weights::normalisationName(read.conventions.normalisation)),
                     told["normalisation"].get<std::string>());
        if (told.contains("ignored")) {
            auto ignored = read.ignored;
            std::sort(ignored.begin(), ignored.end());
            QCOMPARE(ignored, told["ignored"].get<std::vector<std::string>>());
        }
        RK_UNWRAP(const auto report, inspect::inspectCheckpoint(read));
        QCOMPARE(report.layers.size(), told["norms"].size());
        for (const auto& layer : report.layers) {
            QVERIFY2(told["norms"].contains(layer.name), layer.name.c_str());
            const double expected = told["norms"][layer.name].get<double>();
            QVERIFY2(std::abs(layer.layerNorm - expected) < 1e-12 * (1 + expected),
                     layer.name.c_str());
        }
    }

    void nothingIsSilent()
    {
        RK_UNWRAP(const Checkpoint alone, readCheckpoint(kData / "dino_teacher.pth"));
        QVERIFY(!alone.warnings.empty());
        QCOMPARE(alone.warnings.items()[0].kind, std::string("slow_copy"));
        RK_UNWRAP(const Checkpoint bundle,
                  readCheckpoint(kData / "tf1" / "model.ckpt-225206.index"));
        QVERIFY(std::find(bundle.ignored.begin(), bundle.ignored.end(), "global_step") !=
                bundle.ignored.end());
        QVERIFY(std::find(bundle.ignored.begin(), bundle.ignored.end(),
                          "base_model/conv2d/kernel/Momentum") != bundle.ignored.end());
        RK_UNWRAP(const Checkpoint basic, readCheckpoint(kData / "byol_2020_basic_2.pkl"));
        QCOMPARE(basic.warnings.items().back().kind, std::string("haiku_stride"));
        QVERIFY(!bundle.missing.empty());
        for (const std::string& missing : bundle.missing)
            QVERIFY2(missing.ends_with("num_batches_tracked"), missing.c_str());
    }

    /// Whichever part of a bundle is chosen, it is the same checkpoint of the same content.
    void anyPartOfABundle()
    {
        const auto folder = kData / "tf1_sharded";
        RK_UNWRAP(const Checkpoint index, readCheckpoint(folder / "model.ckpt-225206.index"));
        RK_UNWRAP(const Checkpoint part,
                  readCheckpoint(folder / "model.ckpt-225206.data-00001-of-00003"));
        RK_UNWRAP(const Checkpoint prefix, readCheckpoint(folder / "model.ckpt-225206"));
        RK_UNWRAP(const std::string hash, contentHash(index));
        RK_UNWRAP(const std::string hashOfPart, contentHash(part));
        RK_UNWRAP(const std::string hashOfPrefix, contentHash(prefix));
        QCOMPARE(hashOfPart, hash);
        QCOMPARE(hashOfPrefix, hash);
        QCOMPARE(part.weights.find("conv1.weight")->values,
                 index.weights.find("conv1.weight")->values);
    }

    void aPartIsMissing()
    {
        const test::TempFolder folder;
        for (const auto& entry : std::filesystem::directory_iterator(kData / "tf1_sharded"))
            std::filesystem::copy(entry.path(), folder / entry.path().filename().string());
        std::filesystem::remove(folder / "model.ckpt-225206.data-00001-of-00003");
        const auto read = readCheckpoint(folder / "model.ckpt-225206.index");
        RK_VERIFY_FAILS(ErrorKind::NotFound, read);
        QVERIFY(read.error().subject.find("data-00001-of-00003") != std::string::npos);
        for (const auto& entry : std::filesystem::directory_iterator(kData / "hf"))
            std::filesystem::copy(entry.path(), folder / entry.path().filename().string());
        std::filesystem::remove(folder / "model-00003-of-00008.safetensors");
        RK_VERIFY_FAILS(ErrorKind::NotFound,
                        readCheckpoint(folder / "model.safetensors.index.json"));
    }
};

QTEST_APPLESS_MAIN(TestWrittenCheckpoints)
#include "tst_written_checkpoints.moc"

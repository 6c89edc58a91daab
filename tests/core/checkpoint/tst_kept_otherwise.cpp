// Files whose tensors are kept in another way than their network uses them, beside the network that
// they are: as numpy computes it (tests/data/checkpoint/make_kept_fixtures.py), and in pairs made
// from scratch after what users of other programs reported (tests/data/checkpoint/cases).
#include "core/checkpoint/checkpoint.h"
#include "core/inspect/weight_report.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <cmath>
#include <fstream>

using namespace rekindle;
using namespace rekindle::checkpoint;

namespace {

const std::filesystem::path kData = std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint";

/// The largest difference of a value, relative to the largest of its tensor.
double difference(const weights::Tensor& one, const weights::Tensor& other)
{
    double most = 0;
    double scale = 1e-30;
    for (std::size_t i = 0; i < one.values.size(); ++i) {
        most = std::max(most, std::abs(double(one.values[i]) - double(other.values[i])));
        scale = std::max(scale, std::abs(double(other.values[i])));
    }
    return most / scale;
}

bool warnsOf(const Checkpoint& read, const std::string& kind, const std::string& said)
{
    const auto& items = read.warnings.items();
    return std::any_of(items.begin(), items.end(), [&](const Warning& warning) {
        return warning.kind == kind && warning.sentence.find(said) != std::string::npos;
    });
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TestKeptOtherwise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsItsTwin_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("twin");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        const auto kept =
            [](const char* name, const char* kind, const char* said) {
                QTest::newRow(name)
                    << QStringLiteral("kept/%1.pth").arg(QLatin1String(name))
                    << QStringLiteral("kept/%1.twin.safetensors").arg(QLatin1String(name)) << kind
                    << said;
            };
        kept("pruned_everywhere", "pruned", "36 pruned tensors were multiplied by their masks");
        kept("pruned_by_bool", "pruned", "12 pruned tensors were");
        kept("weight_norm", "weight_norm", "12 tensors were computed from their lengths");
        kept("weight_norm_today", "weight_norm", "12 tensors were computed");
        kept("weight_norm_of_all", "weight_norm", "12 tensors were computed");
        kept("spectral_norm", "spectral_norm", "12 tensors were divided");
        kept("spectral_norm_today", "spectral_norm", "12 tensors were divided");
        kept("split_norm", "split_norm", "12 batch norms kept statistics of several parts");
        kept("biased", "bias_folded", "12 convolutions have biases");
        kept("sequence_1_2", "", "");
        kept("sequence_0_3", "", "");
        kept("sequence_1_4", "", "");
        kept("wrapped", "", "");
        QTest::newRow("parts") << "kept/shards/pytorch_model.bin.index.json"
                               << "kept/shards.twin.safetensors"
                               << ""
                               << "";
        QTest::newRow("biased of others") << "kept/biased_hugging_face.pth"
                                          << "kept/biased_under_other_names.twin.safetensors"
                                          << "bias_folded"
                                          << "12 convolutions have biases";
        QTest::newRow("case 30") << "cases/generator_split_norm.ckpt"
                                 << "cases/generator.ckpt"
                                 << ""
                                 << "";
        QTest::newRow("case 36") << "cases/pruned_masks.pth"
                                 << "cases/pruned_made_final.pth"
                                 << "pruned"
                                 << "20 pruned tensors";
        QTest::newRow("case 40")
            << "cases/stem_bias.safetensors"
            << "cases/folded.safetensors"
            << "bias_folded"
            << "1 convolution has a bias, which was taken off the running mean";
        QTest::newRow("case 41 fsdp") << "cases/fsdp.pth"
                                      << "cases/orig_mod.pth"
                                      << ""
                                      << "";
        QTest::newRow("case 41 checkpointed") << "cases/blocks_checkpointed.pth"
                                              << "cases/orig_mod.pth"
                                              << ""
                                              << "";
        QTest::newRow("case 41 compiled") << "cases/stages_compiled.pth"
                                          << "cases/orig_mod.pth"
                                          << ""
                                          << "";
    }

    void equalsItsTwin()
    {
        QFETCH(QString, file);
        QFETCH(QString, twin);
        QFETCH(QString, kind);
        QFETCH(QString, said);
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / file.toStdString()));
        RK_UNWRAP(const Checkpoint expected, readCheckpoint(kData / twin.toStdString()));
        weights::Architecture architecture = expected.architecture;
        architecture.stemRelu = read.architecture.stemRelu; // not told by shapes
        QVERIFY(read.architecture == architecture);
        QVERIFY(read.onlyLook.empty());
        QCOMPARE(read.weights.items().size(), expected.weights.items().size());
        for (const auto& item : read.weights.items()) {
            const weights::Tensor* other = expected.weights.find(item.name);
            QVERIFY2(other != nullptr && other->shape == item.tensor.shape, item.name.c_str());
            const double off = difference(item.tensor, *other);
            QVERIFY2(off < 1e-6, (item.name + ": " + std::to_string(off)).c_str());
        }
        if (kind.isEmpty()) {
            for (const Warning& warning : read.warnings.items())
                QCOMPARE(warning.kind, std::string("origin_unknown"));
            return;
        }
        QVERIFY(warnsOf(read, kind.toStdString(), said.toStdString()));
        QVERIFY(std::none_of(read.ignored.begin(), read.ignored.end(), [](const auto& name) {
            return name.find("conv") != std::string::npos;
        }));
    }

    /// Only the ReLU behind the first norm is a matter of the sequence.
    void sequencesTellTheirReLU()
    {
        RK_UNWRAP(const Checkpoint bare, readCheckpoint(kData / "kept" / "sequence_1_2.pth"));
        QCOMPARE(weights::name(bare.architecture),
                 std::string("resnet-basic-1.1.1.1-cifar-linstem/2"));
        RK_UNWRAP(const Checkpoint small, readCheckpoint(kData / "kept" / "sequence_0_3.pth"));
        QCOMPARE(weights::name(small.architecture), std::string("resnet-basic-1.1.1.1-cifar/2"));
        RK_UNWRAP(const Checkpoint large, readCheckpoint(kData / "kept" / "sequence_1_4.pth"));
        QCOMPARE(weights::name(large.architecture), std::string("resnet-basic-1.1.1.1/2"));
    }

    void aQuarterIsDead()
    {
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / "cases" / "pruned_masks.pth"));
        RK_UNWRAP(const Checkpoint made, readCheckpoint(kData / "cases" / "pruned_made_final.pth"));
        RK_UNWRAP(const auto report, inspect::inspectCheckpoint(read));
        RK_UNWRAP(const auto expected, inspect::inspectCheckpoint(made));
        for (std::size_t i = 0; i < report.layers.size(); ++i) {
            QCOMPARE(report.layers[i].dead, expected.layers[i].dead);
            QCOMPARE(report.layers[i].dead.size(), report.layers[i].filterNorms.size() / 4);
        }
    }

    /// All biases of that file are 0.5, and all means but the first are those of the other.
    void everyBiasIsTakenOff()
    {
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / "cases" / "all_bias.safetensors"));
        RK_UNWRAP(const Checkpoint plain, readCheckpoint(kData / "cases" / "folded.safetensors"));
        QVERIFY(warnsOf(read, "bias_folded", "20 convolutions have biases"));
        std::size_t means = 0;
        for (const auto& item : read.weights.items()) {
            if (!item.name.ends_with("running_mean") || item.name == "bn1.running_mean")
                continue;
            const auto& before = plain.weights.find(item.name)->values;
            for (std::size_t i = 0; i < before.size(); ++i)
                QVERIFY(std::abs(item.tensor.values[i] - (before[i] - 0.5F)) < 1e-6F);
            ++means;
        }
        QCOMPARE(means, std::size_t{19});
    }

    /// What nothing was taken from says nothing, and a bias is no part that is left over.
    void aBiasOfZero()
    {
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / "cases" / "zero_bias.safetensors"));
        QVERIFY(!warnsOf(read, "bias_folded", ""));
        QVERIFY(read.ignored.empty());
    }

    void namedForWhatItIs_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("look"); // whether there are convolutions to look at
        QTest::newRow("meta") << "kept/meta.pth"
                              << "12 tensors of this file are on PyTorch's meta" << false;
        QTest::newRow("quantised") << "kept/quantised.pth"
                                   << "quantised" << false;
        QTest::newRow("sparse") << "kept/sparse.pth"
                                << "sparse" << false;
        QTest::newRow("zero 3") << "kept/zero3.pth"
                                << "24 of its weights are empty" << false;
        QTest::newRow("orthogonal") << "kept/orthogonal.pth"
                                    << "parametrization" << false;
        QTest::newRow("group norm") << "kept/group_norm.pth"
                                    << "group norm" << true;
        QTest::newRow("folded") << "kept/folded.pth"
                                << "folded into its convolutions" << true;
        QTest::newRow("deep stem") << "kept/deep_stem.pth"
                                   << "deep stem" << true;
        QTest::newRow("res2net") << "kept/res2net.pth"
                                 << "Res2Net" << true;
        QTest::newRow("volume") << "kept/volume.pth"
                                << "3-D convolutions" << true;
        QTest::newRow("clip") << "kept/clip.pth"
                              << "CLIP's ResNet" << true;
        QTest::newRow("input norm") << "kept/input_norm.pth"
                                    << "batch norm of its own before the first" << true;
        QTest::newRow("no pool") << "kept/no_pool.pth"
                                 << "no pooling" << true;
        QTest::newRow("part") << "kept/shards/pytorch_model-00001-of-00003.bin"
                              << "part 1 of 3" << true;
        QTest::newRow("case 49") << "cases/model_final.pth"
                                 << "detectron2" << true;
    }

    void namedForWhatItIs()
    {
        QFETCH(QString, file);
        QFETCH(QString, said);
        QFETCH(bool, look);
        const auto path = kData / file.toStdString();
        const auto refused = readCheckpoint(path);
        RK_VERIFY_FAILS(ErrorKind::Mismatch, refused);
        QVERIFY2(refused.error().message.find(said.toStdString()) != std::string::npos,
                 refused.error().message.c_str());
        QVERIFY(!refused.error().hint.empty());
        ReadOptions looking;
        looking.anyNetwork = true;
        const auto looked = readCheckpoint(path, looking);
        QCOMPARE(looked.has_value(), look);
        if (look)
            QVERIFY(warnsOf(*looked, "only_look", said.toStdString()));
        else
            QCOMPARE(looked.error().message, refused.error().message);
    }

    /// Norms inside convolutions belong to them, whatever the order of the file.
    void normsInsideConvolutions_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("layers");
        QTest::newRow("as trained") << "cases/model_final.pth" << 53;
        QTest::newRow("sorted") << "kept/detectron_sorted.safetensors" << 12;
    }

    void normsInsideConvolutions()
    {
        QFETCH(QString, file);
        QFETCH(int, layers);
        ReadOptions looking;
        looking.anyNetwork = true;
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / file.toStdString(), looking));
        QCOMPARE(read.layers.size(), static_cast<std::size_t>(layers));
        for (const Layer& layer : read.layers)
            QCOMPARE(layer.norm, layer.conv + ".norm");
    }

    /// Four stages without the last are no network of three, whatever their sides allow.
    void aPartIsNoWhole()
    {
        const test::TempFolder folder;
        const auto whole = kData / "kept" / "sequence_0_3.twin.safetensors";
        RK_VERIFY_OK(readCheckpoint(whole));
        for (const char* name :
             {"model-00001-of-00002.safetensors", "pytorch_model_00002-of-00002.bin"}) {
            std::filesystem::copy_file(whole, folder / name);
            RK_VERIFY_FAILS(ErrorKind::Mismatch, readCheckpoint(folder / name));
        }
        for (const char* name : {"model-00001-of-00001.safetensors", "seed-1-of-3.pth", "-of-2.pth",
                                 "x-00003-of-00002.safetensors"}) {
            std::filesystem::copy_file(whole, folder / name);
            RK_VERIFY_OK(readCheckpoint(folder / name));
        }
    }

    /// Copies in whole blocks end in zeros; cut ones do too, where room was made for them before.
    void zerosBehindTheEnd_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("zip") << "basic.pth";
        QTest::newRow("old") << "writers/legacy_module.pth";
    }

    void zerosBehindTheEnd()
    {
        QFETCH(QString, file);
        const test::TempFolder folder;
        const std::string good = bytesOf(kData / file.toStdString());
        RK_UNWRAP(const Checkpoint whole, readCheckpoint(kData / file.toStdString()));
        for (const std::size_t zeros : {1, 512, 70'000, 1 << 20}) {
            const auto padded = folder / "padded";
            std::filesystem::remove(padded);
            std::ofstream(padded, std::ios::binary) << good + std::string(zeros, '\0');
            RK_UNWRAP(const Checkpoint read, readCheckpoint(padded));
            for (const auto& item : whole.weights.items())
                QCOMPARE(read.weights.find(item.name)->values, item.tensor.values);
        }
        const auto cut = folder / "cut";
        std::ofstream(cut, std::ios::binary)
            << good.substr(0, good.size() / 2) + std::string(good.size() / 2, '\0');
        RK_VERIFY_FAILS(ErrorKind::Damaged, readCheckpoint(cut));
        const auto more = folder / "more";
        std::ofstream(more, std::ios::binary) << good + std::string(512, '\0') + "x";
        RK_VERIFY_FAILS(ErrorKind::Damaged, readCheckpoint(more));
    }
};

QTEST_APPLESS_MAIN(TestKeptOtherwise)
#include "tst_kept_otherwise.moc"

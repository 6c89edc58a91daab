#include "core/checkpoint/find_architecture.h"
#include "core/weights/architecture.h"

#include "tests/support/result_macros.h"

#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::checkpoint;
using namespace rekindle::weights;

namespace {

/// A set of the right shapes, without values.
WeightSet shapesOf(const Architecture& architecture)
{
    WeightSet weights;
    for (const ConvLayer& layer : convLayers(architecture)) {
        weights.set(layer.conv + ".weight",
                    Tensor{{layer.outputs, layer.inputs, layer.kernel, layer.kernel}, {}, {}});
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
            weights.set(layer.norm + part, Tensor{{layer.outputs}, {}, {}});
        weights.set(layer.norm + ".num_batches_tracked", Tensor{});
    }
    return weights;
}

Architecture parsed(const char* name)
{
    const auto architecture = parseArchitecture(name);
    return architecture ? *architecture : Architecture{0, false, {}, 0, 0, {}, 0};
}

void verifyRefused(const WeightSet& weights, const char* said)
{
    const auto found = findArchitecture(weights, "file");
    RK_VERIFY_FAILS(ErrorKind::Mismatch, found);
    QVERIFY2(found.error().message.find(said) != std::string::npos, found.error().message.c_str());
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// recipes 3: 53 convolutions with 23,454,912 values, 26,560 channels, 23,508,032 parameters.
    void resnet50AsPublished()
    {
        const WeightSet weights = shapesOf(parsed("resnet50"));
        const auto layers = convLayers(parsed("resnet50"));
        QCOMPARE(layers.size(), std::size_t{53});
        std::int64_t values = 0;
        std::int64_t channels = 0;
        for (const ConvLayer& layer : layers) {
            values += weights.find(layer.conv + ".weight")->elements();
            channels += layer.outputs;
        }
        QCOMPARE(values, std::int64_t{23454912});
        QCOMPARE(channels, std::int64_t{26560});
        QCOMPARE(weights.parameters(), std::uint64_t{23508032});
        QCOMPARE(weights.items().size(), std::size_t{318});
        QCOMPARE(layers[1].conv, std::string("layer1.0.conv1"));
        QCOMPARE(layers[4].conv, std::string("layer1.0.downsample.0"));
        QCOMPARE(layers[4].norm, std::string("layer1.0.downsample.1"));
        // Version 1.5: the stride is on the 3x3.
        QCOMPARE(layers[11].conv, std::string("layer2.0.conv1"));
        QCOMPARE(layers[11].stride, 1);
        QCOMPARE(layers[12].stride, 2);
    }

    void namesThereAndBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("features");
        QTest::addColumn<int>("depth");
        QTest::newRow("18") << "resnet18" << 512 << 18;
        QTest::newRow("34") << "resnet34" << 512 << 34;
        QTest::newRow("50") << "resnet50" << 2048 << 50;
        QTest::newRow("101") << "resnet101" << 2048 << 101;
        QTest::newRow("152") << "resnet152" << 2048 << 152;
        QTest::newRow("200x2") << "resnet200/128" << 4096 << 200;
        QTest::newRow("narrow") << "resnet18/16" << 128 << 18;
        QTest::newRow("wide") << "resnet50w2" << 2048 << 50;
        QTest::newRow("wide basic") << "resnet18w3/8" << 192 << 18;
        QTest::newRow("cifar") << "resnet18-cifar/16" << 128 << 18;
        QTest::newRow("resnext") << "resnet50w2x32" << 2048 << 50;
        QTest::newRow("resnext 8d") << "resnet101w4x32" << 2048 << 101;
        QTest::newRow("other width") << "resnet50i96" << 2048 << 50;
        QTest::newRow("three stages") << "resnet-basic-3.3.3-cifar/16" << 64 << 20;
        QTest::newRow("110 layers") << "resnet-basic-18.18.18-cifar/16" << 64 << 110;
        QTest::newRow("164 layers") << "resnet-bottleneck-18.18.18-cifar/16" << 256 << 164;
        QTest::newRow("padded") << "resnet-basic-3.3.3-cifar-padded/16" << 64 << 20;
        QTest::newRow("grey") << "resnet18-1ch" << 512 << 18;
        QTest::newRow("four channels") << "resnet50-cifar-4ch/8" << 256 << 50;
        QTest::newRow("projected") << "resnet18-project" << 512 << 18;
        QTest::newRow("short") << "resnet-basic-1.1.1.1/4" << 32 << 0;
        QTest::newRow("short bottleneck") << "resnet-bottleneck-2.2.2.2" << 2048 << 0;
    }

    void namesThereAndBack()
    {
        QFETCH(QString, name);
        QFETCH(int, features);
        QFETCH(int, depth);
        RK_UNWRAP(const Architecture one, parseArchitecture(name.toStdString()));
        QCOMPARE(weights::name(one), name.toStdString());
        QCOMPARE(one.featureDim, features);
        QCOMPARE(one.depth, depth);
        RK_UNWRAP(const Architecture found, findArchitecture(shapesOf(one), "file"));
        QVERIFY(found == one);
    }

    void nonsenseNames()
    {
        for (const char* name :
             {"", "resnet", "resnet51", "resnet50/", "resnet50/0", "resnet50/-4", "resnet50/+4",
              "resnet50 ", "vgg16", "resnet50w", "resnet50/99999", "resnet-basic-1.1/4",
              "resnet18x2", "resnet50x7", "resnet50-2ch", "resnet50/16x"})
            QVERIFY2(!parseArchitecture(name), name);
    }

    void othersAreNamed()
    {
        WeightSet deepStem = shapesOf(parsed("resnet18"));
        deepStem.items()[0].name = "conv1.0.weight";
        WeightSet renamed;
        for (const auto& item : deepStem.items())
            renamed.set(item.name, item.tensor);
        verifyRefused(renamed, "deep stem");

        WeightSet squeeze = shapesOf(parsed("resnet18"));
        squeeze.set("layer1.0.se.fc1.weight", Tensor{{4, 64, 1, 1}, {}, {}});
        verifyRefused(squeeze, "layer1.0.se.fc1.weight");

        WeightSet grey = shapesOf(parsed("resnet18"));
        grey.find("conv1.weight")->shape[1] = 13;
        verifyRefused(grey, "13 channels");

        const WeightSet whole = shapesOf(parsed("resnet18"));
        WeightSet incomplete;
        for (const auto& item : whole.items()) {
            if (item.name != "layer3.1.bn2.running_var")
                incomplete.set(item.name, item.tensor);
        }
        verifyRefused(incomplete, "layer3.1.bn2.running_var");

        WeightSet three;
        for (const auto& item : whole.items()) {
            if (item.name.rfind("layer4", 0) != 0)
                three.set(item.name, item.tensor);
        }
        verifyRefused(three, "stage 4");

        WeightSet odd = shapesOf(parsed("resnet18"));
        odd.find("layer2.0.bn1.weight")->shape = {127};
        verifyRefused(odd, "layer2.0.bn1.weight");
        verifyRefused(WeightSet{}, "no tensors");
    }
};

QTEST_APPLESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
